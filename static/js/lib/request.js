// One request of an upload, with progress (fetch has none, so this is an XMLHttpRequest).
const LATER = [0, 401, 404, 408, 409, 425, 429];

export function ask(request, method, url, headers = {}, body = null, moved = () => {}) {
  return new Promise((done, fail) => {
    if (body) request.upload.addEventListener('progress', (event) => moved(event.loaded));
    request.addEventListener('load', () => (request.status < 300 ? done(request) : fail(new Cut(request))));
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => fail(new Cut(request)));
    request.open(method, url);
    const all = { Accept: 'application/json', 'Tus-Resumable': '1.0.0', ...headers };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.send(body);
  });
}

/** An answer that is none: to be tried again, unless it has words for whoever waits. */
export class Cut extends Error {
  constructor(request) {
    super(`upload: ${request.status}`);
    this.status = request.status;
    if (LATER.includes(request.status) || (request.status >= 500 && request.status !== 507)) return;
    this.words = '';
    this.final = request.status !== 507;
    try {
      this.words = JSON.parse(request.responseText).error ?? '';
    } catch {
      // An answer that is not JSON has no words to show.
    }
  }
}
