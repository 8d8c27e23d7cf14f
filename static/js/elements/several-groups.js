// <several-groups data-count="/publish/readers" data-most="20"><div data-scripted hidden><input type="search"><p data-none hidden></p></div>
//   <ul><li><label><input type="checkbox" name="also" value="…">…</label></li></ul><p id="also-readers" role="status"></p><div data-plain>…</div></several-groups>
// Narrows the list while one types, counts who reads in all the groups that are chosen, and lets no more be ticked than can
// be published in at once. What is ticked stays in sight. Without script: the whole list, and a button that counts.
import { Behaviour } from '../lib/behaviour.js';
import { apply } from '../lib/apply.js';
import { fetchHtml } from '../lib/html.js';

const PAUSE = 250;

export default class SeveralGroups extends Behaviour {
  start() {
    this.form = this.closest('form');
    this.ticks = [...this.querySelectorAll('input[name=also]')];
    this.search = this.querySelector('input[type=search]');
    for (const part of this.querySelectorAll('[data-scripted]')) part.hidden = false;
    for (const part of this.querySelectorAll('[data-plain]')) part.hidden = true;
    if (this.search) {
      this.on(this.search, 'input', () => this.narrow());
      // Enter looks for a group; it does not publish.
      this.on(this.search, 'keydown', (event) => event.key === 'Enter' && event.preventDefault());
    }
    for (const tick of this.ticks) this.on(tick, 'change', () => this.chosen());
    this.on(this.form.elements.group, 'change', () => this.chosen());
    this.limit();
  }

  stop() {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  narrow() {
    const words = fold(this.search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const tick of this.ticks) {
      const line = tick.closest('li');
      const name = fold(line.textContent);
      line.hidden = !tick.checked && !words.every((word) => name.includes(word));
      if (!line.hidden) shown += 1;
    }
    this.querySelector('[data-none]').hidden = shown > 0;
  }

  chosen() {
    this.limit();
    this.form.querySelector('audience-line')?.show?.();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.count(), PAUSE);
  }

  /** The groups that are chosen, each once. */
  groups() {
    const ticked = this.ticks.filter((tick) => tick.checked).map((tick) => tick.value);
    return [...new Set([this.form.elements.group.value, ...ticked].filter(Boolean))];
  }

  limit() {
    const full = this.groups().length >= Number(this.dataset.most);
    for (const tick of this.ticks) tick.disabled = full && !tick.checked && tick.value !== this.form.elements.group.value;
  }

  async count() {
    this.asking?.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const query = new URLSearchParams(this.groups().map((slug) => ['also', slug]));
    try {
      const text = await fetchHtml(`${this.dataset.count}?${query}`, { signal });
      if (text !== null) apply(text);
    } catch {
      // What was counted last is no longer true, and nothing false is said.
      if (!signal.aborted) this.querySelector('#also-readers').hidden = true;
    }
  }
}

const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
