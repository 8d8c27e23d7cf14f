// <photo-gallery class="gallery gallery--3"><a href="/photos/{id}" data-full="/pictures/…"><img alt="…" …></a>…</photo-gallery>
// with, once in the page, <template id="lightbox"><dialog class="lightbox" aria-label="…">
//   <div class="lightbox__bar"><span class="lightbox__count" data-count data-words="{n} sur {total}" role="status"></span>
//     <a class="iconbtn" data-page>…</a><button class="iconbtn" data-close>…</button></div>
//   <div class="lightbox__stage"><button class="iconbtn" data-prev>…<img class="lightbox__img" alt=""><button class="iconbtn" data-next>…</div>
//   <p class="lightbox__alt" data-alt></p></dialog></template>
// Photos open in a dialog: arrows, Home, End, Escape, swipe; closing gives focus back to the link of the photo last seen.
import { Behaviour, fromTemplate } from '../lib/behaviour.js';

const SWIPE = 48;

export default class PhotoGallery extends Behaviour {
  start() {
    this.on(this, 'click', (event) => {
      const link = event.target.closest('a[data-full]');
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
      if (!document.getElementById('lightbox')) return;
      event.preventDefault();
      this.open(this.links.indexOf(link));
    });
  }

  stop() {
    this.dialog?.remove();
  }

  get links() {
    return [...this.querySelectorAll('a[data-full]')];
  }

  open(index) {
    this.dialog = fromTemplate(document.getElementById('lightbox'));
    const part = (name) => this.dialog.querySelector(name);
    document.body.append(this.dialog);
    this.on(part('[data-close]'), 'click', () => this.dialog.close());
    this.on(part('[data-prev]'), 'click', () => this.show(this.index - 1));
    this.on(part('[data-next]'), 'click', () => this.show(this.index + 1));
    this.on(this.dialog, 'keydown', (event) => this.key(event));
    this.on(this.dialog, 'pointerdown', (event) => (this.from = event.clientX));
    this.on(this.dialog, 'pointerup', (event) => this.swipe(event.clientX));
    this.on(this.dialog, 'close', () => this.closed());
    this.dialog.showModal();
    this.show(index);
  }

  show(index) {
    const links = this.links;
    this.index = (index + links.length) % links.length;
    const link = links[this.index];
    const alt = link.querySelector('img')?.alt ?? '';
    const image = this.dialog.querySelector('img');
    image.src = link.dataset.full;
    image.alt = alt;
    const words = this.dialog.querySelector('[data-alt]');
    if (words) words.textContent = alt;
    const count = this.dialog.querySelector('[data-count]');
    if (count) count.textContent = count.dataset.words.replace('{n}', this.index + 1).replace('{total}', links.length);
    const page = this.dialog.querySelector('[data-page]');
    if (page) page.href = link.href;
    for (const button of this.dialog.querySelectorAll('[data-prev], [data-next]')) button.hidden = links.length < 2;
    // The neighbour is fetched ahead.
    new Image().src = links[(this.index + 1) % links.length].dataset.full;
  }

  key(event) {
    const to = { ArrowLeft: this.index - 1, ArrowRight: this.index + 1, Home: 0, End: this.links.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.show(to);
  }

  swipe(x) {
    const moved = x - (this.from ?? x);
    this.from = undefined;
    if (Math.abs(moved) > SWIPE) this.show(this.index + (moved < 0 ? 1 : -1));
  }

  closed() {
    this.dialog.remove();
    this.links[this.index]?.focus();
  }
}
