// <file-drop data-src="/pictures" data-name="picture" data-row="photo" data-accept="image/" data-max="20971520" data-most="20"
//     data-heavy="… too heavy" data-kind="… wrong kind" data-many="… too many" data-failed="… not sent">
//   …<input type="file" name="files" multiple accept="image/*">… <ul class="drops" aria-label="…"></ul></file-drop>
// and a <template> of a row: li.drop with img, [data-name], buttons (type="button") with [data-up], [data-down], [data-remove],
// [data-alt], progress, and .drop__error with [data-why] and [data-retry].
// With data-endings=".pdf .txt" instead of data-accept, names count; a row may have [data-type] instead of an image. Of two
// in a form, what is pasted or dropped goes to the one that takes it; what none takes is refused by the last.
// Rows that are there already come with id="{data-row}-{id}" and their hidden field; .drop__plain is for those without script.
// Files are sent one by one to data-src (field "file"; answer JSON {"id":"…"}); each leaves a hidden field data-name in its
// row, order as shown. With data-parts="/files/uploads" large ones go in parts (lib/resume.js), with words of lib/progress.js.
// The form waits for running uploads, and films until they are told of (lib/film.js). Without script the field is sent.
import { Behaviour, fromTemplate } from '../lib/behaviour.js';
import { describe } from '../lib/film.js';
import { fits, refusal } from '../lib/fits.js';
import { progress } from '../lib/progress.js';
import { LARGE, Resumable } from '../lib/resume.js';
import { Upload } from '../lib/upload.js';

export default class FileDrop extends Behaviour {
  start() {
    this.field = this.querySelector('input[type="file"]');
    this.list = this.querySelector('.drops');
    this.form = this.field.form ?? this;
    this.rows = new Map();
    this.on(this.field, 'change', () => {
      this.add(this.field.files);
      this.field.value = '';
    });
    this.on(this.form, 'paste', (event) => this.take(event, event.clipboardData));
    this.on(this.form, 'drop', (event) => this.take(event, event.dataTransfer));
    this.on(this.form, 'dragover', (event) => this.over(event, true));
    this.on(this.form, 'dragleave', (event) => !this.form.contains(event.relatedTarget) && this.over(event, false));
    this.on(this.form, 'submit', (event) => this.hold(event), { capture: true });
    this.on(this.list, 'click', (event) => this.act(event));
  }

  stop() {
    for (const upload of this.rows?.values() ?? []) (upload.leave ?? upload.cancel).call(upload);
  }

  over(event, yes) {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.classList.toggle('is-over', yes);
  }

  take(event, data) {
    this.classList.remove('is-over');
    if (!data?.files.length) return;
    event.preventDefault();
    const drops = [...this.form.querySelectorAll('file-drop')];
    const taken = (file) => drops.some((drop) => drop.fits?.(file));
    this.add([...data.files].filter((file) => this.fits(file) || (drops.at(-1) === this && !taken(file))));
  }

  add(files) {
    for (const file of files) {
      const row = fromTemplate(this.querySelector('template'));
      const tell = (state) => this.show(row, upload, state);
      const parts = file.size >= LARGE && this.dataset.parts;
      const upload = parts ? new Resumable(file, parts, tell) : new Upload(file, this.dataset.src, tell);
      if (!upload.turn) row.querySelector('[data-state]')?.remove();
      this.rows.set(row, upload);
      row.querySelector('[data-name]').textContent = file.name;
      const image = row.querySelector('img');
      if (image) image.src = upload.preview;
      else row.querySelector('[data-type]').textContent = file.name.split('.').at(-1).slice(0, 5).toUpperCase();
      this.list.append(row);
      const why = refusal(file, this.dataset, this.list.children.length);
      if (why) this.show(row, upload, { error: why, final: true });
      else upload.send();
    }
  }

  fits(file) {
    return fits(file, this.dataset);
  }

  show(row, upload, state) {
    const { id, error, final } = state;
    const problem = row.querySelector('.drop__error');
    row.classList.toggle('is-failed', error !== undefined);
    problem.hidden = error === undefined;
    progress(row, state, this.dataset);
    if (error !== undefined) {
      problem.querySelector('[data-why]').textContent = error || this.dataset.failed;
      problem.querySelector('[data-retry]').hidden = Boolean(final);
    }
    if (id !== undefined) this.keep(row, id);
    this.settle();
  }

  settle() {
    if (this.running) return;
    this.removeAttribute('aria-busy');
    this.release?.();
  }

  /** The hidden field and the alternative text travel together: alt text is named after the picture's id. */
  keep(row, id) {
    row.append(Object.assign(document.createElement('input'), { type: 'hidden', name: this.dataset.name ?? 'picture', value: id }));
    row.id = `${this.dataset.row ?? 'photo'}-${id}`;
    const alt = row.querySelector('[data-alt]');
    if (alt) alt.name = `alt-${id}`;
    else describe(this.rows.get(row), id, () => this.settle());
    this.form.dispatchEvent(new Event('parvis:files'));
  }

  get running() {
    return [...this.rows.values()].some((u) => u.running || u.describing);
  }

  /** Sending waits until the last upload is done; the same button then sends. */
  hold(event) {
    // The rows stand in the order that was made: their numbers are for those without script.
    for (const field of this.querySelectorAll('[data-place]')) field.disabled = true;
    if (!this.running) return;
    for (const upload of this.rows.values()) if (upload.paused) upload.resume();
    event.preventDefault();
    event.stopImmediatePropagation();
    this.setAttribute('aria-busy', 'true');
    event.submitter?.setAttribute('aria-busy', 'true');
    this.release = () => {
      this.release = null;
      event.submitter?.removeAttribute('aria-busy');
      if (!this.querySelector('.drop.is-failed')) this.form.requestSubmit(event.submitter);
    };
  }

  act(event) {
    const [row, button] = ['.drop', 'button'].map((of) => event.target.closest(of));
    if (!row || !button) return;
    if (button.hasAttribute('data-up')) row.previousElementSibling?.before(row);
    else if (button.hasAttribute('data-down')) row.nextElementSibling?.after(row);
    else if (button.hasAttribute('data-retry')) this.rows.get(row).send();
    else if (button.hasAttribute('data-pause')) this.rows.get(row).turn();
    else if (button.hasAttribute('data-remove')) return this.drop(row);
    button.focus();
  }

  drop(row) {
    this.rows.get(row)?.cancel();
    this.rows.delete(row);
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (next?.querySelector('[data-remove]') ?? this.field).focus();
    if (!this.running) this.release?.();
    this.form.dispatchEvent(new Event('parvis:files'));
  }
}
