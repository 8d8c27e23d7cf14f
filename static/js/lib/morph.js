// Turns one element into another in place, so that focus, selection, scroll, open menus and what is being typed
// survive. Children are paired by id or data-key, then by position and tag. `data-keep` leaves an element untouched.
const FIELDS = 'INPUT TEXTAREA SELECT'.split(' ');

/** `reset` empties fields to the server's values even where the member typed (after a form was accepted). */
export function morph(from, to, { reset = false } = {}) {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) {
    from.replaceWith(document.importNode(to, true));
    return;
  }
  if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
    return;
  }
  if (from.hasAttribute('data-keep')) return;
  const typed = isTyped(from) && !reset;
  attributes(from, to);
  if (FIELDS.includes(from.nodeName)) field(from, to, typed);
  if (from.nodeName !== 'TEXTAREA') children(from, to, { reset });
}

function isTyped(element) {
  if (element.nodeName === 'INPUT' && /checkbox|radio/.test(element.type)) return element.checked !== element.defaultChecked;
  return (element.nodeName === 'INPUT' || element.nodeName === 'TEXTAREA') && element.value !== element.defaultValue;
}

function attributes(from, to) {
  // A switch in a part that many read says nothing of who pressed it: it stays as the member has it, with what it sends.
  const silent = from.nodeName === 'BUTTON' && from.hasAttribute('aria-pressed') && !to.hasAttribute('aria-pressed');
  for (const { name } of [...from.attributes]) {
    // What the member opened stays open.
    const theirs =
      name === 'open' ||
      (name === 'style' && from.nodeName.includes('-')) ||
      (silent && name === 'aria-pressed');
    if (!to.hasAttribute(name) && !theirs) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (silent && name === 'name') continue;
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
}

function field(from, to, typed) {
  if (typed || from.type === 'file') return;
  if (from.nodeName === 'TEXTAREA') {
    from.defaultValue = to.textContent;
    from.value = to.textContent;
  } else if (/checkbox|radio/.test(from.type)) from.checked = to.hasAttribute('checked');
  else if (from.nodeName === 'INPUT') from.value = to.getAttribute('value') ?? '';
}

/** What an element is known by among its siblings; text has nothing. */
const key = (node) => node.id || node.dataset?.key;

function children(from, to, options) {
  const wanted = [...to.childNodes];
  const named = new Map([...from.children].map((c) => [key(c), c]).filter(([name]) => name));
  const kept = new Set(wanted.map(key).filter((name) => name && named.has(name)));
  let here = from.firstChild;
  for (const next of wanted) {
    const same = named.get(key(next));
    if (same) {
      if (same === here) here = here.nextSibling;
      else from.insertBefore(same, here);
      morph(same, next, options);
      continue;
    }
    // An element that a later child claims by its id cannot stand in for this one.
    if (here && !key(next) && !key(here) && here.nodeName === next.nodeName) {
      const current = here;
      here = here.nextSibling;
      morph(current, next, options);
    } else from.insertBefore(document.importNode(next, true), here);
  }
  while (here) {
    const gone = here;
    here = here.nextSibling;
    if (!kept.has(key(gone))) gone.remove();
  }
}
