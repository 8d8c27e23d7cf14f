// What keys do in the editor, and what is made of what is typed: "- " begins a list, **two stars** make bold.
import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { Selection } from 'prosemirror-state';
import { goToNextCell, isInTable } from 'prosemirror-tables';
import { schema } from './schema.js';

const { nodes, marks } = schema;

/** A new line in the same paragraph; in a cell of a table there is none. */
function newLine(state, dispatch) {
  if (isInTable(state)) return true;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
}

/** A cell has one line: Enter goes to the next one, and from the last one below the table. */
function nextCell(state, dispatch, view) {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch, view)) return true;
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(state.selection.$from.after(-2)), 1)).scrollIntoView());
  return true;
}

/** Sends the form, as in a text area. */
function send(state, dispatch, view) {
  view?.dom.form?.requestSubmit();
  return true;
}

/** Signs around a word, as Markdown has them, become what they mean. */
function around(signs, mark) {
  return new InputRule(signs, (state, match, start, end) => {
    if (state.doc.rangeHasMark(start, end, marks.code)) return null;
    const from = start + match[0].indexOf(match[1]);
    const tr = state.tr;
    if (from + match[1].length < end) tr.delete(from + match[1].length, end);
    if (from > start) tr.delete(start, from);
    return tr.addMark(start, start + match[1].length, mark.create()).removeStoredMark(mark);
  });
}

/** An address followed by a space is a link. */
const address = new InputRule(/(?:^|\s)(https?:\/\/[^\s<>]+)\s$/, (state, match, start, end) => {
  const from = end - match[1].length;
  const href = match[1].replace(/[.,;:!?)]+$/, '');
  return state.tr.addMark(from, from + href.length, marks.link.create({ href })).insertText(' ', end).removeStoredMark(marks.link);
});

const rules = inputRules({
  rules: [
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
    wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^(\d{1,3})[.)]\s$/, nodes.ordered_list, (match) => ({ order: Number(match[1]) })),
    textblockTypeInputRule(/^```$/, nodes.code_block),
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (match) => ({ level: match[1].length })),
    around(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong),
    around(/(?<![\p{L}\p{N}_])_([^_\s](?:[^_]*[^_\s])?)_$/u, marks.em),
    around(/~~([^~\s](?:[^~]*[^~\s])?)~~$/, marks.strikethrough),
    around(/`([^`]+)`$/, marks.code),
    address,
  ],
});

// Tab is left to the page, but in a table; lists go in and out with Ctrl and a bracket.
const keys = {
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.em),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Backspace': undoInputRule,
  'Enter': chainCommands(nextCell, splitListItem(nodes.list_item)),
  'Mod-Enter': chainCommands(exitCode, send),
  'Shift-Enter': chainCommands(exitCode, newLine),
  'Tab': goToNextCell(1),
  'Shift-Tab': goToNextCell(-1),
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
};

export const typing = [rules, keymap(keys), keymap(baseKeymap)];
