// What a browser can say of a film or a sound before it is published: how long it takes, and how it looks. The server
// opens no films: what the browser cannot play is published without.
const PATIENCE = 10_000;
/** How long, in milliseconds, a browser is given that does not say when it has a frame. */
const PAINTING = 500;
/** The longer edge of a poster, in pixels. */
const EDGE = 1280;
/** Beyond every end: what was recorded as a stream knows how long it is only when one has been there. */
const FAR = 1e9;

/** Tells the server of a file that it has under this id; meanwhile the upload is `describing`. */
export async function describe(upload, id, done) {
  upload.describing = true;
  await tell(upload.file, `/files/${id}/film`);
  upload.describing = false;
  done();
}

/** Never fails: a film is a film without it. */
async function tell(file, address) {
  const kind = /^(video|audio)\//.exec(file.type)?.[1];
  if (!kind) return;
  const player = document.createElement(kind);
  const url = URL.createObjectURL(file);
  try {
    Object.assign(player, { muted: true, playsInline: true, preload: 'auto', src: url });
    await once(player, 'loadedmetadata');
    if (!Number.isFinite(player.duration)) await seek(player, FAR);
    const seconds = Math.max(1, Math.round(player.duration));
    const body = new FormData();
    body.append('seconds', seconds);
    const poster = player.videoWidth ? await picture(player) : null;
    if (poster) body.append('poster', poster, 'poster.jpg');
    await fetch(address, { method: 'POST', body });
  } catch {
    // The browser does not play it, or it was thrown away meanwhile.
  } finally {
    player.removeAttribute('src');
    player.load();
    URL.revokeObjectURL(url);
  }
}

/** A picture from its beginning: many films begin with black. */
async function picture(player) {
  const at = Math.min(2, player.duration / 4);
  const drawable = frame(player, at);
  await seek(player, at);
  await drawable;
  const scale = Math.min(1, EDGE / Math.max(player.videoWidth, player.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(player.videoWidth * scale));
  canvas.height = Math.max(1, Math.round(player.videoHeight * scale));
  canvas.getContext('2d').drawImage(player, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
}

/** Goes to a second. A browser that learns on the way how long a film is may go to its end instead: it is told again. */
async function seek(player, to) {
  for (let tries = 0; tries < 3; tries++) {
    player.currentTime = to;
    await once(player, 'seeked');
    if (Math.abs(player.currentTime - Math.min(to, player.duration)) < 0.5) return;
  }
}

/** Until the frame of a second can be drawn: to have gone there is not yet to have it, and none is drawn as black. */
function frame(player, at) {
  return new Promise((done) => {
    const look = (_, { mediaTime }) => (Math.abs(mediaTime - at) < 0.5 ? done() : player.requestVideoFrameCallback?.(look));
    player.requestVideoFrameCallback?.(look);
    player.addEventListener('seeked', () => setTimeout(done, PAINTING), { once: true });
  });
}

function once(player, event) {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error(event)), PATIENCE);
    player.addEventListener(event, () => (clearTimeout(late), done()), { once: true });
    player.addEventListener('error', () => (clearTimeout(late), fail(player.error)), { once: true });
  });
}
