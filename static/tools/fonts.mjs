// Fonts come from the npm package and are corrected by patchfont.py (narrow spaces, figures in tables).
// The result is cached under node_modules; without Python's fonttools the original fonts are used, with a warning.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['latin-wght-normal', 'latin-ext-wght-normal', 'latin-wght-italic'];

function python(root) {
  const venv = path.join(root, 'node_modules', '.cache', 'parvis', 'venv', 'bin', 'python');
  for (const exe of [process.env.PARVIS_PYTHON, venv, 'python3'].filter(Boolean)) {
    if (spawnSync(exe, ['-c', 'import fontTools, brotli'], { stdio: 'ignore' }).status === 0) return exe;
  }
  return null;
}

/** The folder that holds the fonts to bundle. */
export function patchedFonts(here) {
  const root = path.join(here, '..');
  const pack = path.join(root, 'node_modules', '@fontsource-variable', 'schibsted-grotesk');
  const { version } = JSON.parse(fs.readFileSync(path.join(pack, 'package.json'), 'utf8'));
  const folder = path.join(root, 'node_modules', '.cache', 'parvis', `fonts-${version}`);
  const files = NAMES.map((n) => `schibsted-grotesk-${n}.woff2`);
  if (files.every((f) => fs.existsSync(path.join(folder, f)))) return folder;
  const exe = python(root);
  if (exe) {
    fs.mkdirSync(folder, { recursive: true });
    const run = spawnSync(exe, [path.join(here, 'tools', 'patchfont.py'), path.join(pack, 'files'), folder, ...files], { stdio: 'inherit' });
    if (run.status === 0) return folder;
    fs.rmSync(folder, { recursive: true, force: true });
  }
  console.warn('fonts: not corrected (Python with fonttools and brotli is missing); French narrow spaces will come from another font');
  return path.join(pack, 'files');
}
