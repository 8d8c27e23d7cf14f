// <details class="menu"> behaves like a menu button: one open at a time, Escape and a click outside close it,
// arrows, Home and End move between its items. The markup stays a list of links and buttons.
const ITEMS = '.menu__list :is(a[href], button:not(:disabled))';

export function install() {
  document.addEventListener('toggle', onToggle, true);
  document.addEventListener('click', (event) => closeAll(event.target.closest?.('details.menu')));
  document.addEventListener('keydown', onKey);
  document.addEventListener('focusout', onLeave);
  // A list that is filled after it was opened says so.
  document.addEventListener('parvis:grown', ({ target }) => inSight(target));
}

function closeAll(except) {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (menu !== except) menu.open = false;
}

function onToggle({ target }) {
  if (!target.matches?.('details.menu') || !target.open) return;
  closeAll(target);
  inSight(target.querySelector('.menu__list'));
}

/** Near an edge of the screen the list is pushed back inside. */
function inSight(list) {
  if (!list) return;
  list.style.translate = '';
  const { left, right, top, bottom, height } = list.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const x = left < 8 ? 8 - left : Math.min(0, width - 8 - right);
  const tooLow = bottom > innerHeight - 8 && top - height > 120;
  const y = tooLow ? -(height + list.parentElement.offsetHeight + 10) : 0;
  if (x || y) list.style.translate = `${x}px ${y}px`;
}

function onLeave({ target, relatedTarget }) {
  const menu = target.closest?.('details.menu[open]');
  if (menu && relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
}

function onKey(event) {
  const menu = event.target.closest?.('details.menu');
  if (!menu || event.defaultPrevented) return;
  if (event.key === 'Escape' && menu.open) {
    menu.open = false;
    menu.querySelector('summary').focus();
    event.preventDefault();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || event.target.matches('input, textarea')) return;
  event.preventDefault();
  menu.open = true;
  const items = [...menu.querySelectorAll(ITEMS)];
  const at = items.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + step));
  items[next]?.focus();
}
