// What was copied in Word, LibreOffice, Google Docs or on a page, as Markdown. Nothing of it gets into this page but text.
import { fromDom } from 'hast-util-from-dom';
import { toMdast } from 'hast-util-to-mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { inert } from './html.js';

const NOTHING = 'style, script, title, meta, link, img, svg, picture, video, audio, iframe, object, input, button, select, textarea, template, [hidden]';
const SAFE = /^(https?:|mailto:)/i;

/** Puts the content of an element into its place, inside a new element of this name if one is given. */
function unwrap(element, name) {
  if (name) {
    const inner = element.ownerDocument.createElement(name);
    inner.append(...element.childNodes);
    element.append(inner);
  } else element.replaceWith(...element.childNodes);
}

/** The policy of our pages forbids styles and scripts, even to be looked at: they are read as words. */
function disarmed(html) {
  return html
    .replace(/<style[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=/gi, ' data-$1='));
}

const styleOf = (element) => element.dataset.style ?? '';

/** Bold, italic and struck through as styles say it, which is all that Google Docs writes. */
function styles(body) {
  for (const element of body.querySelectorAll('[data-style]')) {
    const style = styleOf(element);
    if (element.matches('b, strong') && /font-weight:\s*(normal|400)/i.test(style)) unwrap(element);
    else if (element.matches('span, font') && element.textContent.trim()) {
      if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) unwrap(element, 'strong');
      if (/font-style:\s*italic/i.test(style)) unwrap(element, 'em');
      if (/text-decoration[^;]*line-through/i.test(style)) unwrap(element, 'del');
    }
  }
}

/** A space at the edge of what is bold stands beside it: Markdown would show the signs. */
function edges(body) {
  for (const mark of [...body.querySelectorAll('b, strong, i, em, s, strike, del')].reverse()) {
    const [first, last] = [mark.firstChild, mark.lastChild];
    if (first?.nodeType === Node.TEXT_NODE && /^\s/.test(first.data)) {
      first.data = first.data.trimStart();
      mark.before(' ');
    }
    if (last?.nodeType === Node.TEXT_NODE && /\s$/.test(last.data)) {
      last.data = last.data.trimEnd();
      mark.after(' ');
    }
  }
}

/** Lists of Word are paragraphs with a sign before them, which stands in an element to be ignored. */
function wordLists(body) {
  const open = [];
  for (const line of body.querySelectorAll('p, h1, h2, h3')) {
    const level = /mso-list:[^;]*level(\d)/i.exec(styleOf(line))?.[1];
    if (!level) {
      open.length = 0;
      continue;
    }
    const sign = [...line.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(styleOf(span)));
    const name = /^\s*(\d+|[a-z]{1,3})[.)]/i.test(sign?.textContent ?? '') ? 'ol' : 'ul';
    sign?.remove();
    open.length = Math.min(open.length, Number(level));
    while (open.length < Number(level)) {
      const list = body.ownerDocument.createElement(name);
      const above = open.at(-1);
      if (!above) line.before(list);
      else (above.lastElementChild ?? above.appendChild(body.ownerDocument.createElement('li'))).append(list);
      open.push(list);
    }
    const item = body.ownerDocument.createElement('li');
    item.append(...line.childNodes);
    open.at(-1).append(item);
    line.remove();
  }
}

/** A table of Markdown has a head: the first line, if none says that it is. */
function heads(body) {
  for (const row of body.querySelectorAll('table:not(:has(th)) tr:first-child')) {
    for (const cell of [...row.cells]) {
      const head = body.ownerDocument.createElement('th');
      head.append(...cell.childNodes);
      cell.replaceWith(head);
    }
  }
}

function comments(body) {
  const walk = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walk.nextNode()) found.push(walk.currentNode);
  for (const comment of found) comment.remove();
}

function clean(body) {
  comments(body);
  for (const element of body.querySelectorAll(NOTHING)) element.remove();
  heads(body);
  wordLists(body);
  styles(body);
  edges(body);
  // Lines of a list stand close together.
  for (const line of body.querySelectorAll('li > p:first-of-type:last-of-type')) unwrap(line);
  for (const link of body.querySelectorAll('a')) {
    if (!SAFE.test(link.getAttribute('href') ?? '') || !link.textContent.trim()) unwrap(link);
  }
  // Elements with a colon are Word's own; their words stay.
  for (const element of body.querySelectorAll('*')) if (element.localName.includes(':')) unwrap(element);
}

/** The Markdown of copied HTML; empty where nothing is left of it. */
export function markdown(html) {
  const { body } = inert(disarmed(html));
  clean(body);
  const tree = toMdast(fromDom(body));
  const extensions = [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()];
  const text = toMarkdown(tree, { bullet: '-', emphasis: '_', rule: '-', extensions });
  // Written for people, who read it: no sign is escaped that nobody would take for another.
  return text.replace(/&#x20;|\u00A0(?=\n|$)/g, ' ').replace(/\\&(?!#?\w+;)/g, '&').trim();
}
