// <show-password class="pw"><input type="password" …><button type="button" aria-pressed="false" hidden>…</button></show-password>
// The button (hidden without script) shows and hides what was typed.
import { Behaviour } from '../lib/behaviour.js';

export class ShowPassword extends Behaviour {
  start() {
    const field = this.querySelector('input');
    const button = this.querySelector('button');
    if (!field || !button) return;
    button.hidden = false;
    this.on(button, 'click', () => {
      const shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      button.setAttribute('aria-pressed', String(!shown));
    });
    // A password manager must never see a text field being sent.
    if (field.form) this.on(field.form, 'submit', () => (field.type = 'password'));
  }
}
