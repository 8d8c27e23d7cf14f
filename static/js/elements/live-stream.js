// <live-stream topics="home group:… post:… me" since="<mark>" [src="/live"]>
//   <p class="livenote" role="status" data-lost hidden>Connexion perdue…</p>
//   <a class="btn btn--primary btn--s newpill" href="/" data-pill data-one="{n} nouvelle publication" data-other="{n} nouvelles publications" hidden></a>
// </live-stream>   (data-pill may stand elsewhere in the page)
// One WebSocket a page. Sends {"topics":[…],"since":N}; receives one JSON message, or an array of them:
//   {"a":mark,"t":topic,"k":kind,"id":dom id,"html":…,"after":dom id of a list,"n":count}
// kinds: new-post (pill), fragment (replaces `id`, or is appended to `after`), remove, count ([data-count="id"]),
// ask (what the page shows has moved: it comes anew, unless somebody is writing in it and may still see it),
// resync (the server cannot tell what was missed: the pill offers a reload), close (do not come back).
import { apply } from '../lib/apply.js';
import { Behaviour, counted } from '../lib/behaviour.js';

const FIRST = 500;
const LONGEST = 30_000;
const PATIENCE = 5000;

export class LiveStream extends Behaviour {
  start() {
    this.since = this.getAttribute('since');
    this.tries = 0;
    this.fresh = new Set();
    this.on(window, 'online', () => this.again(0));
    this.on(window, 'pagehide', () => this.stop());
    this.on(window, 'pageshow', (event) => event.persisted && this.again(0));
    this.on(document, 'visibilitychange', () => !document.hidden && !this.socket && this.again(0));
    this.open();
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.worry);
    this.worry = undefined;
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  open() {
    const url = new URL(this.getAttribute('src') ?? '/live', location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.onopen = () => {
      const since = /^\d+$/.test(this.since) ? Number(this.since) : this.since;
      const topics = (this.getAttribute('topics') ?? '').split(/\s+/).filter(Boolean);
      socket.send(JSON.stringify({ topics, since: since }));
      clearTimeout(this.worry);
      this.worry = undefined;
      this.lost(false);
      // A server that accepts and closes at once must still be met with growing delays.
      this.steady = setTimeout(() => (this.tries = 0), PATIENCE);
    };
    socket.onmessage = ({ data }) => [JSON.parse(data)].flat().forEach((m) => this.receive(m));
    socket.onclose = () => this.closed(socket);
  }

  closed(socket) {
    clearTimeout(this.steady);
    if (this.socket !== socket) return;
    this.socket = null;
    if (this.over) return;
    this.worry ??= setTimeout(() => this.lost(true), PATIENCE);
    this.tries += 1;
    const most = Math.min(LONGEST, FIRST * 2 ** this.tries);
    this.again(FIRST + Math.random() * (most - FIRST));
  }

  again(delay) {
    clearTimeout(this.timer);
    if (this.over || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return;
    this.timer = setTimeout(() => this.isConnected && this.open(), delay);
  }

  lost(yes) {
    const note = this.querySelector('[data-lost]');
    if (note) note.hidden = !yes;
  }

  receive(message) {
    const { a, k, id, html, after, n } = message;
    if (a !== undefined && a !== null) this.since = a;
    if (k === 'new-post') this.pill(message);
    else if (k === 'fragment') this.fragment(html, id, after);
    else if (k === 'remove') document.getElementById(id)?.remove();
    else if (k === 'count') this.count(id, n);
    else if (k === 'resync') this.resync();
    else if (k === 'ask') void this.ask();
    else if (k === 'close') this.over = true;
  }

  fragment(html, id, after) {
    const list = after && document.getElementById(after);
    if (id && !document.getElementById(id) && !list) return;
    for (const element of apply(html, { fallback: list })) if (element.parentElement === list) element.classList.add('is-fresh');
  }

  count(id, n) {
    for (const badge of document.querySelectorAll(`[data-count="${CSS.escape(id)}"]`)) {
      const number = badge.querySelector('[data-n]') ?? badge;
      number.textContent = n > 99 ? '99+' : String(n);
      badge.hidden = n === 0;
    }
  }

  get pillLink() {
    return this.querySelector('[data-pill]') ?? document.querySelector('[data-pill]');
  }

  /** My own posts are already in the page; a post announced twice counts once. */
  pill({ id, a, n }) {
    if (id && document.getElementById(id)) return;
    this.fresh.add(id ?? a ?? this.fresh.size);
    const link = this.pillLink;
    if (!link) return;
    (link.querySelector('[data-words]') ?? link).textContent = counted(link, n ?? this.fresh.size);
    link.hidden = false;
  }

  resync() {
    const link = this.pillLink;
    if (!link?.dataset.resync) return;
    (link.querySelector('[data-words]') ?? link).textContent = link.dataset.resync;
    link.hidden = false;
  }

  async ask() {
    const answer = await fetch(location.href, { method: 'HEAD', credentials: 'same-origin' });
    const writing = [...document.querySelectorAll('main textarea')].some((area) => area.value !== area.defaultValue);
    if (answer.status === 404 || !writing) location.reload();
  }
}
