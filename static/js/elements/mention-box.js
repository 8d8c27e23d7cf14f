// <mention-box [data-group="id"] data-label="name of the list"><textarea id="…"></textarea></mention-box>
// After "@" and one letter, GET /mentions?q=&group= answers <div role="option" class="menuitem" data-handle="louise">…;
// after "#" and one letter it asks /hashtags/suggestions in the same way.
// An editor that takes the area's place (rich-text) is served in the same way. Enter, Tab or a click writes "@louise ".
// Backspace just behind a mention removes the whole of it.
import { Behaviour } from '../lib/behaviour.js';
import { fetchHtml, parse } from '../lib/html.js';
import { Listbox } from '../lib/listbox.js';

const BEFORE = /(?:^|[\s([{«"'’])([@#])([\p{L}\p{M}\p{N}._’'-]{1,50})$/u;
const WHOLE = /(^|\s)@[\p{L}\p{N}._-]+ $/u;

export default class MentionBox extends Behaviour {
  start() {
    const area = this.querySelector('textarea, input');
    if (!area) return;
    this.area = area;
    this.list = this.popup();
    this.known = new Set();
    this.on(area, 'input', () => this.look());
    // An editor in its place is written in as the area is.
    this.on(this, 'parvis:rich', (event) => this.serve(event.detail ?? area));
    this.serve(this.querySelector('.richtext') ?? area);
    // Before what the field itself does with a key.
    this.on(this, 'keydown', (event) => event.target === this.area && this.key(event), { capture: true });
    this.on(this, 'blur', (event) => event.target === this.area && this.box.close(), { capture: true });
    // Before blur, so that the field keeps focus.
    this.on(this.list, 'pointerdown', (event) => {
      event.preventDefault();
      this.insert(event.target.closest('[role="option"]'));
    });
  }

  serve(field) {
    this.box?.close();
    this.area = field;
    this.box = new Listbox(field, this.list);
  }

  /** The list of what fits, behind the field. It is for the script alone, so the page does not carry it. */
  popup() {
    const list = document.createElement('div');
    Object.assign(list, { className: 'mentionpop popover', role: 'listbox', id: `${this.area.id}-people`, hidden: true });
    list.setAttribute('aria-label', this.dataset.label);
    return list;
  }

  // A new version of the form from the server knows nothing of the list: it is put there each time.
  open() {
    if (!this.list.isConnected) this.append(this.list);
    this.area.setAttribute('aria-controls', this.list.id);
    this.area.setAttribute('aria-autocomplete', 'list');
    this.box.open();
    this.box.first();
  }

  /** The sign and what follows it: "@lou". */
  get typed() {
    const found = this.area.value.slice(0, this.area.selectionStart).match(BEFORE);
    return found ? found[1] + found[2] : undefined;
  }

  look() {
    clearTimeout(this.timer);
    this.pending?.abort();
    const name = this.typed;
    if (!name) this.box.close();
    else this.timer = setTimeout(() => this.ask(name), 120);
  }

  async ask(name) {
    this.pending = new AbortController();
    const [sign, ...letters] = name;
    const query = new URLSearchParams({ q: letters.join('') });
    if (sign === '@' && this.dataset.group) query.set('group', this.dataset.group);
    try {
      const html = await fetchHtml(`${sign === '@' ? '/mentions' : '/hashtags/suggestions'}?${query}`, { signal: this.pending.signal });
      if (html === null || this.typed !== name) return;
      this.list.replaceChildren(document.importNode(parse(html).content, true));
    } catch {
      return;
    }
    if (this.box.options.length === 0) return this.box.close();
    this.open();
  }

  key(event) {
    if (event.isComposing) return;
    if (this.list.hidden) {
      if (event.key === 'Backspace' && this.removeWhole()) event.preventDefault();
      return;
    }
    const used = { Enter: true, Tab: true, Escape: true }[event.key] || this.box.key(event.key);
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') this.box.close();
    else if (event.key === 'Enter' || event.key === 'Tab') this.insert(this.box.active);
  }

  insert(option) {
    const handle = option?.dataset.handle;
    if (!handle) return;
    const [end, typed] = [this.area.selectionStart, this.typed];
    if (!typed) return;
    this.area.setRangeText(`${typed[0]}${handle} `, end - typed.length, end, 'end');
    if (typed[0] === '@') this.known.add(handle);
    this.box.close();
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  removeWhole() {
    const end = this.area.selectionStart;
    if (end !== this.area.selectionEnd) return false;
    const mention = this.area.value.slice(0, end).match(WHOLE)?.[0].trimStart();
    if (!mention || !this.known.has(mention.slice(1, -1))) return false;
    this.area.setRangeText('', end - mention.length, end, 'end');
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }
}
