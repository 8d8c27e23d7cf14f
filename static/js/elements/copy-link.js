// <copy-link data-done="Lien copié"><a href="/posts/…">Copier le lien</a></copy-link>, or a <button value="text to copy">.
// Copies the address (or the value) and says so in its own [data-label], or in itself, for two seconds.
import { Behaviour } from '../lib/behaviour.js';

export class CopyLink extends Behaviour {
  start() {
    const control = this.querySelector('a, button');
    const label = this.querySelector('[data-label]') ?? control;
    if (!control || !navigator.clipboard) return;
    label.setAttribute('aria-live', 'polite');
    this.on(control, 'click', async (event) => {
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(control.value || control.href);
      } catch {
        return;
      }
      this.words ??= label.textContent;
      label.textContent = this.dataset.done;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (label.textContent = this.words), 2000);
    });
  }

  stop() {
    clearTimeout(this.timer);
  }
}
