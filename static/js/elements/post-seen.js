// <post-seen data-url="/posts/{id}/view"></post-seen> inside a post.
// After two seconds half visible, with the page in front, tells the server once that the post was seen.
import { Behaviour } from '../lib/behaviour.js';

const REST = 2000;

export class PostSeen extends Behaviour {
  start() {
    const post = this.closest('.post');
    if (!post || this.dataset.sent) return;
    // Half of the post, or half of the screen for one taller than it.
    const threshold = [0.25, 0.5];
    this.watcher = new IntersectionObserver(([entry]) => {
      const screenful = entry.intersectionRect.height >= (entry.rootBounds?.height ?? Infinity) / 2;
      if (entry.intersectionRatio >= 0.5 || screenful) this.timer ??= setTimeout(() => this.seen(), REST);
      else this.rest();
    }, { threshold });
    this.watcher.observe(post);
    this.on(document, 'visibilitychange', () => document.hidden && this.rest());
  }

  rest() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  seen() {
    this.stop();
    this.dataset.sent = '1';
    fetch(this.dataset.url, { method: 'POST', keepalive: true, headers: { 'Parvis-Fragment': '1' } }).catch(() => {});
  }

  stop() {
    this.watcher?.disconnect();
    this.rest();
  }
}
