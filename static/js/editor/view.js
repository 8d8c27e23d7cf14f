// The editor of a text: what one sees is what will stand there. It writes Markdown into the text area behind it, which is
// what is kept, sent and checked; whoever listens to the text area hears of each change.
import { history } from 'prosemirror-history';
import { EditorState, Plugin } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { typing } from './keys.js';
import { read, write } from './markdown.js';
import { schema } from './schema.js';
import { asField } from './field.js';
import { pasting } from './pasting.js';

/** What one cannot go on behind. */
const ENDS = ['table', 'code_block', 'horizontal_rule'];

/** The words that stand in an empty text. */
const prompt = (words) =>
  new Plugin({
    props: {
      decorations({ doc }) {
        if (!words || doc.childCount > 1 || !doc.firstChild.isTextblock || doc.firstChild.content.size > 0) return null;
        return DecorationSet.create(doc, [Decoration.node(0, doc.firstChild.nodeSize, { 'class': 'is-empty', 'data-prompt': words })]);
      },
    },
  });

/** There is always a line below a table or code: one could not write on there otherwise. */
const room = new Plugin({
  appendTransaction(_, __, { doc, tr }) {
    if (!ENDS.includes(doc.lastChild.type.name)) return null;
    return tr.insert(doc.content.size, schema.nodes.paragraph.create());
  },
});

/** What a screen reader says of the text area it says of the editor. */
function attributes(area) {
  const said = (area.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  // How Markdown is written is of no use here.
  const described = said.filter((id) => !document.getElementById(id)?.matches('.hint--markdown'));
  return {
    'role': 'textbox',
    'aria-multiline': 'true',
    'aria-label': area.labels[0]?.textContent.trim() ?? area.placeholder,
    'class': `${area.className} prose richtext`,
    'id': `${area.id}-rich`,
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
    ...(area.getAttribute('aria-invalid') && { 'aria-invalid': 'true' }),
  };
}

/** Puts an editor into `place`, with the text of the area; `changed` hears of every new state. */
export function open(place, area, changed) {
  const plugins = [...typing, history(), tableEditing(), room, prompt(area.placeholder)];
  const begin = () => EditorState.create({ schema, plugins, doc: read(area.value) });
  let written = area.value;
  const view = new EditorView(place, {
    state: begin(),
    attributes: () => attributes(area),
    ...pasting,
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      const text = tr.docChanged ? write(view.state.doc) : written;
      if (text !== written) {
        written = text;
        area.value = text;
        area.dispatchEvent(new Event('input', { bubbles: true }));
      }
      changed(view.state);
    },
  });
  asField(view, area);
  return {
    view,
    /** Takes the text of the area where something else changed it; with an answer of the server also what is wrong with it. */
    refresh(answered) {
      if (answered) view.setProps({});
      if (area.value === written) return;
      written = area.value;
      view.updateState(begin());
      changed(view.state);
    },
  };
}
