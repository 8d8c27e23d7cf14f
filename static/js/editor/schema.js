// What a text may hold in the editor: what the server makes of Markdown, and nothing more.
import { schema as common } from 'prosemirror-markdown';
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const { nodes, marks } = common.spec;
/** Lines of a list stand close together unless they were written apart. */
const tight = (name) => {
  const list = nodes.get(name);
  return { ...list, attrs: { ...list.attrs, tight: { default: true } } };
};

/** A picture by its address is not fetched, nobody would be shown it: its words stand there. */
const image = {
  ...nodes.get('image'),
  parseDOM: [],
  toDOM: (node) => ['span', { class: 'tag' }, node.attrs.alt || node.attrs.src],
};

export const schema = new Schema({
  nodes: nodes
    .update('image', image)
    .update('bullet_list', tight('bullet_list'))
    .update('ordered_list', tight('ordered_list'))
    .append(tableNodes({ tableGroup: 'block', cellContent: 'inline*', cellAttributes: {} })),
  marks: marks.addToEnd('strikethrough', {
    parseDOM: [{ tag: 's' }, { tag: 'del' }],
    toDOM: () => ['del'],
  }),
});
