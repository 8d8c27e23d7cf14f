// Copying, pasting and dropping. The policy of the pages keeps HTML from being read as it is: what was copied elsewhere
// comes through Markdown, what was copied here carries its Markdown, and files are for whoever takes files in the form.
import { Slice } from 'prosemirror-model';
import { Selection } from 'prosemirror-state';
import { read, write } from './markdown.js';
import { isFormatted } from '../lib/formatted.js';

const MARKDOWN = 'text/markdown';

function insert(view, markdown) {
  view.dispatch(view.state.tr.replaceSelection(Slice.maxOpen(read(markdown).content)).scrollIntoView());
}

/** Words as they are, a paragraph for each empty line. Signs of Markdown in them stay signs. */
function words(view, plain) {
  const { schema, tr, selection } = view.state;
  const text = plain.replace(/\r\n?/g, '\n').trimEnd();
  if (selection.$from.parent.type.spec.code || !text.includes('\n')) return view.dispatch(tr.insertText(text).scrollIntoView());
  const line = (part) => (part ? [schema.text(part)] : []);
  const paragraph = (block) => {
    const inside = block.split('\n').flatMap((part, at) => (at ? [schema.nodes.hard_break.create(), ...line(part)] : line(part)));
    return schema.nodes.paragraph.create(null, inside);
  };
  const doc = schema.topNodeType.create(null, text.split(/\n{2,}/).map(paragraph));
  view.dispatch(tr.replaceSelection(Slice.maxOpen(doc.content)).scrollIntoView());
}

async function formatted(view, html, plain) {
  const { markdown } = await import('../lib/pasted.js').catch(() => ({ markdown: () => '' }));
  const text = markdown(html);
  if (view.isDestroyed) return;
  if (text) insert(view, text);
  else words(view, plain);
}

function take(view, event, data) {
  const [html, plain, markdown] = ['text/html', 'text/plain', MARKDOWN].map((type) => data?.getData(type) ?? '');
  if (!plain && !html) return Boolean(data?.files.length);
  event.preventDefault();
  // Word puts a picture of the text beside it, which is no photo for the post.
  event.stopPropagation();
  const code = view.state.selection.$from.parent.type.spec.code;
  if (markdown && !code) insert(view, markdown);
  else if (isFormatted(html) && !code) formatted(view, html, plain);
  else words(view, plain);
  return true;
}

/** Words for other places, Markdown for this one. */
function copy(view, event) {
  const { state } = view;
  if (state.selection.empty || !event.clipboardData) return false;
  const slice = state.selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  const doc = state.schema.topNodeType.createAndFill(null, slice.content);
  event.preventDefault();
  event.clipboardData.clearData();
  event.clipboardData.setData('text/html', [...dom.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join(''));
  event.clipboardData.setData('text/plain', text);
  if (doc) event.clipboardData.setData(MARKDOWN, write(doc));
  if (event.type === 'cut') view.dispatch(state.tr.deleteSelection().scrollIntoView());
  return true;
}

export const pasting = {
  handleDOMEvents: {
    copy,
    cut: copy,
    paste: (view, event) => take(view, event, event.clipboardData),
    drop(view, event) {
      // What is moved inside the text is the editor's own affair.
      if (view.dragging) return false;
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
      const { tr } = view.state;
      if (place && !event.dataTransfer?.files.length) view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(place.pos))));
      return take(view, event, event.dataTransfer);
    },
  },
};
