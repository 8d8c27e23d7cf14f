// <text-grow><textarea></textarea></text-grow>
// The text area follows its content in browsers without field-sizing, and keeps a draft in this browser when
// it has data-draft, under its id; the draft goes away when its form was sent and comes back when sending failed.
import { Behaviour } from '../lib/behaviour.js';

export class TextGrow extends Behaviour {
  start() {
    const area = this.querySelector('textarea');
    if (!area) return;
    this.key = area.hasAttribute('data-draft') && `draft:${area.id}`;
    if (!CSS.supports('field-sizing', 'content')) {
      this.on(area, 'input', () => this.fit(area));
      this.fit(area);
    }
    if (this.key) this.keepDraft(area);
  }

  fit(area) {
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  }

  keepDraft(area) {
    const kept = read(this.key);
    if (kept && area.value === '') {
      area.value = kept;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.on(area, 'input', () => write(this.key, area.value.length > 3 ? area.value : null));
    if (area.form) {
      this.on(area.form, 'submit', () => write(this.key, null));
      this.on(area.form, 'parvis:failed', () => write(this.key, area.value));
    }
    this.on(document, 'parvis:content', () => write(this.key, area.value.length > 3 ? area.value : null));
  }
}

function read(key) {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, text) {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch {
    // A browser that refuses storage keeps no draft; the field still works.
  }
}
