// Every page that the demo can reach: no violation found by axe, nothing wider than the screen, light and dark, on a
// phone and on a desk.
import AxeBuilder from '@axe-core/playwright';

import { expect, signIn, test } from './people.js';

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

async function check(page, addresses) {
  const broken = [];
  for (const address of addresses) {
    await page.goto(address);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) broken.push(`${address}: ${wide} px too wide`);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    for (const violation of violations) {
      broken.push(`${address}: ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
    }
  }
  expect(broken).toEqual([]);
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
