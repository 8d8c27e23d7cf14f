// The picture of README.md: written when SCREENSHOTS=write is set, otherwise only looked at.
import path from 'node:path';

import { expect, signIn, test } from './people.js';

test.use({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' });

test('the feed of the demo is worth a picture', async ({ page }) => {
  await signIn(page, 'member');
  await page.goto('/feed');
  await expect(page.locator('.post').first()).toBeVisible();
  if (process.env.SCREENSHOTS === 'write') {
    await page.screenshot({ path: path.resolve(import.meta.dirname ?? '.', '../../docs/feed.png') });
  }
});
