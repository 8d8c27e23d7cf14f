// Who walks through the house, and what every walk looks out for.
import { test as base, expect } from './chromium.js';

const PASSWORD = 'demo-parvis-2026';

/** Signs a demo account in and answers its page. */
export async function signIn(page, who) {
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(`${who}@demo.parvis.test`);
  await page.locator('input[name=password]').fill(PASSWORD);
  await Promise.all([page.waitForURL(/\/feed/), page.locator('form[action^="/sign-in"] button:not([type=button])').click()]);
  return page;
}

/** The editor of a post, once it has taken the text area's place. */
export const editor = (page) => page.locator('main .richtext');

/** An address with what names a thing in it left out: pages of one kind have one pattern. */
export const pattern = (address) => address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|(?<=^\/hashtags\/)[^/?]+|[a-z0-9-]+-[0-9a-f]{6}(?=[/?]|$)|[0-9a-f]{40,}|=[^&]*/g, '…');

/** A test that fails on any complaint of the browser: an error in a script, a breach of the content policy. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints = [];
    listen(page, complaints);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

/** Collects what a page's console complains of. */
export function listen(page, complaints) {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) complaints.push(`${page.url()}: ${line.text()}`);
  });
}

export { expect };
