// What a row says of a file on its way: a bar and words that move with it, and for listeners a sentence at each quarter
// and whenever something changes.
// Words: data-at "{n} % …", data-soon, data-minutes, data-waiting, data-out, data-paused, data-sent, data-pause, data-go-on.
export function progress(row, state, words) {
  const { percent, left, waiting, paused, id, error, status } = state;
  const bar = row.querySelector('progress');
  const ended = error !== undefined || id !== undefined;
  bar.hidden = ended;
  if (percent !== undefined) bar.value = percent;
  const line = row.querySelector('[data-state]');
  if (!line) return;
  line.hidden = id === undefined && ended;
  const button = row.querySelector('[data-pause]');
  button.hidden = ended;
  if (paused !== undefined || percent !== undefined) button.textContent = paused ? words.goOn : words.pause;
  const at = (text) => text.replace('{n}', Math.floor(bar.value));
  if (id !== undefined) return say(row, words.sent, '');
  if (paused) return say(row, at(words.paused));
  if (waiting) return say(row, status === 401 ? words.out : words.waiting);
  if (percent === undefined) return undefined;
  const shown = [at(words.at), left === undefined ? '' : rest(left, words)].filter(Boolean).join(' · ');
  row.querySelector('[data-told]').textContent = shown;
  const quarter = Math.floor(percent / 25);
  if (row.dataset.quarter !== String(quarter)) {
    row.dataset.quarter = quarter;
    row.querySelector('[data-said]').textContent = percent > 0 ? at(words.at) : '';
  }
  return undefined;
}

function say(row, text, shown = text) {
  row.querySelector('[data-told]').textContent = shown;
  row.querySelector('[data-said]').textContent = text;
  delete row.dataset.quarter;
}

function rest(seconds, words) {
  const minutes = Math.ceil(seconds / 60);
  return seconds < 60 ? words.soon : words.minutes.replace('{n}', minutes);
}
