// The only place where text becomes HTML. The trusted-types policy `app` lets through answers of our own
// server (already sanitised there) and nothing else reaches it; scripts are dropped on top of that.
const policy = globalThis.trustedTypes?.createPolicy('app', { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
};

/** A page that is none: nothing in it runs or is fetched. Text of strangers is read in it and never taken out of it. */
export function inert(text) {
  return new DOMParser().parseFromString(policy.createHTML(text), 'text/html');
}

/** The content of a fragment or of a whole page, ready to be looked into; it is not yet part of this page. */
export function parse(text) {
  const whole = /^\s*<(!doctype|html)\b/i.test(text);
  const page = inert(whole ? text : `<template>${text}</template>`);
  const content = whole ? page.body : page.querySelector('template').content;
  for (const script of content.querySelectorAll('script')) script.remove();
  return { content, whole };
}

/** Asks our server for HTML; answers `null` when it has none to give. */
export async function fetchHtml(url, options = {}) {
  const answer = await fetch(url, {
    ...options,
    headers: { Accept: 'text/html', 'Parvis-Fragment': '1', ...options.headers },
    credentials: 'same-origin',
  });
  return answer.ok ? answer.text() : null;
}
