// <emoji-picker><a class="react" href="a page with the same grid" title="…">…</a></emoji-picker> inside a form
// with, once in the page, <template id="emoji"><div><input type="search" class="input input--s picker__find" aria-label="…">
//   <div class="picker__grid" role="group" aria-label="…"><button type="submit" name="on" value="👏" title="applaudissements">👏</button>…
// The link becomes a menu, filled from the template when first opened; a button sends the form around it.
import { Behaviour, fromTemplate } from '../lib/behaviour.js';

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export default class EmojiPicker extends Behaviour {
  start() {
    // An element that is moved in the page starts again.
    this.menu ??= this.unfold(this.querySelector('a'));
    this.on(this.menu, 'toggle', () => this.menu.open && this.fill());
    this.on(this, 'click', (event) => this.choose(event));
    this.on(this, 'input', (event) => this.filter(event.target.value));
    this.on(this, 'keydown', (event) => this.key(event));
  }

  /** The link becomes a menu. */
  unfold(link) {
    const [menu, summary, list] = ['details', 'summary', 'div'].map((name) => document.createElement(name));
    menu.className = 'menu menu--start';
    summary.className = link.className;
    summary.title = link.title;
    summary.append(...link.childNodes);
    list.className = 'menu__list popover picker';
    menu.append(summary, list);
    link.replaceWith(menu);
    return menu;
  }

  fill() {
    const place = this.querySelector('.picker');
    if (!place.querySelector('.picker__grid')) {
      const grid = fromTemplate(document.getElementById('emoji'));
      if (grid) place.replaceChildren(...grid.childNodes);
      place.dispatchEvent(new CustomEvent('parvis:grown', { bubbles: true }));
    }
    place.querySelector('input')?.focus({ preventScroll: true });
  }

  get buttons() {
    return [...this.querySelectorAll('.picker__grid button')].filter((b) => !b.hidden);
  }

  /** The button sends the form first. */
  choose(event) {
    if (event.target.closest('.picker__grid button')) queueMicrotask(() => (this.menu.open = false));
  }

  filter(text) {
    const wanted = plain(text.trim());
    for (const button of this.querySelectorAll('.picker__grid button')) button.hidden = !plain(button.title).includes(wanted);
  }

  /** Arrows walk the grid; from the search field, down enters it. */
  key(event) {
    const buttons = this.buttons;
    const at = buttons.indexOf(document.activeElement);
    if (event.target.matches('input')) {
      if (event.key === 'Enter') event.preventDefault();
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      buttons[0]?.focus();
      return;
    }
    if (at < 0) return;
    const columns = buttons.filter((b) => b.offsetTop === buttons[0].offsetTop).length;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    if (at + step < 0) this.querySelector('input')?.focus();
    else buttons[Math.min(buttons.length - 1, at + step)].focus();
  }
}
