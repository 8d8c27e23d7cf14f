// Writers write while Parvis, its database and both are killed without warning (kill -9). Afterwards everything that
// was acknowledged is there, once, and Parvis was ready again by itself each time.
//
//   node tests/crash.mjs BINARY DATA PORT     DATA: the folder of a Parvis that has the demo community
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [binary, data, port] = process.argv.slice(2);
const base = `http://127.0.0.1:${port}`;
const WRITERS = ['admin', 'manager', 'member', 'moderator'];
const EACH = 14;
/** After so many acknowledged comments: what is killed. */
const BLOWS = new Map([[8, ['parvis']], [18, ['database']], [28, ['parvis', 'database']], [38, ['database']], [46, ['parvis']]]);

let server;
let acknowledged = 0;
let over = false;
const log = [];

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function start() {
  const env = { ...process.env, PARVIS_DATA: data, PARVIS_LISTEN: `127.0.0.1:${port}`, PARVIS_METRICS_LISTEN: 'off' };
  delete env.DATABASE_URL;
  server = spawn(binary, ['serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => log.push(String(text)));
}

async function ready() {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.status === 200) return;
    await pause(100);
  }
  throw new Error('Parvis is not ready again after a minute');
}

async function strike(victims) {
  const started = Date.now();
  if (victims.includes('database')) {
    const pid = Number(readFileSync(`${data}/pg/cluster/postmaster.pid`, 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }
  if (victims.includes('parvis')) {
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGKILL');
    await gone;
    start();
  }
  await ready();
  console.log(`  ${victims.join(' and ')} killed: ready again after ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** One person's browser without script: keeps cookies, follows nothing by itself. */
class Writer {
  constructor(who) {
    this.who = who;
    this.cookies = new Map();
  }

  /** Asks until there is an answer that is not the sign of a server on its way. */
  async ask(path, fields) {
    for (let tries = 0; tries < 400; tries += 1) {
      const answer = await fetch(base + path, {
        method: fields ? 'POST' : 'GET',
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
        headers: { origin: base, cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
        body: fields,
      }).catch(() => null);
      const text = answer && (await answer.text().catch(() => null));
      if (text !== null && text !== undefined && answer.status < 500) {
        for (const cookie of answer.headers.getSetCookie()) {
          const [name, value] = cookie.split(';')[0].split('=');
          this.cookies.set(name, value);
        }
        return { status: answer.status, text, to: answer.headers.get('location') };
      }
      await pause(100);
    }
    throw new Error(`${this.who}: no answer from ${path}`);
  }

  async signIn() {
    const { status } = await this.ask('/sign-in', new URLSearchParams({ email: `${this.who}@demo.parvis.test`, password: 'demo-parvis-2026' }));
    if (status !== 303) throw new Error(`${this.who} cannot sign in: ${status}`);
  }

  async publish() {
    const page = await this.ask('/publish');
    const group = page.text.match(/<option value="([^"]+)"/)[1];
    const once = page.text.match(/name="once" value="([^"]+)"/)[1];
    const form = new FormData();
    for (const [name, value] of Object.entries({ group, once, title: '', text: `Journal de bord de ${this.who}` })) form.set(name, value);
    const answer = await this.ask('/publish', form);
    if (answer.status !== 303) throw new Error(`${this.who} cannot publish: ${answer.status}`);
    const own = (await this.ask(`/groups/${group}`)).text;
    this.post = own.slice(0, own.indexOf(`Journal de bord de ${this.who}`)).match(/\/posts\/[0-9a-f-]{36}/g).at(-1);
  }

  async write() {
    for (let n = 1; n <= EACH; n += 1) {
      const page = await this.ask(this.post);
      const once = page.text.match(new RegExp(`action="${this.post}/comments"[\\s\\S]*?name="once" value="([^"]+)"`))[1];
      const { status } = await this.ask(`${this.post}/comments`, new URLSearchParams({ body: `Mot ${n} de ${this.who}.`, once }));
      if (status !== 303) throw new Error(`${this.who}: comment ${n} answers ${status}`);
      acknowledged += 1;
    }
  }

  /** How often each acknowledged comment stands in the page. */
  async check() {
    const { text } = await this.ask(this.post);
    for (let n = 1; n <= EACH; n += 1) {
      const times = text.split(`>Mot ${n} de ${this.who}.<`).length - 1;
      if (times !== 1) throw new Error(`"Mot ${n} de ${this.who}." stands there ${times} times`);
    }
  }
}

async function blows() {
  for (const [count, victims] of BLOWS) {
    while (acknowledged < count && !over) await pause(20);
    if (!over) await strike(victims);
  }
}

start();
try {
  await ready();
  const writers = WRITERS.map((who) => new Writer(who));
  for (const writer of writers) await writer.signIn();
  for (const writer of writers) await writer.publish();
  await Promise.all([Promise.all(writers.map((writer) => writer.write())), blows()]);
  for (const writer of writers) await writer.check();
  console.log(`${BLOWS.size} blows, ${acknowledged} comments acknowledged: each is there once`);
  console.log('# pass 1');
} catch (error) {
  console.log(log.join('').split('\n').slice(-30).join('\n'));
  console.log(error.stack);
  console.log('# fail 1');
  process.exitCode = 1;
} finally {
  over = true;
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await gone;
}
