// The editor as a field: the words before the caret, and writing in their place, as a text area has them. Lists of people
// and hashtags ask no more of what they stand under, and keys no more than its form.
export function asField(view, area) {
  const caret = () => view.state.selection.$from;
  const words = () => {
    const { parent } = caret();
    return parent.type.spec.code ? '' : parent.textBetween(0, parent.content.size, '\n', '\n');
  };
  Object.defineProperties(view.dom, {
    form: { get: () => area.form },
    value: { get: words },
    selectionStart: { get: () => caret().parentOffset },
    selectionEnd: { get: () => (view.state.selection.empty ? caret().parentOffset : -1) },
    setRangeText: {
      value(text, from, to) {
        const start = caret().start();
        view.dispatch(view.state.tr.insertText(text, start + from, start + to).scrollIntoView());
        view.focus();
      },
    },
  });
}
