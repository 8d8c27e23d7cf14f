// Builds everything the browser gets into static/dist (git-ignored): bundled script and styles, the icon
// sprite, fonts, images, their licences, .br and .gz twins, and manifest.json (logical name to hashed file).
// Not here: installing packages and the Python venv of the font patch, which bin/assets does.
import { build, context } from 'esbuild';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { patchedFonts } from './tools/fonts.mjs';
import { sprite } from './tools/sprite.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, 'dist');
const next = path.join(here, '.dist-next');
const watching = process.argv.includes('--watch');
const TEXT = /\.(css|js|svg|json|txt|webmanifest)$/;

/** `url("font:name.woff2")` in the styles means the patched font of that name. */
const fontPlugin = (folder) => ({
  name: 'font',
  setup(b) {
    b.onResolve({ filter: /^font:/ }, (a) => ({ path: path.join(folder, a.path.slice(5)) }));
  },
});

/** Writes `data` under a name that carries its hash, and returns that name. */
function put(logical, data) {
  const { name, ext } = path.parse(logical);
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 10);
  const file = `${name}-${hash}${ext}`;
  fs.writeFileSync(path.join(next, file), data);
  return file;
}

function options(fonts) {
  return {
    absWorkingDir: here,
    entryPoints: ['js/app.js', 'css/app.css'],
    outdir: next,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    legalComments: 'none',
    publicPath: '/static/',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    // es2023 for scripts; nothing for styles, light-dark() and oklch() must stay as written.
    target: 'es2023',
    supported: { 'nesting': true, 'color-functions': true, 'inline-style': true },
    loader: { '.woff2': 'file', '.svg': 'file' },
    // See js/editor/entities.js.
    alias: { entities: path.join(here, 'js/editor/entities.js') },
    plugins: [fontPlugin(fonts)],
    logLevel: 'warning',
  };
}

/** Logical names of what esbuild wrote: its entry points and the files the styles refer to. */
function bundled(metafile, manifest) {
  for (const [out, info] of Object.entries(metafile.outputs)) {
    const file = path.basename(out);
    const inputs = Object.keys(info.inputs);
    if (info.entryPoint) manifest[path.basename(info.entryPoint)] = file;
    else if (inputs.length === 1 && !/\.(js|css)$/.test(file)) {
      const name = path.basename(inputs[0]);
      manifest[name.endsWith('.woff2') ? `fonts/${name}` : `images/${name}`] = file;
    }
  }
}

/** The licences of the packages that the scripts are made of, below each other. */
function scriptLicences(metafile, modules) {
  const inputs = Object.values(metafile.outputs).flatMap((out) => Object.keys(out.inputs));
  const names = inputs.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/.*\.m?js$/.exec(file)?.[1]).filter(Boolean);
  const texts = [...new Set(names)].sort().map((name) => {
    const folder = path.join(modules, name);
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e([-.]|$)/i.test(entry));
    if (!file) throw new Error(`${name} has no licence`);
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${fs.readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join('\n');
}

function assemble(metafile) {
  const manifest = {};
  bundled(metafile, manifest);
  manifest['icons.svg'] = put('icons.svg', sprite(here));
  for (const file of fs.readdirSync(path.join(here, 'images')).sort()) {
    manifest[`images/${file}`] ??= put(file, fs.readFileSync(path.join(here, 'images', file)));
  }
  const modules = path.join(here, '..', 'node_modules');
  const licences = { 'icons.txt': 'lucide-static/LICENSE', 'font.txt': '@fontsource-variable/schibsted-grotesk/LICENSE' };
  for (const [name, from] of Object.entries(licences)) {
    manifest[`licences/${name}`] = put(`licence-${name}`, fs.readFileSync(path.join(modules, from)));
  }
  manifest['licences/script.txt'] = put('licence-script.txt', scriptLicences(metafile, modules));
  const sorted = Object.fromEntries(Object.entries(manifest).sort());
  fs.writeFileSync(path.join(next, 'manifest.json'), JSON.stringify(sorted, null, 1));
  return sorted;
}

/** A .br and a .gz beside each text file, where they are worth it. */
function compress() {
  for (const file of fs.readdirSync(next)) {
    if (!TEXT.test(file) || file === 'manifest.json') continue;
    const data = fs.readFileSync(path.join(next, file));
    const br = zlib.brotliCompressSync(data, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: watching ? 5 : 11 } });
    const gz = zlib.gzipSync(data, { level: 9 });
    if (br.length < data.length) fs.writeFileSync(path.join(next, `${file}.br`), br);
    if (gz.length < data.length) fs.writeFileSync(path.join(next, `${file}.gz`), gz);
  }
}

function report(manifest) {
  for (const name of ['app.css', 'app.js', 'icons.svg']) {
    const size = (ext) => fs.statSync(path.join(dist, manifest[name] + ext), { throwIfNoEntry: false })?.size ?? '-';
    console.log(`${name.padEnd(10)} ${size('')} bytes, gzip ${size('.gz')}, br ${size('.br')}`);
  }
}

function finish(result) {
  const manifest = assemble(result.metafile);
  compress();
  // The old folder stays whole until the new one is: a server reading the disk never sees half of it.
  fs.rmSync(dist, { recursive: true, force: true });
  fs.renameSync(next, dist);
  report(manifest);
}

function clear() {
  fs.rmSync(next, { recursive: true, force: true });
  fs.mkdirSync(next);
}

const fonts = patchedFonts(here);
if (watching) {
  const again = {
    name: 'again',
    setup(b) {
      b.onStart(clear);
      b.onEnd((result) => {
        if (result.errors.length === 0) finish(result);
      });
    },
  };
  const base = options(fonts);
  const ctx = await context({ ...base, plugins: [...base.plugins, again] });
  await ctx.watch();
} else {
  clear();
  finish(await build(options(fonts)));
}
