// <form><input name="once"><input name="version">…<draft-keeper role="status" data-offline="…" data-out="…"></draft-keeper></form>
// Sends what is typed to /drafts a moment after the last key, and says when it was kept. What another window typed into
// the same draft meanwhile is kept beside it, by the server. Where it cannot be sent, it stays in this browser until it can.
import { Behaviour } from '../lib/behaviour.js';

const PAUSE = 1200;
const AGAIN = 15_000;
const SPARE = 'draft';
/** What stays in the browser where it cannot be sent. */
const TYPED = /^(title|text|poll-.+)$/;
/** Fields of which one that is filled makes a draft. */
const BEGUN = /^(title|text|picture|document|poll-(question|choice-\d+|date-\d+))$/;

export default class DraftKeeper extends Behaviour {
  start() {
    this.form = this.closest('form');
    if (!this.form) return;
    for (const type of ['input', 'change', 'parvis:files']) this.on(this.form, type, () => this.soon(PAUSE));
    this.on(this.form, 'submit', () => this.rest());
    this.on(this.form, 'parvis:failed', () => this.soon(PAUSE));
    this.on(window, 'pagehide', () => this.timer && this.keep({ keepalive: true }));
    this.bringBack();
  }

  stop() {
    clearTimeout(this.timer);
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep({}), pause);
  }

  /** Sent by its form, there is nothing left to keep. */
  rest() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.sending?.abort();
    spare(null);
  }

  fields() {
    const pairs = [...new FormData(this.form)].filter(([name, value]) => typeof value === 'string' && name !== 'intent');
    const begun = pairs.some(([name, value]) => value && BEGUN.test(name));
    return begun || this.form.elements.version.value !== '0' ? new URLSearchParams(pairs) : null;
  }

  async keep(options) {
    clearTimeout(this.timer);
    this.timer = 0;
    const body = this.fields();
    if (!body) return;
    this.sending?.abort();
    this.sending = new AbortController();
    const { signal } = this.sending;
    try {
      const answer = await fetch('/drafts', { method: 'POST', body, credentials: 'same-origin', headers: { Accept: 'application/json' }, signal, ...options });
      if (answer.status === 401) this.spare(this.dataset.out, body);
      else if (answer.ok) this.kept(await answer.json());
      else if (answer.status === 429 || answer.status >= 500) this.later(body);
    } catch {
      if (!signal.aborted) this.later(body);
    }
  }

  kept({ id, version, said }) {
    if (id) {
      this.form.elements.once.value = id;
      this.form.elements.version.value = version;
    }
    this.textContent = said;
    spare(null);
  }

  later(body) {
    this.spare(this.dataset.offline, body);
    if (!this.timer) this.soon(AGAIN);
  }

  spare(said, body) {
    this.textContent = said;
    spare(Object.fromEntries([...body].filter(([name, value]) => value && TYPED.test(name))));
  }

  /** What could not be sent the last time. */
  bringBack() {
    const { title, text } = this.form.elements;
    const left = spare();
    if (!left || title.value || text.value || this.form.elements['poll-question']?.value) return;
    for (const [name, value] of Object.entries(left)) {
      const field = this.form.elements[name];
      if (field instanceof window.RadioNodeList || field?.matches?.('input:not([type=checkbox]), textarea')) field.value = value;
      if (field?.type === 'checkbox') field.checked = true;
    }
    if (left['poll-question']) this.form.querySelector('#poll-fields')?.setAttribute('open', '');
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Reads the text that stays in this browser, or writes it; null removes it. */
function spare(left) {
  try {
    if (left === undefined) return JSON.parse(window.localStorage.getItem(SPARE));
    if (left) window.localStorage.setItem(SPARE, JSON.stringify(left));
    else window.localStorage.removeItem(SPARE);
  } catch {
    // A browser that refuses storage keeps nothing; the field still holds the text.
  }
  return null;
}
