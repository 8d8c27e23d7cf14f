// Entries that only an author may use, in parts that came by a live message and so are the same for everybody:
// <li data-own="author id" hidden>, also with data-or-manager inside a list with data-manages. The server asks again.
const root = document.documentElement;

export function install() {
  reveal();
  document.addEventListener('parvis:content', reveal);
}

function reveal() {
  for (const entry of document.querySelectorAll('[data-own]')) {
    const manages = entry.hasAttribute('data-or-manager') && entry.closest('[data-manages]');
    entry.hidden = entry.dataset.own !== root.dataset.me && !manages;
  }
}
