// <theme-switch><form method="post" action="/display">
//   <button name="theme" value="dark" aria-pressed="false">…</button> …
// </form></theme-switch>
// The theme changes at once and the form is sent behind; `auto` follows the device. A lone button given
// data-flip swaps its value between light and dark after each press.
import { Behaviour } from '../lib/behaviour.js';

export class ThemeSwitch extends Behaviour {
  start() {
    this.on(this, 'submit', (event) => {
      const button = event.submitter;
      if (!button) return;
      event.preventDefault();
      this.show(button.value);
      const form = event.target;
      const body = new URLSearchParams([...new FormData(form, button)]);
      fetch(form.getAttribute('action') ?? '', { method: 'POST', body, keepalive: true, headers: { 'Parvis-Fragment': '1' } }).catch(() => {});
      if (button.hasAttribute('data-flip')) button.value = button.value === 'dark' ? 'light' : 'dark';
    });
  }

  show(theme) {
    const root = document.documentElement;
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const button of document.querySelectorAll('theme-switch button[aria-pressed]')) {
      button.setAttribute('aria-pressed', String(button.value === theme));
    }
  }
}
