// Every address that pages link to, for each kind of person, in French and in English: it answers, is whole, and says
// its words in one language only.
import { expect, pattern, signIn, test } from './people.js';

/** At most so many pages that differ only in whose or which. */
const ALIKE = 4;

/** What is wrong with a page, and where it leads: read by the browser's own parser. */
function read(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const wrong = [];
  const ids = [...page.querySelectorAll('[id]')].map((element) => element.id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice) wrong.push(`id "${twice}" twice`);
  for (const label of page.querySelectorAll('label[for]')) {
    if (!page.getElementById(label.htmlFor)) wrong.push(`label for nothing: ${label.htmlFor}`);
  }
  for (const element of page.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby]')) {
    for (const name of ['aria-controls', 'aria-labelledby', 'aria-describedby']) {
      for (const id of (element.getAttribute(name) ?? '').split(' ').filter(Boolean)) {
        if (!page.getElementById(id)) wrong.push(`${name} of nothing: ${id}`);
      }
    }
  }
  for (const image of page.querySelectorAll('img:not([alt])')) wrong.push(`no alt: ${image.getAttribute('src')}`);
  if (page.querySelectorAll('h1').length !== 1) wrong.push(`${page.querySelectorAll('h1').length} × h1`);
  if (!page.title.trim()) wrong.push('no title');
  if (/\{\$|\{ ?\$|\{\{|\{%/.test(page.body.textContent)) wrong.push('a placeholder shows');
  const links = [...page.querySelectorAll('a[href], img[src], link[rel="next"]')]
    .map((link) => link.getAttribute('href') ?? link.getAttribute('src'))
    .filter((link) => link.startsWith('/') && !link.startsWith('/static/') && !link.startsWith('//'))
    .map((link) => link.split('#')[0]);
  const anchors = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href').slice(1)).filter(Boolean);
  for (const anchor of anchors) if (!page.getElementById(anchor)) wrong.push(`leads nowhere: #${anchor}`);
  return { wrong, links: [...new Set(links)], lang: page.documentElement.lang };
}

async function crawl(page, lang, from, least) {
  // A blank page reads: the pages' own policy forbids to make documents of strings.
  await page.goto('about:blank');
  const queue = [...from];
  const seen = new Set();
  const alike = new Map();
  const broken = [];
  while (queue.length) {
    const address = queue.shift();
    const kind = pattern(address);
    if (seen.has(address) || (alike.get(kind) ?? 0) >= ALIKE) continue;
    seen.add(address);
    alike.set(kind, (alike.get(kind) ?? 0) + 1);
    const answer = await page.request.get(address);
    if (answer.status() !== 200) {
      broken.push(`${address}: ${answer.status()}`);
      continue;
    }
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
    const found = await page.evaluate(read, await answer.text());
    if (found.lang !== lang) broken.push(`${address}: speaks ${found.lang}`);
    broken.push(...found.wrong.map((what) => `${address}: ${what}`));
    queue.push(...found.links.filter((link) => !link.startsWith('/language')));
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(least);
}

test.setTimeout(600_000);

test('a visitor, in French', async ({ page }) => {
  await crawl(page, 'fr', ['/', '/sign-in'], 4);
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB', extraHTTPHeaders: { 'accept-language': 'en-GB' } });

  test('a visitor', async ({ page }) => {
    await crawl(page, 'en', ['/', '/sign-in'], 4);
  });

  test('a moderator', async ({ page }) => {
    await signIn(page, 'moderator');
    await page.goto('/settings');
    await page.locator('select[name=locale]').selectOption('en');
    await page.locator('form:has(select[name=locale]) button.btn--primary').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await crawl(page, 'en', ['/feed', '/menu'], 40);
  });
});

for (const who of ['member', 'guest', 'manager', 'admin']) {
  test(`${who}, in French`, async ({ page }) => {
    await signIn(page, who);
    await crawl(page, 'fr', ['/feed', '/menu'], 40);
  });
}
