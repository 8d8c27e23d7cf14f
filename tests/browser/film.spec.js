// A film that the browser of whoever sends it can play is published with a picture and how long it takes.
import { expect, test } from './chromium.js';
import { editor, signIn } from './people.js';

/** Chooses a film that is recorded here: a red field that turns blue. */
async function choose(page) {
  await page.locator('file-drop[data-parts]:defined').waitFor();
  await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const paint = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm;codecs=vp8' });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const done = new Promise((end) => (recorder.onstop = end));
    // It begins with the first frame that it is given, which a busy machine keeps waiting.
    let from = Infinity;
    recorder.onstart = () => (from = performance.now());
    recorder.start();
    await new Promise((end) => {
      const next = () => {
        const at = Math.max(0, performance.now() - from);
        paint.fillStyle = at < 1300 ? 'rgb(200 0 0)' : 'rgb(0 0 200)';
        paint.fillRect(0, 0, 320, 180);
        if (at < 1700) requestAnimationFrame(next);
        else end();
      };
      next();
    });
    recorder.stop();
    await done;
    const data = new DataTransfer();
    data.items.add(new File(parts, 'fête.webm', { type: 'video/webm' }));
    const field = document.querySelector('file-drop[data-parts] input[type=file]');
    field.files = data.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

test('a film shows a picture and how long it takes before anybody plays it', async ({ page }) => {
  await signIn(page, 'member');
  await page.goto('/publish?fresh=1');
  await page.getByLabel('Publier dans').selectOption({ index: 1 });
  await editor(page).fill('La fête en deux secondes');
  await choose(page);
  await expect(page.locator('input[name=document]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.getByText('Votre publication est en ligne')).toBeVisible();
  const player = page.locator('video[poster]').first();
  await expect(player).toHaveAttribute('aria-label', 'fête.webm');
  await expect(page.locator('.film__name').first()).toContainText('0:02');
  const colour = await player.evaluate(async (video) => {
    const image = Object.assign(new Image(), { src: video.poster });
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const paint = canvas.getContext('2d');
    paint.drawImage(image, 0, 0, 1, 1);
    return [image.naturalWidth, ...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  });
  expect(colour[0]).toBe(320);
  expect(colour[1], `${colour}`).toBeGreaterThan(150);
  expect(colour[3], `${colour}`).toBeLessThan(60);
});
