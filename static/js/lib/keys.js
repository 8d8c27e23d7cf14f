// Single keys (never while writing, off with <html data-keys="off">) and F6. The page says what they do:
//   [data-key="n"]        clicked by n; also "?" and any other letter
//   a[data-go="f"]        followed by g then f
//   [data-post-key="c"]   the same inside the post that has the focus or was reached with j and k
import { isWriting } from './behaviour.js';

const REGIONS = '.toasts:has(*), main, nav.rail, aside.aside, header.topbar';
let afterG = 0;

export function install() {
  document.addEventListener('keydown', onKey);
}

function onKey(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === 'F6') return nextRegion(event);
  if (asksPalette(event)) return later(event);
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && event.target.form) {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  const off = document.documentElement.dataset.keys === 'off';
  if (off || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || document.querySelector('dialog[open]')) return;
  if (acted(event.key)) event.preventDefault();
}

/** Ctrl K before the palette's own script is there. */
function asksPalette(event) {
  const held = event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
  return held && !customElements.get('command-palette') && document.querySelector('command-palette');
}

/** The same key again, once somebody listens to it. */
async function later(event) {
  event.preventDefault();
  const again = new window.KeyboardEvent('keydown', { key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey, bubbles: true, cancelable: true });
  await customElements.whenDefined('command-palette');
  setTimeout(() => document.dispatchEvent(again));
}

function acted(key) {
  const name = CSS.escape(key);
  if (Date.now() - afterG < 1200) {
    afterG = 0;
    return press(document.querySelector(`a[data-go="${name}"]`));
  }
  if (key === 'g') {
    afterG = Date.now();
    return true;
  }
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1);
  const post = document.activeElement?.closest('.post');
  return press(post?.querySelector(`[data-post-key="${name}"]`)) || press(document.querySelector(`[data-key="${name}"]`));
}

function press(element) {
  if (!element) return false;
  if (element.matches('input, textarea')) element.focus();
  else element.click();
  return true;
}

function step(by) {
  const posts = [...document.querySelectorAll('.post')];
  if (posts.length === 0) return false;
  const at = posts.indexOf(document.activeElement?.closest('.post'));
  const visible = posts.findIndex((p) => p.getBoundingClientRect().bottom > 80);
  const next = posts[at < 0 ? Math.max(0, visible) : Math.min(posts.length - 1, Math.max(0, at + by))];
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'start' });
  return true;
}

function nextRegion(event) {
  const regions = [...document.querySelectorAll(REGIONS)].filter((r) => r.getClientRects().length);
  if (regions.length === 0) return;
  event.preventDefault();
  const at = regions.findIndex((r) => r.contains(document.activeElement));
  const by = event.shiftKey ? regions.length - 1 : 1;
  const next = regions[(at + by + regions.length) % regions.length];
  const first = next.matches('.toasts') ? next.querySelector('button, a[href]') : null;
  if (!first && !next.hasAttribute('tabindex')) next.tabIndex = -1;
  (first ?? next).focus();
}
