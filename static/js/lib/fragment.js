// Enhanced forms and links, all by delegation:
//   <form data-live="#target">   sent by fetch; the answer's elements replace those with the same id, the rest goes to target.
//   <form data-live data-auto>   a GET form that sends itself while its fields change (filters).
//   <a data-live="#target">      the same for a link: fetched, put in place, address and history follow (not with data-stay).
// data-optimistic on a form's toggle button flips aria-pressed and its [data-n] count at once, and back on failure.
// Failure words: data-failed on the form, else on <html>. Sign-in address on 401: data-sign-in on <html>.
import { apply } from './apply.js';

const root = document.documentElement;
const busy = new WeakSet();

export function install() {
  document.addEventListener('submit', onSubmit);
  document.addEventListener('click', onClick);
  for (const type of ['input', 'change']) document.addEventListener(type, onFilter);
  window.addEventListener('popstate', (event) => event.state?.live !== undefined && follow(location.href, event.state.live, null));
}

function onSubmit(event) {
  const form = event.target;
  if (!form.hasAttribute('data-live') || event.defaultPrevented || method(form) === 'dialog') return;
  event.preventDefault();
  if (method(form) === 'get') follow(query(form), form.dataset.live, form);
  // One switch after the other may be pressed, each once at a time.
  else if (!busy.has(event.submitter?.hasAttribute('data-optimistic') ? event.submitter : form)) send(form, event.submitter);
}

function onClick(event) {
  const link = event.target.closest?.('a[data-live]');
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  follow(link.href, link.dataset.live, link);
}

let waiting = 0;
function onFilter(event) {
  const form = event.target.form;
  if (!form?.hasAttribute('data-auto')) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => form.requestSubmit(), event.type === 'change' ? 0 : 300);
}

// Attributes, not properties: a field called `action` or `id` would hide the form's own.
const method = (form) => form.getAttribute('method')?.toLowerCase() ?? 'get';

function query(form) {
  const url = new URL(form.getAttribute('action') ?? '', document.baseURI);
  const pairs = [...new FormData(form)].filter(([, value]) => value !== '');
  url.search = new URLSearchParams(pairs);
  return url.href;
}

let current = new AbortController();
async function follow(url, target, origin) {
  // Only the last question counts.
  current.abort();
  current = new AbortController();
  const text = await request(url, { signal: current.signal }, origin ?? document.body, null);
  if (text === null) return;
  if (origin && !origin.hasAttribute('data-stay')) {
    if (history.state?.live === undefined) history.replaceState({ live: target }, '');
    history.pushState({ live: target }, '', url);
  }
  const place = target && document.querySelector(target);
  const placed = apply(text, { fallback: place, ids: place ? [place.id] : [] });
  placed.map((part) => part.querySelector('[autofocus]')).find(Boolean)?.focus();
}

async function send(form, submitter) {
  const data = new FormData(form, submitter);
  const multipart = form.getAttribute('enctype') === 'multipart/form-data';
  const flipped = flip(submitter);
  const address = submitter?.hasAttribute('formaction') ? submitter.formAction : (form.getAttribute('action') ?? '');
  const options = { method: 'POST', body: multipart ? data : new URLSearchParams([...data]) };
  const text = await request(address, options, form, submitter);
  if (text === null) {
    if (flipped) flip(submitter);
    return;
  }
  const place = form.dataset.live && document.querySelector(form.dataset.live);
  const ids = [form.getAttribute('id'), place?.id].filter(Boolean);
  apply(text, { fallback: place, ids, reset: form });
  if (form.hasAttribute('data-reset') && form.isConnected) form.reset();
}

/** Answers the text to apply, or null when there is nothing more to do here. */
async function request(url, options, origin, submitter) {
  for (const one of [origin, submitter]) if (one) busy.add(one);
  const slow = setTimeout(() => submitter?.setAttribute('aria-busy', 'true'), 300);
  origin.setAttribute('aria-busy', 'true');
  note(origin)?.remove();
  try {
    const headers = { Accept: 'text/html', 'Parvis-Fragment': '1' };
    const answer = await fetch(url, { ...options, headers, credentials: 'same-origin' });
    return await read(answer, origin);
  } catch {
    return options.signal?.aborted ? null : fail(origin);
  } finally {
    clearTimeout(slow);
    submitter?.removeAttribute('aria-busy');
    origin.removeAttribute('aria-busy');
    for (const one of [origin, submitter]) busy.delete(one);
  }
}

async function read(answer, origin) {
  const elsewhere = answer.headers.get('Parvis-Location');
  if (answer.status === 401) return leave(elsewhere ?? `${root.dataset.signIn ?? '/'}?next=${encodeURIComponent(location.pathname + location.search)}`);
  if (elsewhere) return leave(elsewhere);
  if (answer.redirected && method(origin) !== 'get') return leave(answer.url);
  const text = await answer.text();
  if (answer.ok) return text;
  const usable = (answer.headers.get('Content-Type') ?? '').startsWith('text/html');
  if (answer.status !== 422 || !usable) return fail(origin);
  apply(text, { ids: [origin.getAttribute('id')].filter(Boolean) });
  document.querySelector('.errsum')?.focus();
  return null;
}

function leave(address) {
  location.assign(address);
  return null;
}

const note = (origin) => origin.querySelector?.(':scope > [data-failure]');

function fail(origin) {
  origin.dispatchEvent(new CustomEvent('parvis:failed', { bubbles: true }));
  const words = origin.dataset?.failed ?? root.dataset.failed;
  if (!words || !(origin instanceof HTMLFormElement)) return null;
  const p = document.createElement('p');
  p.className = 'note note--bad';
  p.dataset.failure = '';
  p.setAttribute('role', 'alert');
  p.textContent = words;
  origin.append(p);
  return null;
}

function flip(button) {
  if (!button?.hasAttribute('data-optimistic')) return false;
  const on = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(on));
  const count = button.querySelector('[data-n]');
  if (count) count.textContent = String(Math.max(0, Number.parseInt(count.textContent, 10) + (on ? 1 : -1)) || '');
  return true;
}
