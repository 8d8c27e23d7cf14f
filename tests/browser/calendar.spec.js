// The calendar of what is planned: moved by dragging and by keyboard, and taken back.
import { expect, signIn, test } from './people.js';

const day = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

test('what is planned moves to another day, and back', async ({ page }) => {
  // Where it comes from and where it goes are in sight: a hand that drags does not scroll meanwhile.
  await page.setViewportSize({ width: 1280, height: 1600 });
  await signIn(page, 'manager');
  await page.goto('/planning');
  const planned = await page.locator('time[datetime]').first().getAttribute('datetime');
  await page.goto(`/planning?month=${planned.slice(0, 7)}`);
  const id = await page.locator('a[data-time]').first().getAttribute('id');
  const entry = page.locator(`[id="${id}"]`);
  await expect(entry).toHaveAttribute('draggable', 'true');
  const before = await entry.getAttribute('data-date');
  const cell = (date) => page.locator(`td[data-day="${date}"]`);
  const target = (await cell(day(before, 1)).count()) ? day(before, 1) : day(before, -1);
  await entry.dragTo(cell(target));
  await expect(entry).toHaveAttribute('data-date', target);
  await page.locator('undo-toast button').first().click();
  await expect(entry).toHaveAttribute('data-date', before);

  await entry.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(entry).toHaveAttribute('data-date', day(before, 1));
  await expect(entry).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(entry).toHaveAttribute('data-date', before);
});
