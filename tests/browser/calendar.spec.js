// The calendar of what is planned: moved by dragging and by keyboard, and taken back.
import { expect, signIn, test } from './people.js';

const day = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

test('what is planned moves to another day, and back', async ({ page }) => {
  // Where it comes from and where it goes are in sight: what scrolls while one drags is the browser's affair.
  await page.setViewportSize({ width: 1280, height: 1600 });
  await signIn(page, 'manager');
  await page.goto('/planning');
  const planned = await page.locator('time[datetime]').first().getAttribute('datetime');
  await page.goto(`/planning?month=${planned.slice(0, 7)}`);
  const id = await page.locator('a[data-time]').first().getAttribute('id');
  const entry = page.locator(`[id="${id}"]`);
  await expect(entry).toHaveAttribute('draggable', 'true');
  const last = page.locator('td[data-day]').last();
  const target = await last.getAttribute('data-day');
  const before = await entry.getAttribute('data-date');
  await entry.dragTo(last);
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
