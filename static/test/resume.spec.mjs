// The protocol of uploads in parts, over lines that break where the test says.
import { expect, test } from '../../tests/browser/chromium.js';
import { LARGE, Resumable } from '../js/lib/resume.js';

/** A server of one upload: `breaks` names the requests that never come back, `lost` those whose answer does not. */
function line({ breaks = [], lost = [], statuses = {} } = {}) {
  const state = { here: 0, total: 0, asked: [], begun: 0 };
  globalThis.XMLHttpRequest = class {
    upload = { addEventListener: () => {} };
    status = 0;
    responseText = '{"error":"Non."}';
    #on = {};
    #headers = {};
    addEventListener(type, go) {
      this.#on[type] = go;
    }
    open(method, url) {
      Object.assign(this, { method, url });
    }
    setRequestHeader(name, value) {
      this.#headers[name] = value;
    }
    getResponseHeader(name) {
      return { Location: `/files/uploads/u${state.begun}`, 'Upload-Offset': String(state.here) }[name];
    }
    abort() {
      this.#on.abort();
    }
    send(body) {
      const number = state.asked.push(`${this.method} ${this.#headers['Upload-Offset'] ?? ''}`.trim());
      setTimeout(() => this.answer(number, body));
    }
    answer(number, body) {
      if (breaks.includes(number)) return this.#on.error();
      this.status = statuses[number] ?? 204;
      if (this.status < 300 && this.method === 'POST') [state.here, state.begun] = [0, state.begun + 1];
      if (this.status < 300 && this.method === 'PATCH') state.here += body.size;
      return lost.includes(number) ? Object.assign(this, { status: 0 }).#on.error() : this.#on.load();
    }
  };
  globalThis.window = { localStorage: new Map() };
  const kept = globalThis.window.localStorage;
  Object.assign(kept, { getItem: (key) => kept.get(key) ?? null, setItem: kept.set.bind(kept), removeItem: kept.delete.bind(kept) });
  globalThis.addEventListener = () => {};
  return state;
}

const film = (parts) => ({ name: 'fête.mp4', size: parts * LARGE, lastModified: 7, slice: (from, to) => ({ size: Math.min(to, parts * LARGE) - from }) });

/** Sends and answers what was told at the end. */
async function sent(file, during = () => {}) {
  const told = [];
  const upload = new Resumable(file, '/files/uploads', (state) => told.push(state) && during(state, upload));
  await upload.send();
  return told;
}

test('parts follow each other, and its place is forgotten at the end', async () => {
  const state = line();
  expect((await sent(film(3))).at(-1)).toEqual({ id: 'u1' });
  expect(state.asked).toEqual(['POST', 'PATCH 0', `PATCH ${LARGE}`, `PATCH ${2 * LARGE}`]);
  expect(globalThis.window.localStorage.size).toBe(0);
});

test('a part that was cut is sent again from where it stopped', async () => {
  const state = line({ breaks: [3] });
  const told = await sent(film(3));
  expect(told.some(({ waiting }) => waiting)).toBe(true);
  expect(told.at(-1)).toEqual({ id: 'u1' });
  expect(state.asked).toEqual(['POST', 'PATCH 0', `PATCH ${LARGE}`, 'HEAD', `PATCH ${LARGE}`, `PATCH ${2 * LARGE}`]);
});

test('where only the last answer was lost, nothing is sent twice', async () => {
  const state = line({ lost: [4] });
  expect((await sent(film(3))).at(-1)).toEqual({ id: 'u1' });
  expect(state.asked.slice(4)).toEqual(['HEAD', `PATCH ${3 * LARGE}`]);
});

test('what the server does not know any more begins anew', async () => {
  const state = line({ statuses: { 3: 404, 4: 404 } });
  expect((await sent(film(2))).at(-1)).toEqual({ id: 'u2' });
  expect(state.asked).toEqual(['POST', 'PATCH 0', `PATCH ${LARGE}`, 'HEAD', 'POST', 'PATCH 0', `PATCH ${LARGE}`]);
});

test('a refusal is said in its words and ends it', async () => {
  line({ statuses: { 1: 413 } });
  expect((await sent(film(2))).at(-1)).toEqual({ error: 'Non.', final: true });
  line({ statuses: { 2: 507 } });
  expect((await sent(film(2))).at(-1)).toEqual({ error: 'Non.', final: false });
});

test('paused, it waits for somebody', async () => {
  const state = line();
  let paused;
  const told = await sent(film(3), ({ percent }, upload) => {
    if (percent > 30 && !paused) {
      paused = true;
      upload.turn();
      setTimeout(() => upload.turn(), 20);
    }
  });
  expect(told.filter((state) => state.paused).length).toBe(1);
  expect(told.at(-1)).toEqual({ id: 'u1' });
  expect(state.here).toBe(3 * LARGE);
});
