// <choice-picture data-failed="… not sent"><img hidden><input type="hidden" name="poll-picture-1" data-id>
//   <input type="checkbox" name="poll-unpicture-1"><input type="file"><p class="error" data-error hidden><span></span></p></choice-picture>
// Sends the chosen picture ahead, shows it, and leaves its id in the hidden field, which drafts keep. The form waits for it.
// Without script the file comes with the form.
import { Behaviour } from '../lib/behaviour.js';
import { Upload } from '../lib/upload.js';

export default class ChoicePicture extends Behaviour {
  start() {
    this.file = this.querySelector('input[type="file"]');
    this.kept = this.querySelector('[data-id]');
    this.image = this.querySelector('img');
    this.problem = this.querySelector('[data-error]');
    this.on(this.file, 'change', () => this.take(this.file.files[0]));
    this.on(this.file.form, 'submit', (event) => this.hold(event), { capture: true });
  }

  stop() {
    this.upload?.cancel();
  }

  take(file) {
    if (!file) return;
    this.upload?.cancel();
    this.upload = new Upload(file, '/pictures', (state) => this.show(state));
    this.setAttribute('aria-busy', 'true');
    this.upload.send();
  }

  show({ id, error }) {
    if (id === undefined && error === undefined) return;
    this.removeAttribute('aria-busy');
    this.problem.hidden = error === undefined;
    this.problem.querySelector('span').textContent = error === undefined ? '' : error || this.dataset.failed;
    this.file.value = '';
    if (id !== undefined) this.keep(id);
    this.release?.();
  }

  keep(id) {
    this.kept.value = id;
    this.image.src = `/pictures/${id}/480`;
    this.image.hidden = false;
    const gone = this.querySelector('input[type="checkbox"]');
    if (gone) gone.checked = false;
    this.file.form.dispatchEvent(new Event('parvis:files'));
  }

  /** Sending waits until the picture is there; the same button then sends, unless something is wrong with it. */
  hold(event) {
    if (!this.upload?.running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    this.release = () => {
      this.release = null;
      if (this.problem.hidden) this.file.form.requestSubmit(submitter);
    };
  }
}
