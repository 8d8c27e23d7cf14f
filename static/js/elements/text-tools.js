// <text-tools data-keep hidden><markdown-toolbar for="id of the textarea" aria-label="…">
//   <button type="button" data-md-button="bold" [data-with="b"]>…</button>…</markdown-toolbar></text-tools>
// Buttons that write Markdown into the text area, undone like typing; Ctrl and the letter of data-with press them. What is
// pasted from a word processor or a page keeps its bold, lists, links and tables as Markdown.
import '@github/markdown-toolbar-element';
import { Behaviour } from '../lib/behaviour.js';
import { isFormatted } from '../lib/formatted.js';

export default class TextTools extends Behaviour {
  start() {
    const bar = this.querySelector('markdown-toolbar');
    this.area = bar?.field;
    if (!this.area) return;
    this.hidden = false;
    this.on(this.area, 'keydown', (event) => this.key(event));
    this.on(this.area, 'paste', (event) => this.paste(event));
  }

  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const button = this.querySelector(`[data-with="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  paste(event) {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const plain = event.clipboardData?.getData('text/plain') ?? '';
    if (!plain || !isFormatted(html)) return;
    event.preventDefault();
    // Word puts a picture of the text beside it, which is no photo for the post.
    event.stopPropagation();
    this.write(html, plain);
  }

  async write(html, plain) {
    const { markdown } = await import('../lib/pasted.js').catch(() => ({ markdown: () => plain }));
    const text = markdown(html) || plain;
    this.area.focus();
    // The one way to write that undo knows; it tells of the input itself.
    if (document.execCommand('insertText', false, text)) return;
    this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, 'end');
    this.area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
