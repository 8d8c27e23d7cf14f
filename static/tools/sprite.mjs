// One SVG sprite of the Lucide icons named in static/icons.txt, plus the logo in the brand's colours.
import fs from 'node:fs';
import path from 'node:path';

const LOGO =
  '<symbol id="logo" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="var(--brand)" stroke="none"/>' +
  '<path d="M6 20.5c3 0 3-2.2 6-2.2s3 2.2 6 2.2 3-2.2 6-2.2 2 .6 2 .6M6 25c3 0 3-2.2 6-2.2s3 2.2 6 2.2 3-2.2 6-2.2 2 .6 2 .6" ' +
  'fill="none" stroke="var(--on-brand)" stroke-width="2.1" stroke-linecap="round"/>' +
  '<circle cx="20.5" cy="10.5" r="4" fill="var(--amber)" stroke="none"/></symbol>';

export function iconNames(here) {
  const lines = fs.readFileSync(path.join(here, 'icons.txt'), 'utf8').split('\n');
  return lines.map((l) => l.trim()).filter((l) => l && !l.startsWith('#'));
}

export function sprite(here) {
  const icons = path.join(here, '..', 'node_modules', 'lucide-static', 'icons');
  const symbols = [...new Set(iconNames(here))].sort().map((name) => {
    const source = fs.readFileSync(path.join(icons, `${name}.svg`), 'utf8');
    const drawing = source
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<svg[\s\S]*?>/, '')
      .replace('</svg>', '')
      .replace(/\s+/g, ' ')
      .replace(/ \/>/g, '/>')
      .replace(/> </g, '><')
      .trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- Icons: Lucide, ISC licence -->${LOGO}${symbols.join('')}</svg>`;
}
