// What every custom element here shares: listeners that end with the element, and words with a number in them.
export class Behaviour extends HTMLElement {
  connectedCallback() {
    this.ends = new AbortController();
    // The parser connects an element before its children exist.
    queueMicrotask(() => {
      if (document.readyState !== 'loading') this.begin();
      else this.on(document, 'DOMContentLoaded', () => this.begin(), { once: true });
    });
  }

  begin() {
    if (this.isConnected && !this.begun) {
      this.begun = true;
      this.start();
    }
  }

  disconnectedCallback() {
    this.ends.abort();
    this.begun = false;
    this.stop?.();
  }

  on(target, type, listener, options = {}) {
    target.addEventListener(type, listener, { ...options, signal: this.ends.signal });
  }
}

/** Picks `data-one`, `data-other`… of an element for `n` in the page's language and puts the number in. */
export function counted(element, n) {
  const lang = document.documentElement.lang || 'fr';
  const kind = new Intl.PluralRules(lang).select(n);
  const words = element.dataset[kind] ?? element.dataset.other ?? '{n}';
  return words.replace('{n}', new Intl.NumberFormat(lang).format(n));
}

/** A copy of a `<template>`'s only element, or nothing. */
export function fromTemplate(template) {
  return template?.content.firstElementChild ? document.importNode(template.content.firstElementChild, true) : null;
}

/** Whether typing goes into this element, so that single keys must be left alone. */
export function isWriting(element) {
  return Boolean(element?.closest?.('input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]'));
}
