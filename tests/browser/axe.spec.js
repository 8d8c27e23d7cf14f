// Every page that the demo can reach: no violation found by axe, nothing wider than the screen, light and dark, on a
// phone and on a desk.
import AxeBuilder from '@axe-core/playwright';

import { expect, pattern, signIn, test } from './people.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VISITOR = ['/', '/sign-in', '/reset', '/help', '/accessibility', '/nowhere', '/join/0000000000000000000000000000000000000000'];
const MEMBER = ['/feed', '/feed?show=unread', '/publish', '/groups', '/groups/new', '/people', '/people?q=zzzz', '/notifications',
  '/settings', '/settings/display', '/settings/email', '/settings/password', '/settings/sessions', '/menu', '/search?q=mar', '/bin', '/help'];
const ADMINISTRATOR = ['/admin', '/admin/letters', '/admin/jobs', '/admin/log', '/admin/access', '/admin/invitations'];

/** Pages whose address is found on other pages. */
async function found(page) {
  const first = async (from, css) => {
    await page.goto(from);
    const link = page.locator(css).first();
    return (await link.count()) ? link.getAttribute('href') : null;
  };
  const post = await first('/feed', '.post a[href^="/posts/"]');
  const group = await first('/groups', 'main a[href^="/groups/"]:not([href$="/new"])');
  const person = await first('/people', 'main a[href^="/people/"]');
  return [post, group, `${group}/members`, `${group}/about`, person].filter(Boolean);
}

/** What is wrong with a page. */
async function faults(page, address) {
  await page.goto(address);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const broken = violations.map(({ id, nodes }) => `${address}: ${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
  return wide > 0 ? [`${address}: ${wide} px too wide`, ...broken] : broken;
}

async function check(page, addresses) {
  const broken = [];
  for (const address of addresses) broken.push(...(await faults(page, address)));
  expect(broken).toEqual([]);
}

/** One page of every kind that can be reached by links. */
async function checkAll(page, from, least) {
  const queue = [...from];
  const kinds = new Set(queue.map(pattern));
  const broken = [];
  let pages = 0;
  while (queue.length) {
    const address = queue.shift();
    const type = (await page.request.get(address)).headers()['content-type'] ?? '';
    if (!type.startsWith('text/html')) continue;
    pages += 1;
    broken.push(...(await faults(page, address)));
    for (const link of await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
      const next = link.split('#')[0];
      if (kinds.has(pattern(next)) || next.startsWith('/language')) continue;
      kinds.add(pattern(next));
      queue.push(next);
    }
  }
  expect(broken).toEqual([]);
  expect(pages).toBeGreaterThan(least);
}

for (const width of [390, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme });
      test.setTimeout(600_000);

      test('pages for everybody', async ({ page }) => {
        await check(page, VISITOR);
      });

      test('pages for members', async ({ page }) => {
        await signIn(page, 'member');
        await check(page, [...MEMBER, ...(await found(page))]);
      });

      test('pages for administrators', async ({ page }) => {
        await signIn(page, 'admin');
        await check(page, ADMINISTRATOR);
      });
    });
  }
}

test.describe('every kind of page, on a phone in the dark', () => {
  test.use({ viewport: { width: 390, height: 900 }, colorScheme: 'dark' });
  test.setTimeout(1_200_000);

  for (const who of ['manager', 'admin']) {
    test(`for the ${who}`, async ({ page }) => {
      await signIn(page, who);
      await page.goto('/groups');
      const groups = await page.locator('main a[href^="/groups/"]:not([href$="/new"])').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      await checkAll(page, ['/feed', ...new Set(groups)], 80);
    });
  }
});
