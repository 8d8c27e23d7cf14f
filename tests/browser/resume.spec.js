// A large film whose line is cut on its way: it goes on by itself, and after a reload when it is chosen again.
// Lines that are cut are complaints of the browser: here they are meant.
import { expect, test } from './chromium.js';
import { signIn } from './people.js';

const MB = 1024 * 1024;

/** A film of this size that is none: what a film begins with, then bytes that say where they stand. */
function film(name, megabytes) {
  const buffer = Buffer.alloc(megabytes * MB);
  for (let at = 0; at < buffer.length; at += 4096) buffer.writeUInt32LE(at, at);
  Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavc1', 'latin1').copy(buffer);
  return { name, mimeType: 'video/mp4', buffer, lastModified: 1 };
}

/** Chooses a file as a person would: each time it is the same, to the second. */
async function choose(page, { name, buffer }) {
  await page.locator('file-drop[data-parts]:defined').waitFor();
  await page.evaluate((size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 4096) new DataView(bytes.buffer).setUint32(at, at, true);
    bytes.set([...'\0\0\0\x18ftypisom\0\0\0\0isomavc1'].map((c) => c.charCodeAt(0)));
    window.chosen = bytes;
  }, buffer.length);
  await page.evaluate((called) => {
    const data = new DataTransfer();
    data.items.add(new File([window.chosen], called, { type: 'video/mp4', lastModified: 1 }));
    const field = document.querySelector('file-drop[data-parts] input[type=file]');
    field.files = data.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, name);
}

const percent = (page) => page.locator('.drop--file progress').evaluate((bar) => bar.value);

test('a film goes on by itself after a cut, and is whole', async ({ page, context }) => {
  await signIn(page, 'member');
  await page.goto('/publish?fresh=1');
  const { buffer, name } = film('coupure.mp4', 20);
  let asked = 0;
  // The fourth part is cut on its way, and so is what comes next.
  await page.route('**/files/uploads/*', (route) => {
    asked += 1;
    return asked === 4 || asked === 5 ? route.abort('connectionreset') : route.continue();
  });
  await choose(page, { name, buffer });
  const row = page.locator('.drop--file').last();
  await expect(row.locator('[data-told]')).toContainText('connexion est coupée');
  expect(await percent(page)).toBeGreaterThan(50);
  await expect(page.locator('input[name=document]')).toHaveCount(1, { timeout: 30_000 });
  await expect(row.locator('[role=status]')).toContainText('envoyé');
  const id = await page.locator('input[name=document]').inputValue();
  await page.unroute('**/files/uploads/*');
  const got = await context.request.get(`/files/${id}`);
  expect(Buffer.compare(await got.body(), buffer)).toBe(0);
});

test('chosen again after a reload it goes on where it was, paused or not', async ({ page, context }) => {
  await signIn(page, 'member');
  await page.goto('/publish?fresh=1');
  const { buffer, name } = film('reprise.mp4', 20);
  const offsets = [];
  await page.route('**/files/uploads/*', async (route) => {
    const { 'upload-offset': offset } = route.request().headers();
    if (offset) offsets.push(Number(offset));
    if (Number(offset) >= 16 * MB && !page.url().includes('again')) return route.abort('connectionreset');
    return route.continue();
  });
  await choose(page, { name, buffer });
  const row = page.locator('.drop--file').last();
  await expect(row.locator('[data-told]')).toContainText('connexion est coupée');
  expect(Math.max(...offsets)).toBe(16 * MB);

  await row.getByRole('button', { name: 'Mettre en pause' }).press('Enter');
  await expect(row.locator('[data-told]')).toContainText('Envoi en pause, 80');
  await page.goto('/publish?fresh=1&again=1');
  offsets.length = 0;
  await choose(page, { name, buffer });
  await expect(page.locator('input[name=document]')).toHaveCount(1, { timeout: 30_000 });
  expect(Math.min(...offsets)).toBe(16 * MB);
  const id = await page.locator('input[name=document]').inputValue();
  const got = await context.request.get(`/files/${id}`);
  expect(Buffer.compare(await got.body(), buffer)).toBe(0);
});

test('offline, it waits, and goes on once there is a line', async ({ page, context }) => {
  await signIn(page, 'member');
  await page.goto('/publish?fresh=1');
  const { buffer, name } = film('hors-ligne.mp4', 12);
  await page.route('**/files/uploads/*', async (route) => {
    if (route.request().headers()['upload-offset'] === String(4 * MB)) await context.setOffline(true);
    return route.continue().catch(() => {});
  });
  await choose(page, { name, buffer });
  await expect(page.locator('.drop--file [data-told]')).toContainText('connexion est coupée');
  await page.unroute('**/files/uploads/*');
  await context.setOffline(false);
  await expect(page.locator('input[name=document]')).toHaveCount(1, { timeout: 30_000 });
});
