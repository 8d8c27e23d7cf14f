// The active option of a combobox: focus stays in the field, aria-activedescendant moves.
let serial = 0;

export class Listbox {
  constructor(field, list) {
    this.field = field;
    this.list = list;
    this.active = null;
  }

  get options() {
    return [...this.list.querySelectorAll('[role="option"]')].filter((o) => !o.hidden && !o.closest('[role="group"][hidden]'));
  }

  choose(option) {
    this.active?.setAttribute('aria-selected', 'false');
    this.active = option ?? null;
    if (!option) {
      this.field.removeAttribute('aria-activedescendant');
      return;
    }
    option.id ||= `option-${(serial += 1)}`;
    option.setAttribute('aria-selected', 'true');
    this.field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  first() {
    this.choose(this.options[0]);
  }

  /** Moves on arrow keys; answers whether the key was used. */
  key(name) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[name];
    const options = this.options;
    if (!step || options.length === 0) return false;
    const at = options.indexOf(this.active);
    this.choose(options[(at + step + options.length) % options.length] ?? options[0]);
    return true;
  }

  close() {
    this.choose(null);
    this.list.hidden = true;
    this.expand('false');
  }

  // A text area is no combobox by its role: nothing there expands.
  expand(state) {
    if (this.field.getAttribute('role') === 'combobox') this.field.setAttribute('aria-expanded', state);
  }

  open() {
    this.list.hidden = false;
    this.expand('true');
  }
}
