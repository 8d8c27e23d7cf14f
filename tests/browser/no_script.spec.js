// The main journeys without script: reading, publishing, commenting, reacting, deleting and taking back.
import { expect, signIn, test } from './people.js';

test.use({ javaScriptEnabled: false });

test('a member publishes, comments, reacts, deletes and takes it back', async ({ page }) => {
  await signIn(page, 'member');
  await page.goto('/publish');
  const words = `Sans script, ${Date.now()}`;
  await page.locator('main select[name=group]').selectOption({ index: 1 });
  await page.locator('main textarea[name=text]').fill(words);
  await page.locator('main form:has(textarea[name=text]) button.btn--primary').last().click();
  const post = page.locator('.post', { hasText: words }).first();
  await expect(post).toBeVisible();
  await page.goto(await post.locator('a[href^="/posts/"]').first().getAttribute('href'));
  await page.locator('form[action$="/comments"] textarea').fill('Et un commentaire.');
  await page.locator('form[action$="/comments"] button:not([type=button])').last().click();
  await expect(page.locator('.comment', { hasText: 'Et un commentaire.' })).toBeVisible();
  await page.locator('.post__foot emoji-picker a').click();
  await page.locator('main form button[name=on]').first().click();
  await expect(page.locator('.post__foot .react [data-n]')).toHaveText('1');
  await page.locator('.post .menu > summary').first().click();
  await page.locator('form[action$="/removal"] button').first().click();
  await expect(page.locator('.toast')).toBeVisible();
  await page.locator('.toast button').click();
  await expect(page.locator('.post', { hasText: words }).first()).toBeVisible();
});

test('a visitor changes the language and finds the door', async ({ page }) => {
  await page.goto('/feed');
  await expect(page).toHaveURL(/sign-in/);
  await page.getByText('English', { exact: true }).click();
  await expect(page.locator('h1')).toHaveText('Sign in');
});
