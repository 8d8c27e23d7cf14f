// What the buttons above a text do in the editor.
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { AllSelection, Selection, TextSelection } from 'prosemirror-state';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables';
import { schema } from './schema.js';

const { nodes, marks } = schema;

/** Whether the caret stands in a block of this kind, and of this level if one is given. */
function within(state, type, { level } = {}) {
  const { $from } = state.selection;
  const blocks = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1));
  return blocks.some((block) => block.type === type && (!level || block.attrs.level === level));
}

function marked(state, mark) {
  const { from, to, empty, $from } = state.selection;
  if (empty) return Boolean(mark.isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, mark);
}

const mark = (type) => ({ run: toggleMark(type), on: (state) => marked(state, type) });
const list = (type) => ({
  run: (state, dispatch) => (within(state, type) ? liftListItem(nodes.list_item) : wrapInList(type))(state, dispatch),
  on: (state) => within(state, type),
});
const title = { level: 2 };

/** Two rows of three cells, the first for headings. */
function newTable(state, dispatch) {
  const row = (cell) => nodes.table_row.create(null, Array.from({ length: 3 }, () => cell.create()));
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell)]);
  if (isInTable(state)) return false;
  const tr = state.tr.replaceSelectionWith(table);
  const place = placeOf(tr.doc, table);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1))).scrollIntoView());
  return true;
}

function placeOf(doc, node) {
  let place = 0;
  doc.descendants((found, at) => {
    if (found === node) place = at;
  });
  return place;
}

const inTable = { there: isInTable };

/** The caret stays in the table, if it stood in what is deleted from its end. */
function inside(tr) {
  const before = tr.doc.resolve(Math.max(tr.selection.from - 1, 0));
  return before.nodeBefore?.type === nodes.table ? tr.setSelection(Selection.near(before, -1)) : tr;
}

/** The last row or column that is deleted takes the table with it. */
const orAll = (command) => (state, dispatch) => command(state, dispatch && ((tr) => dispatch(inside(tr)))) || deleteTable(state, dispatch);

/** Runs a tool. Where everything is selected, what it works on is the words, from the first to the last. */
export function use(name, view) {
  const { doc, selection, tr } = view.state;
  if (selection instanceof AllSelection) {
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size))));
  }
  tools[name].run(view.state, view.dispatch, view);
}

/** What a button does, when it is pressed in (if it can be), and whether it is there. */
export const tools = {
  'bold': mark(marks.strong),
  'italic': mark(marks.em),
  'header-2': {
    run: (state, dispatch) => (within(state, nodes.heading, title) ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, title))(state, dispatch),
    on: (state) => within(state, nodes.heading, title),
  },
  'unordered-list': list(nodes.bullet_list),
  'ordered-list': list(nodes.ordered_list),
  'quote': {
    run: (state, dispatch) => (within(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch),
    on: (state) => within(state, nodes.blockquote),
  },
  'link': { on: (state) => marked(state, marks.link) },
  'table': { run: newTable, on: isInTable },
  'row': { ...inTable, run: addRowAfter },
  'column': { ...inTable, run: addColumnAfter },
  'row-off': { ...inTable, run: orAll(deleteRow) },
  'column-off': { ...inTable, run: orAll(deleteColumn) },
};

/** The address of the link at the caret, and how far it goes. */
export function linkAt(state) {
  const { $from, from, to, empty } = state.selection;
  const found = { from, to, href: '' };
  if (!empty) {
    state.doc.nodesBetween(from, to, (node) => {
      found.href ||= linkIn(node);
    });
    return found;
  }
  $from.parent.forEach((node, offset) => {
    const start = $from.start() + offset;
    if (linkIn(node) && start <= from && from <= start + node.nodeSize) Object.assign(found, { from: start, to: start + node.nodeSize, href: linkIn(node) });
  });
  return found;
}

const linkIn = (node) => marks.link.isInSet(node.marks)?.attrs.href ?? '';

/** Makes a link of what is selected, or of the address itself; takes the link off where there is no address. */
export function link(state, typed) {
  const { from, to } = linkAt(state);
  const tr = state.tr.removeMark(from, to, marks.link);
  const href = typed && !/^(https?:|mailto:|tel:|[/#])/i.test(typed) ? `https://${typed}` : typed;
  if (!href) return tr;
  const made = marks.link.create({ href });
  return from === to ? tr.insert(from, schema.text(href, [made])) : tr.addMark(from, to, made);
}
