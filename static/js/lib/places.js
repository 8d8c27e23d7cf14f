// Where files on their way are kept by the server, so that they are found again after a reload. For a day, as there.
const KEY = 'uploads';
const DAY = 86_400_000;

export function place(key) {
  return all()[key]?.at;
}

export function remember(key, at) {
  write({ ...all(), [key]: { at, since: Date.now() } });
}

export function forget(key) {
  const left = all();
  if (!(key in left)) return;
  delete left[key];
  write(left);
}

function all() {
  try {
    const kept = Object.entries(JSON.parse(window.localStorage.getItem(KEY)) ?? {});
    return Object.fromEntries(kept.filter(([, { since }]) => Date.now() - since < DAY));
  } catch {
    return {};
  }
}

function write(places) {
  try {
    if (Object.keys(places).length) window.localStorage.setItem(KEY, JSON.stringify(places));
    else window.localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be kept it goes on as long as the page is open.
  }
}
