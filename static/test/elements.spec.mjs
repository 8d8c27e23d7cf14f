// What the elements and the fragment module promise, in a real browser under the real policy.
import { expect, test } from '../../tests/browser/chromium.js';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from './server.mjs';

const images = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'images');
let server;
let complaints;
test.beforeAll(async () => (server = await start()));
test.afterAll(() => server.close());

test.beforeEach(async ({ page }) => {
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (m) => /Content Security|Trusted/.test(m.text()) && complaints.push(m.text()));
  page.live = { sockets: [], sent: [] };
  await page.routeWebSocket(/\/live$/, (socket) => {
    page.live.sockets.push(socket);
    socket.onMessage((text) => page.live.sent.push(JSON.parse(text)));
  });
  server.seen.length = 0;
  server.down = false;
  await page.goto(server.url);
  await expect.poll(() => page.live.sent.length).toBe(1);
});
test.afterEach(() => expect(complaints).toEqual([]));

const say = (page, ...messages) => page.live.sockets.at(-1).send(JSON.stringify(messages));
const asked = (path) => expect.poll(() => server.seen.some((s) => s.path === path)).toBe(true);

test('live: pill, counts, fragments and removal', async ({ page }) => {
  expect(page.live.sent[0]).toEqual({ topics: ['home', 'me'], since: 41 });
  say(page, { a: 42, k: 'new-post', id: 'post-2' });
  await expect(page.locator('[data-pill]')).toHaveText('1 nouvelle publication');
  say(page, { a: 43, k: 'new-post', id: 'post-3' }, { a: 43, k: 'new-post', id: 'post-3' }, { k: 'new-post', id: 'post-1' });
  await expect(page.locator('[data-pill]')).toHaveText('2 nouvelles publications');
  say(page, { k: 'count', id: 'me', n: 120 });
  await expect(page.locator('[data-count=me]')).toHaveText('99+');
  say(page, { k: 'fragment', id: 'c5', after: 'comments', html: '<li id="c5">Nouveau<script>document.title="pris"</script></li>' });
  await expect(page.locator('#comments > #c5')).toHaveText('Nouveau');
  expect(await page.title()).toBe('Éléments');
  say(page, { k: 'remove', id: 'c5' });
  await expect(page.locator('#c5')).toHaveCount(0);
});

test('live: comes back and resumes where it was', async ({ page }) => {
  say(page, { a: 47, k: 'count', id: 'me', n: 1 });
  await expect(page.locator('[data-count=me]')).toHaveText('1');
  await page.live.sockets.at(-1).close();
  await expect.poll(() => page.live.sent.at(-1).since).toBe(47);
});

test('a post replaced under the hand keeps what is typed, focus and selection', async ({ page }) => {
  await page.fill('#text', 'je tape');
  const html = await page.evaluate(() => {
    document.getElementById('text').setSelectionRange(2, 4);
    return document.getElementById('post-1').outerHTML;
  });
  say(page, { k: 'fragment', id: 'post-1', html: html.replace('Bonjour', 'Bonsoir') });
  await expect(page.locator('.post__text')).toHaveText('Bonsoir');
  await expect(page.locator('#text')).toBeFocused();
  await expect(page.locator('#text')).toHaveValue('je tape');
  expect(await page.evaluate(() => document.getElementById('text').selectionStart)).toBe(2);
});

test('a form: accepted, refused, cut off', async ({ page }) => {
  await page.fill('#text', 'Merci');
  await page.press('#text', 'Control+Enter');
  await expect(page.locator('#comments > #comment-9')).toHaveText('Merci');
  await expect(page.locator('#toasts .toast')).toBeVisible();
  await expect(page.locator('#text')).toHaveValue('');
  server.down = true;
  await page.fill('#text', 'gardé');
  await page.click('#reply > button');
  await expect(page.locator('#reply [role=alert]')).toHaveText('Connexion perdue, votre texte est gardé.');
  await expect(page.locator('#text')).toHaveValue('gardé');
  server.down = false;
  await page.reload();
  await expect(page.locator('#text')).toHaveValue('gardé');
  await page.fill('#text', 'bad');
  await page.click('#reply > button');
  await expect(page.locator('#erreurs')).toBeFocused();
});

test('answers that lead elsewhere', async ({ page }) => {
  await page.click('#go button');
  await page.waitForURL('**/arrived');
  await page.click('#secret button');
  await page.waitForURL('**/sign-in?next=%2Farrived');
});

test('a reaction flips at once and back when it fails', async ({ page }) => {
  const react = page.locator('#react .react').first();
  server.down = true;
  await react.click();
  await expect(page.locator('#react [data-failure]')).toBeVisible();
  await expect(react).toHaveAttribute('aria-pressed', 'false');
  await expect(react).toHaveText('3');
  server.down = false;
  await react.click();
  await expect(react).toHaveAttribute('aria-pressed', 'true');
  await expect(react).toHaveText('4');
});

test('filters follow the fields and the address follows them', async ({ page }) => {
  await page.fill('#f', 'eau');
  await expect(page.locator('#results')).toHaveText('eau trouvé');
  expect(page.url()).toContain('/list?f=eau');
  await page.goBack();
  expect(page.url()).toBe(`${server.url}/`);
});

test('mentions: proposed, inserted, removed whole', async ({ page }) => {
  await page.locator('#text').pressSequentially('Salut @lo');
  await expect(page.locator('#text-people [role=option]')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('#text')).toHaveValue('Salut @louise ');
  await expect(page.locator('#text')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Backspace');
  await expect(page.locator('#text')).toHaveValue('Salut ');
});

test('text: bold by button and by key, undone like typing', async ({ page }) => {
  const body = page.locator('#body');
  await body.fill('un mot');
  await body.evaluate((area) => area.setSelectionRange(3, 6));
  await page.getByRole('button', { name: 'Gras' }).click();
  await expect(body).toHaveValue('un **mot**');
  await page.keyboard.press('Control+z');
  await expect(body).toHaveValue('un mot');
  await body.evaluate((area) => area.setSelectionRange(0, 2));
  await page.keyboard.press('Control+b');
  await expect(body).toHaveValue('**un** mot');
});

test('text: what is pasted becomes clean Markdown', async ({ page }) => {
  const body = page.locator('#body');
  const paste = async (html, plain = 'texte') => {
    await body.fill('');
    await body.evaluate((area, [html, plain]) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', plain);
      area.focus();
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, [html, plain]);
  };
  await paste(fs.readFileSync(new URL('pasted/word.html', import.meta.url), 'utf8'));
  await expect(body).toHaveValue(fs.readFileSync(new URL('pasted/word.md', import.meta.url), 'utf8').trim());
  await paste(fs.readFileSync(new URL('pasted/docs.html', import.meta.url), 'utf8'));
  await expect(body).toHaveValue(fs.readFileSync(new URL('pasted/docs.md', import.meta.url), 'utf8').trim());
  await paste('<p><a href="javascript:alert(1)">un lien</a> <b>fort</b><img src="/seen?" onerror="alert(1)"></p>');
  await expect(body).toHaveValue('un lien **fort**');
  // Nothing but words: the browser pastes them itself.
  await paste('<meta charset="utf-8"><span style="color: red">texte</span>');
  await expect(body).toHaveValue('');
});

test('menu: keys, copied link, confirmation', async ({ page }) => {
  const list = page.locator('#more .menu__list');
  await page.click('#more summary');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list).toContainText('Lien copié');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${server.url}/posts/1`);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.click('#more summary');
  await page.click('.menuitem--danger');
  await page.click('dialog[open] .btn:not(.btn--danger)');
  expect(server.seen.some((s) => s.path === '/removal')).toBe(false);
  // Focus left the menu for the question, so it has closed.
  await page.locator('#more').evaluate((menu) => (menu.open = true));
  await page.click('.menuitem--danger');
  await page.click('dialog[open] .btn--danger');
  await asked('/removal');
});

test('palette: opens by key, filters without accents, adds what the server found', async ({ page }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('evene');
  await expect(page.locator('#found [href="/feed"]')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('#found [href="/directory"]')).toBeHidden();
  await expect(page.locator('#found [data-results] [role=option]')).toHaveText('Louise');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/feed');
});

test('photos: arrows, position, focus comes back to the photo last seen', async ({ page }) => {
  await page.locator('photo-gallery a').first().click();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.lightbox__count')).toHaveText('2 sur 2');
  await page.keyboard.press('Escape');
  await expect(page.locator('a[href="/photos/2"]')).toBeFocused();
});

test('emoji: found by name, sent as a reaction, list inside the screen', async ({ page }) => {
  await page.click('#emojis summary');
  await expect(page.locator('#emojis input')).toBeFocused();
  await page.keyboard.type('idee');
  await expect(page.locator('.picker__grid button:visible')).toHaveCount(1);
  const box = await page.locator('#emojis .picker').boundingBox();
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize().width);
  await page.locator('.picker__grid button:visible').click();
  await expect.poll(() => server.seen.find((s) => s.path === '/reactions')?.body).toBe(new URLSearchParams({ on: '💡' }).toString());
});

test('files: sent, ordered, refused, removed', async ({ page }) => {
  await page.setInputFiles('file-drop input[type=file]', ['app-icon-192.png', 'app-icon-512.png', 'logo.svg'].map((n) => path.join(images, n)));
  await expect(page.locator('file-drop input[name=picture]')).toHaveCount(3);
  await expect(page.locator('[data-alt]').first()).toHaveAttribute('name', 'alt-pic-7');
  await page.locator('.drop [data-up]').nth(1).click();
  await expect(page.locator('.drop__name').first()).toHaveText('app-icon-512.png');
  await page.setInputFiles('file-drop input[type=file]', { name: 'a.exe', mimeType: 'application/x-dosexec', buffer: Buffer.from('x') });
  await expect(page.locator('.drop.is-failed')).toContainText('Pas une image');
  await page.locator('.drop.is-failed [data-remove]').click();
  await expect(page.locator('.drop')).toHaveCount(3);
});

test('photos that are there already: moved and removed by buttons, their numbers left to those without script', async ({ page }) => {
  await page.evaluate(() => {
    const field = (more) => Object.assign(document.createElement('input'), more);
    for (const id of ['p1', 'p2', 'p3']) {
      const row = document.importNode(document.querySelector('file-drop template').content.firstElementChild, true);
      const plain = document.createElement('div');
      plain.className = 'drop__plain';
      plain.append(field({ type: 'number', name: `place-${id}`, value: '1' }));
      plain.firstChild.dataset.place = '';
      row.append(plain, field({ type: 'hidden', name: 'picture', value: id }));
      row.id = `photo-${id}`;
      document.querySelector('.drops').append(row);
    }
  });
  await page.locator('#photo-p3 [data-up]').click();
  await page.locator('#photo-p1 [data-remove]').click();
  await expect(page.locator('.drop__plain:visible')).toHaveCount(0);
  const sent = await page.evaluate(() => {
    const form = document.getElementById('composer');
    form.addEventListener('submit', (event) => event.preventDefault());
    form.requestSubmit();
    return [...new document.defaultView.FormData(form)].filter(([name]) => /picture|place/.test(name)).map(([name, value]) => `${name}=${value}`);
  });
  expect(sent).toEqual(['picture=p3', 'picture=p2']);
});

test('who will read it follows the group that is chosen', async ({ page }) => {
  const line = page.locator('audience-line [role=status]');
  await expect(line).toBeHidden();
  await page.selectOption('audience-line select', 'a');
  await expect(line.locator('a')).toHaveText('Visible par 4 membres');
  await expect(line.locator('a')).toHaveAttribute('href', '/groups/a/members');
  await page.selectOption('audience-line select', '');
  await expect(line).toBeHidden();
});

test('several groups: found, counted once each, and no more than can be', async ({ page }) => {
  const several = page.locator('several-groups');
  const said = several.locator('#also-readers');
  await expect(several.getByRole('button', { name: 'Compter' })).toBeHidden();
  await page.selectOption('audience-line select', 'a');
  await several.getByLabel('Jardin').check();
  await expect(said).toBeHidden();
  await several.getByLabel('Verger').check();
  await expect(said).toHaveText('a et b');
  await expect(page.locator('[data-labels-of=b]')).toBeVisible();
  // What is ticked stays in sight.
  await several.getByLabel('Chercher un groupe').fill('theat');
  await expect(several.locator('li:visible')).toHaveText(['Jardin', 'Verger', 'Théâtre']);
  await several.getByLabel('Théâtre').press('Space');
  await expect(said).toHaveText('a et b et c');
  await several.getByLabel('Chercher un groupe').fill('');
  await expect(several.getByLabel('Remise')).toBeDisabled();
  await several.getByLabel('Verger').uncheck();
  await expect(several.getByLabel('Remise')).toBeEnabled();
  await expect(page.locator('[data-labels-of=b]')).toBeHidden();
  await expect(said).toHaveText('a et c');
});

test('portrait: cropped to a square by keyboard', async ({ page }) => {
  await page.setInputFiles('avatar-crop input[type=file]', path.join(images, 'app-icon-512.png'));
  await expect(page.locator('[name=size]')).toHaveValue('1.0000');
  await page.locator('canvas').press('+');
  await expect(page.locator('[name=size]')).not.toHaveValue('1.0000');
});

test('theme, password, times, seen and keys', async ({ page }) => {
  await page.click('theme-switch button');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await asked('/display');
  await page.click('show-password button');
  await expect(page.locator('show-password input')).toHaveAttribute('type', 'text');
  await page.evaluate(() => document.querySelector('local-time').refresh());
  await expect(page.locator('time[data-rel]')).toHaveText(/il y a 12.min/);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('j');
  await expect(page.locator('#post-1')).toBeFocused();
  await asked('/seen');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.waitForURL('**/feed');
});

test('nothing is wider than the screen', async ({ page }) => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});
