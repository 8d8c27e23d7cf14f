// <confirm-button data-title="…" data-text="…" data-yes="Supprimer" data-no="Garder" [data-word="name to type" data-label="…"]>
//   <button type="submit" class="btn btn--danger">…</button>
// </confirm-button>
// Asks before the form goes. Only for what has no way back (elsewhere: undo). Without script the server asks on a page.
import { Behaviour } from '../lib/behaviour.js';

const make = (tag, className, text = '') => Object.assign(document.createElement(tag), { className, textContent: text });

export class ConfirmButton extends Behaviour {
  start() {
    this.on(this, 'click', (event) => {
      const button = event.target.closest('button');
      if (!button?.form || this.sure) return;
      event.preventDefault();
      event.stopPropagation();
      this.ask(button);
    });
  }

  ask(button) {
    const { title, text, yes, no, word, label } = this.dataset;
    const dialog = make('dialog', 'sheet');
    const heading = make('h2', '', title);
    const body = make('div', 'sheet__body');
    const foot = make('div', 'sheet__foot');
    const stay = make('button', 'btn', no);
    const go = make('button', 'btn btn--danger', yes ?? button.textContent);
    heading.id = 'confirm-title';
    dialog.setAttribute('aria-labelledby', heading.id);
    body.append(heading, make('p', '', text));
    if (word) body.append(this.wordField(word, label, go));
    foot.append(stay, go);
    dialog.append(body, foot);
    stay.type = go.type = 'button';
    this.on(stay, 'click', () => dialog.close());
    this.on(go, 'click', () => {
      dialog.close();
      this.send(button);
    });
    this.on(dialog, 'close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    stay.focus();
  }

  /** The button opens only once the name was written as it is. */
  wordField(word, label, go) {
    const field = make('label', 'field');
    const input = make('input', 'input');
    field.append(make('span', 'label', label), input);
    go.disabled = true;
    this.on(input, 'input', () => (go.disabled = input.value.trim() !== word));
    return field;
  }

  send(button) {
    this.sure = true;
    button.form.requestSubmit(button);
    this.sure = false;
  }
}
