// The calendar of what is planned: moved by dragging and by keyboard, and taken back.
import { expect, signIn, test } from './people.js';

const day = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

test('what is planned moves to another day, and back', async ({ page }) => {
  await signIn(page, 'manager');
  await page.goto('/planning');
  const planned = await page.locator('time[datetime]').first().getAttribute('datetime');
  await page.goto(`/planning?month=${planned.slice(0, 7)}`);
  const id = await page.locator('a[data-time]').first().getAttribute('id');
  const entry = page.locator(`[id="${id}"]`);
  await expect(entry).toHaveAttribute('draggable', 'true');
  const before = await entry.getAttribute('data-date');
  const cell = (date) => page.locator(`td[data-day="${date}"]`);
  // Of the same week, so that both are in sight; a day that is over takes nothing.
  const sunday = new Date(before).getUTCDay() === 0;
  const target = sunday && (await cell(day(before, -1)).count()) ? day(before, -1) : day(before, 1);
  await entry.scrollIntoViewIfNeeded();
  const [from, to] = [await entry.boundingBox(), await cell(target).boundingBox()];
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, from.y + 20, { steps: 8 });
  await page.mouse.up();
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
