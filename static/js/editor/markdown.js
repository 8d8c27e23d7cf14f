// Markdown in and out of the editor, as the server reads it: a new line is a new line, tables and ~~struck through~~ are
// known, HTML is text (src/kernel/markup).
import MarkdownIt from 'markdown-it';
import { MarkdownParser, MarkdownSerializer, defaultMarkdownParser, defaultMarkdownSerializer } from 'prosemirror-markdown';
import { schema } from './schema.js';

const ADDRESS = /(https?:\/\/[^\s<>]+)/;

const reader = new MarkdownIt('default', { html: false, linkify: true });
// Only what begins like an address is one: names with a dot in them stay words.
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

const parser = new MarkdownParser(schema, reader, {
  ...defaultMarkdownParser.tokens,
  softbreak: { node: 'hard_break' },
  s: { mark: 'strikethrough' },
  table: { block: 'table' },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: 'table_row' },
  th: { block: 'table_header' },
  td: { block: 'table_cell' },
});

const ticked = (words) => {
  const box = /^\[[ xX]\] /.exec(words)?.[0] ?? '';
  return [box, words.slice(box.length)];
};

/** Signs inside a word stay as they are, whatever its letters; what would name a sign is kept from it. */
function escaped(words, atStart) {
  const usual = Object.getPrototypeOf(this).esc.call(this, words, atStart);
  return usual.replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_').replace(/&(?=#?\w+;)/g, '\\&');
}

/** After a new line, what would begin a heading or a list is kept from it; the box of a line to tick off stays one. */
function text(state, node, parent, index) {
  state.esc = escaped;
  if (state.out.endsWith('\n')) state.atBlockStart = true;
  const [box, rest] = index === 0 && /(^|\n)[> ]*([-*]|\d+\.) $/.test(state.out) ? ticked(node.text) : ['', node.text];
  if (box) state.text(box, false);
  rest.split(ADDRESS).forEach((part, place) => {
    // An address is taken as it is, and so are its signs.
    if (part) state.text(part, place % 2 === 0 && !state.inAutolink);
    state.atBlockStart = false;
  });
}

function table(state, node) {
  const { escapeExtraCharacters } = state.options;
  state.inTable = true;
  state.options.escapeExtraCharacters = /\|/g;
  node.forEach((row, _, number) => {
    if (number) state.ensureNewLine();
    state.write('|');
    row.forEach((cell) => {
      state.out += ' ';
      state.renderInline(cell, false);
      state.out += ' |';
    });
    if (number === 0) {
      state.ensureNewLine();
      state.write(`|${' --- |'.repeat(row.childCount)}`);
    }
  });
  state.inTable = false;
  state.options.escapeExtraCharacters = escapeExtraCharacters;
  state.closeBlock(node);
}

const serializer = new MarkdownSerializer(
  {
    ...defaultMarkdownSerializer.nodes,
    text,
    table,
    bullet_list: (state, node) => state.renderList(node, '  ', () => '- '),
    hard_break(state, node, parent, index) {
      if (index + 1 < parent.childCount) state.write(state.inTable ? ' ' : '\n');
    },
  },
  {
    ...defaultMarkdownSerializer.marks,
    strikethrough: { open: '~~', close: '~~', mixable: true, expelEnclosingWhitespace: true },
  },
  // A line of signs below another would make a heading of it.
  { escapeExtraCharacters: /(?<=^\s*)=(?=[=\s]*$)/g },
);

/** The document of a text. */
export const read = (markdown) => parser.parse(markdown);

/** The text of a document. */
export const write = (doc) => serializer.serialize(doc);
