// One file on its way to the server, with progress (fetch has none, so this is an XMLHttpRequest).
export class Upload {
  /** `tell` receives {percent}, {id} or {error} ('' when the server gave no words). */
  constructor(file, url, tell) {
    this.file = file;
    this.url = url;
    this.tell = tell;
    this.running = false;
    this.preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : '';
  }

  send() {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', this.file);
    this.request = request;
    this.running = true;
    this.tell({ percent: 0 });
    request.upload.addEventListener('progress', (e) => e.lengthComputable && this.tell({ percent: (e.loaded / e.total) * 100 }));
    request.addEventListener('load', () => this.end(answer(request)));
    request.addEventListener('error', () => this.end({ error: '' }));
    request.open('POST', this.url);
    request.responseType = 'text';
    request.setRequestHeader('Accept', 'application/json');
    request.send(body);
  }

  end(state) {
    this.running = false;
    this.tell(state);
  }

  cancel() {
    this.running = false;
    this.request?.abort();
    if (this.preview) URL.revokeObjectURL(this.preview);
  }
}

function answer(request) {
  let said = {};
  try {
    said = JSON.parse(request.responseText);
  } catch {
    // An answer that is not JSON has no words to show.
  }
  if (request.status >= 200 && request.status < 300 && said.id !== undefined) return { id: said.id };
  return { error: said.error ?? '' };
}
