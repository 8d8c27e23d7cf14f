// A large file on its way in parts (tus 1.0: creation, offset, termination). After a cut it goes on where it stopped: by
// itself, with growing pauses or as soon as the line is back; and after a reload when the same file is chosen again.
import { forget, place, remember } from './places.js';
import { ask, Cut } from './request.js';

/** The size of a part; what has more goes in parts. */
export const LARGE = 4 * 1024 * 1024;
const [SHORT, LONG] = [1000, 30_000];

/** Places that this page sends to: the same file chosen twice is two. */
const taken = new Set();

export class Resumable {
  /** `tell` receives {percent, left (seconds)}, {waiting, status}, {paused}, {id} or {error, final}. */
  constructor(file, url, tell) {
    Object.assign(this, { file, url, tell, running: false, paused: false, preview: '' });
    this.key = `${file.name} ${file.size} ${file.lastModified}`;
  }

  async send() {
    this.running = true;
    this.left = false;
    this.wait = SHORT;
    this.tell({ percent: 0 });
    while (!this.left) {
      try {
        await this.parts();
        const { place: at } = this;
        this.keep();
        return this.end({ id: at.split('/').at(-1) });
      } catch (problem) {
        if (this.left) return;
        if (!(problem instanceof Cut)) return this.end({ error: '' });
        if (problem.words !== undefined) {
          this.keep();
          return this.end({ error: problem.words, final: problem.final });
        }
        if (!this.paused) this.tell({ waiting: true, status: problem.status });
        await this.rest();
      }
    }
  }

  async parts() {
    const known = this.place ? undefined : place(this.key);
    if (known && !taken.has(known)) this.keep(known);
    let here = this.place ? await this.here() : undefined;
    if (here === undefined) {
      await this.begin();
      here = 0;
    }
    this.from = here;
    this.since = performance.now();
    this.count(here);
    do here = await this.part(here);
    while (here < this.file.size);
  }

  async begin() {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(this.file.name)));
    const answer = await this.ask('POST', this.url, { 'Upload-Length': this.file.size, 'Upload-Metadata': `filename ${name}` });
    this.keep(answer.getResponseHeader('Location'));
  }

  /** How much is there; nothing if it is not known any more. */
  async here() {
    try {
      return Number((await this.ask('HEAD', this.place)).getResponseHeader('Upload-Offset'));
    } catch (problem) {
      if (problem.status !== 404) throw problem;
      this.keep();
      return undefined;
    }
  }

  async part(here) {
    const headers = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': here };
    const answer = await this.ask('PATCH', this.place, headers, this.file.slice(here, here + LARGE), (sent) => this.count(here + sent));
    this.wait = SHORT;
    const now = Number(answer.getResponseHeader('Upload-Offset'));
    this.count(now);
    return now;
  }

  ask(method, url, headers, body, moved) {
    this.request = new XMLHttpRequest();
    return ask(this.request, method, url, headers, body, (sent) => !this.paused && moved?.(sent));
  }

  count(sent) {
    const took = (performance.now() - this.since) / 1000;
    const left = took > 2 && sent > this.from ? ((this.file.size - sent) * took) / (sent - this.from) : undefined;
    this.tell({ percent: (sent / this.file.size) * 100, left });
  }

  /** A while after a cut, longer each time; as long as it takes where somebody paused it. */
  rest() {
    const { wait, paused } = this;
    this.wait = Math.min(wait * 2, LONG);
    return new Promise((go) => {
      this.go = go;
      if (paused) return;
      setTimeout(go, wait);
      addEventListener('online', go, { once: true });
    });
  }

  resume() {
    this.paused = false;
    this.wait = SHORT;
    this.go?.();
  }

  turn() {
    if (this.paused) return this.resume();
    this.paused = true;
    this.tell({ paused: true });
    return this.request?.abort();
  }

  end(state) {
    this.running = false;
    this.tell(state);
  }

  /** Stops without giving up: the page is left. */
  leave() {
    this.running = false;
    this.left = true;
    taken.delete(this.place);
    this.request?.abort();
    this.go?.();
  }

  cancel() {
    const { place: at, running } = this;
    this.leave();
    this.keep();
    if (running && at) fetch(at, { method: 'DELETE' }).catch(() => {});
  }

  keep(at) {
    taken.delete(this.place);
    this.place = at;
    if (at) {
      taken.add(at);
      remember(this.key, at);
    } else forget(this.key);
  }
}
