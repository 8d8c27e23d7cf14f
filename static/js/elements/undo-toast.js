// <undo-toast [data-seconds="10"]><div class="toast"><span>…</span><form data-live …><button>Annuler</button></form></div></undo-toast>
// inside <div id="toasts" class="toasts" role="status">. Leaves after its time; waits while it is pointed at, holds
// focus, or the page is hidden. Without script the same words are a note at the top of the page.
import { Behaviour } from '../lib/behaviour.js';

export class UndoToast extends Behaviour {
  start() {
    this.left = Number(this.dataset.seconds ?? 10) * 1000;
    for (const type of ['pointerenter', 'focusin']) this.on(this.firstElementChild ?? this, type, () => this.pause());
    for (const type of ['pointerleave', 'focusout']) this.on(this.firstElementChild ?? this, type, () => this.run());
    this.on(document, 'visibilitychange', () => (document.hidden ? this.pause() : this.run()));
    this.on(this, 'keydown', (event) => event.key === 'Escape' && this.remove());
    this.on(this, 'submit', () => this.pause());
    this.run();
  }

  run() {
    this.pause();
    if (document.hidden || this.matches(':focus-within') || this.querySelector('.toast:hover')) return;
    this.since = Date.now();
    this.timer = setTimeout(() => this.remove(), this.left);
  }

  pause() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    // Never less than a moment to read it again.
    this.left = Math.max(1500, this.left - (Date.now() - this.since));
  }

  stop() {
    clearTimeout(this.timer);
  }
}
