// <search-box data-src="/search/suggestions"><form role="search" action="/search">…<input name="q" role="combobox"
//   aria-expanded="false" aria-controls="finder-list" aria-autocomplete="list" autocomplete="off"></form>
//   <div class="finder__list popover" role="listbox" id="finder-list" aria-label="…" hidden></div></search-box>
// From two letters on, GET data-src?q= answers groups of options, the same as in the palette. Nothing is chosen by
// itself: Enter sends the form, or follows the option that the arrows came to. Escape closes, then empties.
import { Behaviour } from '../lib/behaviour.js';
import { fetchHtml, parse } from '../lib/html.js';
import { Listbox } from '../lib/listbox.js';

export default class SearchBox extends Behaviour {
  start() {
    this.field = this.querySelector('[role="combobox"]');
    this.list = this.querySelector('[role="listbox"]');
    if (!this.field || !this.list) return;
    this.box = new Listbox(this.field, this.list);
    this.on(this.field, 'input', () => this.look());
    this.on(this.field, 'keydown', (event) => this.key(event));
    this.on(this, 'focusout', (event) => !this.contains(event.relatedTarget) && this.close());
    // Before focus leaves the field, which would close the list under the pointer.
    this.on(this.list, 'pointerdown', (event) => event.preventDefault());
  }

  look() {
    clearTimeout(this.timer);
    this.pending?.abort();
    const text = this.field.value.trim();
    if (text.length < 2) this.close();
    else this.timer = setTimeout(() => this.ask(text), 180);
  }

  async ask(text) {
    this.pending = new AbortController();
    try {
      const url = `${this.dataset.src}?${new URLSearchParams({ q: text })}`;
      const html = await fetchHtml(url, { signal: this.pending.signal });
      if (html === null || this.field.value.trim() !== text || !this.contains(document.activeElement)) return;
      this.list.replaceChildren(document.importNode(parse(html).content, true));
    } catch {
      // Offline or overtaken by the next letter: what is already listed stays.
      return;
    }
    this.box.choose(null);
    if (this.box.options.length > 0) this.box.open();
    else this.close();
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key === 'ArrowDown' && this.list.hidden && this.box.options.length > 0) {
      event.preventDefault();
      this.box.open();
    } else if (!this.list.hidden && this.box.key(event.key)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && this.box.active && !this.list.hidden) {
      event.preventDefault();
      this.box.active.click();
    }
  }

  close() {
    clearTimeout(this.timer);
    this.pending?.abort();
    this.box.close();
  }
}
