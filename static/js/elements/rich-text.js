// <rich-text for="id of the text area" data-keep></rich-text> beside its text area.
// Puts an editor in the area's place that shows bold as bold and lists as lists; the area behind it holds the Markdown.
// Buttons [data-md-button] of the form's <text-tools> work in it, [data-rich] are there with it, and
// [data-rich-switch] goes to the text area and back; this browser remembers which one was chosen.
// Says `parvis:rich` to those around it: with the field that is written in, or nothing when it is the text area.
import { Behaviour } from '../lib/behaviour.js';

const CHOICE = 'write-markdown';

export default class RichText extends Behaviour {
  start() {
    this.area = document.getElementById(this.getAttribute('for'));
    const { form } = this.area ?? {};
    this.bar = form?.querySelector('text-tools');
    if (!this.bar) return;
    this.on(this.bar, 'click', (event) => event.target.closest('[data-rich-switch]') && this.turn());
    this.on(this.bar, 'click', (event) => this.press(event), { capture: true });
    this.on(this.bar, 'keydown', (event) => this.key(event));
    // What else writes into the area is shown: a draft that comes back, an answer of the server.
    this.on(this.area, 'input', () => this.editor?.refresh());
    this.on(document, 'parvis:content', () => this.editor?.refresh(true));
    this.on(window, 'pageshow', () => this.editor?.refresh());
    this.on(form, 'click', (event) => this.lead(event));
    this.switch?.removeAttribute('hidden');
    if (!prefersMarkdown()) this.open();
  }

  stop() {
    this.close();
  }

  get switch() {
    return this.bar.querySelector('[data-rich-switch]');
  }

  async open() {
    const { open } = await import('../editor/view.js');
    const { tools, use, link, linkAt } = await import('../editor/tools.js');
    if (!this.isConnected || this.editor) return;
    Object.assign(this, { tools, use, link, linkAt });
    const focused = document.activeElement === this.area;
    this.editor = open(this, this.area, () => this.show());
    this.say(this.editor.view.dom);
    if (focused) this.editor.view.focus();
    this.show();
  }

  close() {
    this.editor?.view.destroy();
    this.editor = null;
  }

  /** To the text area, or back. */
  async turn() {
    const plain = Boolean(this.editor);
    prefersMarkdown(plain);
    if (plain) {
      this.close();
      this.say(null);
      this.show();
      this.area.focus();
    } else {
      await this.open();
      this.editor?.view.focus();
    }
  }

  say(field) {
    this.dispatchEvent(new CustomEvent('parvis:rich', { bubbles: true, detail: field }));
  }

  /** The buttons say where the caret stands. */
  show() {
    const { state } = this.editor?.view ?? {};
    this.switch?.setAttribute('aria-pressed', String(!state));
    for (const button of this.bar.querySelectorAll('[data-md-button], [data-rich]')) {
      const tool = state && this.tools[button.dataset.mdButton ?? button.dataset.rich];
      if (tool?.on) button.setAttribute('aria-pressed', String(tool.on(state)));
      else button.removeAttribute('aria-pressed');
      if (button.dataset.rich) button.hidden = !tool || tool.there?.(state) === false;
    }
    if (!state) this.address.hidden = true;
  }

  get address() {
    return this.bar.querySelector('[data-link]');
  }

  press(event) {
    const button = event.target.closest('button');
    if (!this.editor || !button) return;
    const name = button.dataset.mdButton ?? button.dataset.rich ?? button.dataset.linkDo;
    if (!name) return;
    event.preventDefault();
    event.stopPropagation();
    const { view } = this.editor;
    if (name === 'link') return this.ask();
    if (name === 'set' || name === 'off') return this.put(name === 'set' ? this.address.querySelector('input').value.trim() : '');
    this.use(name, view);
    view.focus();
  }

  /** The address of a link is typed below the buttons. */
  ask() {
    this.address.hidden = !this.address.hidden;
    if (this.address.hidden) return this.editor.view.focus();
    const { href } = this.linkAt(this.editor.view.state);
    const input = this.address.querySelector('input');
    input.value = href;
    this.address.querySelector('[data-link-do=off]').hidden = !href;
    input.focus();
    input.select();
  }

  put(address) {
    const { view } = this.editor;
    view.dispatch(this.link(view.state, address));
    this.address.hidden = true;
    view.focus();
  }

  key(event) {
    if (!this.editor || !event.target.closest('[data-link]')) return;
    if (event.key === 'Enter' && event.target.matches('input')) this.put(event.target.value.trim());
    else if (event.key === 'Escape') this.ask();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The name of the field, and what says what is wrong with it, lead to the editor. */
  lead(event) {
    if (!this.editor || !event.target.closest(`label[for="${this.area.id}"], a[href="#${this.area.id}"]`)) return;
    event.preventDefault();
    this.editor.view.focus();
  }
}

/** Whether this browser's member writes Markdown; with a value, remembers it. */
function prefersMarkdown(value) {
  try {
    if (value === undefined) return window.localStorage.getItem(CHOICE) === 'yes';
    window.localStorage.setItem(CHOICE, value ? 'yes' : 'no');
  } catch {
    // A browser that refuses storage remembers nothing.
  }
  return false;
}
