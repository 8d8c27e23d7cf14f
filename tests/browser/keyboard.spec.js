// By keyboard alone: skip link, palette, menus, and where the focus is.
import { editor, expect, signIn, test } from './people.js';

test('the skip link is first and leads to the content', async ({ page }) => {
  await signIn(page, 'member');
  await page.goto('/feed');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('the palette goes anywhere', async ({ page }) => {
  await signIn(page, 'member');
  await page.goto('/feed');
  await page.keyboard.press('Control+k');
  const field = page.locator('command-palette input[name=q]');
  await expect(field).toBeFocused();
  await field.pressSequentially('annu');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/people/);
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});

test('the field on top suggests, and gives all results to Enter', async ({ page }) => {
  await signIn(page, 'member');
  await page.goto('/feed');
  const field = page.locator('search-box input[name=q]');
  const list = page.locator('search-box [role=listbox]');
  await field.focus();
  await field.pressSequentially('jard');
  await expect(list).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /option/);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=jard/);
});

test('the profile menu opens, closes and gives the focus back', async ({ page }) => {
  await signIn(page, 'member');
  await page.goto('/feed');
  const button = page.locator('.topbar .menu > summary');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.topbar .menu__list')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.topbar .menu__list')).toBeHidden();
  await expect(button).toBeFocused();
});

test('a post is written and sent by keyboard', async ({ page }) => {
  await signIn(page, 'member');
  await page.goto('/publish');
  const words = `Au clavier, ${Date.now()}`;
  await page.locator('main select[name=group]').focus();
  await page.keyboard.press('ArrowDown');
  await editor(page).focus();
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.post', { hasText: words }).first()).toBeVisible();
});
