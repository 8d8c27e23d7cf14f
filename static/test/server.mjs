// A small server for the element tests: built assets, one page, canned answers, the real Content-Security-Policy.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { page } from './page.mjs';

const dist = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2' };
const POLICY =
  "default-src 'none'; script-src 'nonce-test' 'strict-dynamic'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types app default";

const ANSWERS = {
  '/list': (q) => [200, `<div id="results"><p role="status">${q.get('f')} trouvé</p></div>`],
  '/mentions': () => [200, '<div role="option" class="menuitem" data-handle="louise"><span></span><b>Louise</b></div>'],
  '/palette': () => [200, '<div role="group" aria-label="Personnes"><a role="option" class="menuitem" href="/m/1"><span></span>Louise</a></div>'],
  '/comments': (q, form) =>
    form.get('text') === 'bad'
      ? [422, '<form id="reply" method="post" action="/comments" data-live="#comments"><div class="errsum" tabindex="-1" id="erreurs">Trop court</div></form>']
      : [200, `<li class="comment" id="comment-9">${form.get('text')}</li><undo-toast id="t1" data-append="toasts"><div class="toast">Publié</div></undo-toast>`],
  '/reactions': () => [200, '<form id="react" method="post" action="/reactions" data-live><button class="react" name="off" value="👏" data-key="👏" aria-pressed="true" data-optimistic><span data-n>4</span></button></form>'],
  '/publish/readers': (q) => [200, `<p id="also-readers" role="status"${q.getAll('also').length > 1 ? '' : ' hidden'}>${q.getAll('also').join(' et ')}</p>`],
  '/moved': () => [204, '', { 'Parvis-Location': '/arrived' }],
  '/private': () => [401, ''],
};

/** Answers `{ url, seen, down, close }`: requests seen, and a switch that cuts the connection. */
export async function start() {
  const state = { seen: [], down: false };
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://test');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const say = (status, text, headers = {}) => {
      response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      response.end(text);
    };
    if (url.pathname.startsWith('/static/')) return file(path.basename(url.pathname), say);
    if (state.down) return request.socket.destroy();
    state.seen.push({ method: request.method, path: url.pathname, body, fragment: request.headers['parvis-fragment'] });
    const known = ANSWERS[url.pathname];
    if (known) return say(...known(url.searchParams, new URLSearchParams(body)));
    if (url.pathname === '/pictures') return say(201, '{"id":"pic-7"}', { 'Content-Type': 'application/json' });
    if (request.method === 'POST') return say(204, '');
    return say(200, page(dist), { 'Content-Security-Policy': POLICY });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  state.url = `http://127.0.0.1:${server.address().port}`;
  state.close = () => server.close();
  return state;
}

function file(name, say) {
  try {
    say(200, fs.readFileSync(path.join(dist, name)), { 'Content-Type': TYPES[path.extname(name)] });
  } catch {
    say(404, '');
  }
}
