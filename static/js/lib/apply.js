// Puts an answer of the server into the page. Each top-level element of the answer either takes the place of the
// element with its id, or goes where it asks to: data-append, data-prepend, data-before, data-after = an id.
// data-gone removes the element with that id. What has no place goes to the end of `fallback`, when given.
import { morph } from './morph.js';
import { parse } from './html.js';

const PLACES = { append: 'append', prepend: 'prepend', before: 'before', after: 'after' };

/** Applies HTML text; answers the elements now in the page. A whole page gives only the parts named in `ids`. */
export function apply(text, { fallback = null, ids = [], reset = null } = {}) {
  const { content, whole } = parse(text);
  const parts = whole ? ids.map((id) => content.querySelector(`#${CSS.escape(id)}`)).filter(Boolean) : [...content.children];
  const placed = keepingFocus(() => parts.map((part) => place(part, fallback, reset)).filter(Boolean));
  document.dispatchEvent(new CustomEvent('parvis:content', { detail: { placed } }));
  return placed;
}

function place(part, fallback, reset) {
  const old = part.id ? document.getElementById(part.id) : null;
  if (part.hasAttribute('data-gone')) {
    old?.remove();
    return null;
  }
  if (old) {
    morph(old, part, { reset: Boolean(reset && (old === reset || old.contains(reset))) });
    return document.getElementById(part.id);
  }
  const fresh = document.importNode(part, true);
  for (const [word, method] of Object.entries(PLACES)) {
    const anchor = part.dataset[word] && document.getElementById(part.dataset[word]);
    if (anchor) {
      anchor[method](fresh);
      fresh.classList.add('is-fresh');
      return fresh;
    }
  }
  fallback?.append(fresh);
  return fallback ? fresh : null;
}

/** Replaced elements take focus with them: give it back to the one with the same id, or the same name and form. */
function keepingFocus(change) {
  const held = document.activeElement;
  const id = held?.id;
  const form = held?.form?.id;
  const result = change();
  if (held?.isConnected) {
    if (document.activeElement !== held) held.focus({ preventScroll: true });
  } else if (held) {
    const again = (id && document.getElementById(id)) || (form && document.getElementById(form)?.elements[held.name]);
    again?.focus?.({ preventScroll: true });
  }
  return result;
}
