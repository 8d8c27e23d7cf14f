// Two people, two browsers: what one does, the other sees, without asking for the page again.
import { editor, expect, listen, signIn, test } from './people.js';

/** A group in which both take part. */
async function common(...pages) {
  const lists = [];
  for (const page of pages) {
    await page.goto('/publish');
    lists.push(await page.locator('main select[name=group] option').evaluateAll((options) => options.map((option) => option.value)));
  }
  const group = lists[0].find((value) => value && lists[1].includes(value));
  expect(group).toBeTruthy();
  return group;
}

test('a post, a comment and a reaction arrive in the other browser', async ({ page, browser }) => {
  const complaints = [];
  const other = await browser.newPage();
  listen(other, complaints);
  await signIn(page, 'manager');
  await signIn(other, 'member');
  const group = await common(page, other);
  await other.goto(`/groups/${group}`);
  await expect(other.locator('live-stream')).toBeAttached();
  await page.goto(`/publish?group=${group}`);
  const words = `Rendez-vous au hangar ${Date.now()}`;
  await editor(page).fill(words);
  await page.locator('main form:has(textarea[name=text]) button.btn--primary').last().click();
  await expect(page.locator('.post', { hasText: words }).first()).toBeVisible();
  const pill = other.locator('[data-pill]');
  await expect(pill).toBeVisible();
  await pill.click();
  const card = other.locator('.post', { hasText: words });
  await expect(card).toBeVisible();

  const address = await card.locator('a[href^="/posts/"]').first().getAttribute('href');
  await page.goto(address);
  await other.goto(address);
  await other.locator('form[action$="/comments"] textarea').fill('Je viens avec la remorque.');
  await other.locator('form[action$="/comments"] button:not([type=button])').last().click();
  await expect(other.locator('.comment', { hasText: 'remorque' })).toBeVisible();
  await expect(page.locator('.comment', { hasText: 'remorque' })).toBeVisible();

  await other.locator('.post__foot emoji-picker summary').click();
  await other.locator('.post__foot .picker__grid button').first().click();
  await expect(other.locator('.post__foot .react [data-n]')).toHaveText('1');
  await expect(page.locator('.post__foot .react [data-n]')).toHaveText('1');
  expect(complaints).toEqual([]);
});
