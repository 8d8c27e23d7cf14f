// The browser of all walks: Debian's Chromium, which now and then falls while it starts, and is then started again.
import { test as base, expect } from '@playwright/test';

const TRIES = 3;

async function launched(chromium, options, tries = TRIES) {
  try {
    return await chromium.launch(options);
  } catch (failure) {
    if (tries <= 1 || !/has been closed/.test(failure.message)) throw failure;
    return launched(chromium, options, tries - 1);
  }
}

export const test = base.extend({
  browser: [async ({ playwright, launchOptions }, use) => {
    const browser = await launched(playwright.chromium, launchOptions);
    await use(browser);
    await browser.close();
  }, { scope: 'worker' }],
});

export { expect };
