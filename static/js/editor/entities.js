// Stands in for the package `entities` in the build (static/build.mjs): its tables of names weigh more than the editor's
// own code, and every browser has them.
import { inert } from '../lib/html.js';

/** `&eacute;` as the letter; what names none stays as it is. */
export const decodeHTML = (text) => text.replace(/&#?\w+;/g, (sign) => inert(`x${sign}`).body.textContent.slice(1));
export const decodeHTMLStrict = decodeHTML;
