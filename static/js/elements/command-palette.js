// <command-palette data-src="/palette"><dialog class="sheet palette" aria-label="…">
//   <form class="palette__in" action="/search" method="get"><svg…><input name="q" role="combobox" aria-expanded="true"
//     aria-controls="palette-list" aria-autocomplete="list" aria-label="…" autocomplete="off"></form>
//   <div id="palette-list" role="listbox" aria-label="…">
//     <div role="group" aria-labelledby="…"><div class="palette__g" id="…">Aller à</div>
//       <a role="option" class="menuitem" tabindex="-1" aria-selected="false" href="/…" [data-words="extra words"]>…</a></div>
//     <div data-results></div></div>
//   <p data-none role="status" hidden>Aucun résultat</p></dialog></command-palette>
// Ctrl K, "/" and [data-palette] open it. Server options are filtered by what is typed; from two letters on,
// GET data-src?q= answers groups of options for [data-results]. Enter follows the active one, or sends the search form.
import { Behaviour, isWriting } from '../lib/behaviour.js';
import { fetchHtml, parse } from '../lib/html.js';
import { Listbox } from '../lib/listbox.js';

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export default class CommandPalette extends Behaviour {
  start() {
    this.dialog = this.querySelector('dialog');
    this.field = this.querySelector('[role="combobox"]');
    this.results = this.querySelector('[data-results]');
    this.box = new Listbox(this.field, this.querySelector('[role="listbox"]'));
    this.on(document, 'keydown', (event) => this.shortcut(event));
    this.on(document, 'click', (event) => {
      if (!event.target.closest?.('[data-palette]')) return;
      event.preventDefault();
      this.show();
    });
    this.on(this.field, 'input', () => this.search());
    this.on(this.field, 'keydown', (event) => this.key(event));
    this.on(this.dialog, 'click', (event) => event.target === this.dialog && this.dialog.close());
    this.on(this.dialog, 'close', () => this.pending?.abort());
  }

  shortcut(event) {
    const held = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    const off = document.documentElement.dataset.keys === 'off';
    const slash = event.key === '/' && !off && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
    if (!held && !slash) return;
    event.preventDefault();
    this.show();
  }

  show() {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.field.select();
    this.search();
  }

  key(event) {
    if (event.isComposing) return;
    if (this.box.key(event.key)) event.preventDefault();
    else if (event.key === 'Enter' && this.box.active) {
      event.preventDefault();
      this.box.active.click();
    }
  }

  async search() {
    const text = this.field.value.trim();
    this.filter(plain(text));
    this.pending?.abort();
    clearTimeout(this.timer);
    if (text.length < 2) this.results?.replaceChildren();
    else if (this.results) this.timer = setTimeout(() => this.ask(text), 150);
  }

  /** Every word typed must begin a word of the option. */
  filter(text) {
    const words = text.split(/\s+/).filter(Boolean);
    for (const option of this.box.list.querySelectorAll('[role="option"]')) {
      if (option.closest('[data-results]')) continue;
      const has = plain(`${option.textContent} ${option.dataset.words ?? ''}`).split(/[\s'’-]+/);
      option.hidden = !words.every((w) => has.some((h) => h.startsWith(w)));
    }
    this.settle();
  }

  async ask(text) {
    this.pending = new AbortController();
    try {
      const url = `${this.dataset.src}?${new URLSearchParams({ q: text })}`;
      const html = await fetchHtml(url, { signal: this.pending.signal });
      if (html === null) return;
      this.results.replaceChildren(document.importNode(parse(html).content, true));
      this.settle();
    } catch {
      // Offline or overtaken by the next letter: what is already listed stays.
    }
  }

  settle() {
    for (const group of this.box.list.querySelectorAll('[role="group"]')) {
      group.hidden = !group.querySelector('[role="option"]:not([hidden])');
    }
    this.box.first();
    const none = this.querySelector('[data-none]');
    if (none) none.hidden = this.box.options.length > 0;
  }
}
