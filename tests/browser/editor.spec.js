// Writing a post in the editor: what one sees is what will stand there, and the text area behind it has the Markdown.
import AxeBuilder from '@axe-core/playwright';
import { editor, expect, signIn, test } from './people.js';

const markdown = (page) => page.locator('main textarea[name=text]');

/** An empty composer whose text is kept as no draft: other tests write as the same member meanwhile. */
async function compose(page) {
  await signIn(page, 'member');
  await page.route('**/drafts', (route) => route.fulfill({ json: { said: 'Gardé' } }));
  await page.goto('/publish?fresh=1');
  await page.locator('main select[name=group]').selectOption({ index: 1 });
  await expect(editor(page)).toBeVisible();
  await expect(markdown(page)).toBeHidden();
}

test('bold is bold, a list is a list, and so they stand in the post', async ({ page }) => {
  await compose(page);
  const title = `Chantier ${Date.now()}`;
  await page.locator('main input[name=title]').fill(title);
  await editor(page).click();
  await page.keyboard.type('Bonjour ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('à tous');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(', voici **la** suite :');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- des gants');
  await page.keyboard.press('Enter');
  await page.keyboard.type('une bâche_bleue');
  await expect(editor(page).locator('strong')).toHaveText(['à tous', 'la']);
  await expect(editor(page).locator('li')).toHaveText(['des gants', 'une bâche_bleue']);
  await expect(markdown(page)).toHaveValue('Bonjour **à tous**, voici **la** suite :\n\n- des gants\n- une bâche_bleue');
  await page.keyboard.press('Control+Enter');
  const post = page.locator('.post', { hasText: title }).first();
  await expect(post.locator('.post__text strong')).toHaveText(['à tous', 'la']);
  await expect(post.locator('.post__text li')).toHaveText(['des gants', 'une bâche_bleue']);
});

test('somebody is mentioned, and the whole list works by keyboard', async ({ page }) => {
  await compose(page);
  await editor(page).click();
  await page.keyboard.type('Merci @ma');
  const choice = page.locator('.mentionpop [role=option]').first();
  await expect(choice).toBeVisible();
  const handle = await choice.getAttribute('data-handle');
  await page.keyboard.press('Enter');
  await expect(markdown(page)).toHaveValue(`Merci @${handle} `);
  await page.keyboard.type('!');
  await expect(editor(page).locator('p')).toHaveText(`Merci @${handle} !`);
});

test('buttons say where the caret stands, links are set and taken off', async ({ page }) => {
  await compose(page);
  const button = (name) => page.getByRole('button', { name, exact: true });
  await editor(page).click();
  await page.keyboard.type('le site');
  await page.keyboard.press('Control+a');
  await button('Lien').click();
  await page.getByLabel('Adresse du lien').fill('exemple.fr/_plan_');
  await page.keyboard.press('Enter');
  await expect(markdown(page)).toHaveValue('[le site](https://exemple.fr/_plan_)');
  await button('Lien').click();
  await button('Retirer le lien').click();
  await expect(markdown(page)).toHaveValue('le site');
  await button('Citation').click();
  await expect(button('Citation')).toHaveAttribute('aria-pressed', 'true');
  await button('Citation').click();
  await expect(markdown(page)).toHaveValue('le site');
});

test('tables are filled with the Tab key, and grow and shrink by buttons', async ({ page }) => {
  await compose(page);
  const button = (name) => page.getByRole('button', { name, exact: true });
  await editor(page).click();
  await expect(button('Ajouter une ligne')).toBeHidden();
  await button('Tableau').click();
  for (const words of ['Quoi', 'Qui', 'Quand', 'Soupe', 'Ada']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await button('Supprimer la colonne').click();
  await button('Ajouter une ligne').click();
  await expect(markdown(page)).toHaveValue('| Quoi | Qui |\n| --- | --- |\n| Soupe | Ada |\n|  |  |');
  // Out of the last cell one goes on below.
  for (let cell = 0; cell < 3; cell += 1) await page.keyboard.press('Enter');
  await page.keyboard.type('Merci !');
  await expect(markdown(page)).toHaveValue(/\| {2}\| {2}\|\n\nMerci !$/);
});

test('what was copied from a page keeps its shape, and what looks like HTML is text', async ({ page }) => {
  await compose(page);
  await editor(page).click();
  await editor(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    const html = '<p style="color:red">Un <b onclick="alert(1)">mot</b></p><table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>';
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'Un mot A B 1 2');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(editor(page).locator('td')).toHaveText(['1', '2']);
  await expect(editor(page).locator('strong')).toHaveText('mot');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('<img src=x onerror=alert(1)> ');
  await expect(editor(page).locator('img:not([class])')).toHaveCount(0);
  await expect(markdown(page)).toHaveValue(/^<img src=x onerror=alert\(1\)> Un \*\*mot\*\*\n\n\| A \| B \|/);
});

test('who writes Markdown goes on doing so, and no word is lost between the two', async ({ page }) => {
  await compose(page);
  await editor(page).click();
  await page.keyboard.type('Un **deux** trois');
  const change = page.getByRole('button', { name: 'Écrire en Markdown' });
  await change.click();
  await expect(markdown(page)).toBeFocused();
  await expect(markdown(page)).toHaveValue('Un **deux** trois');
  await expect(change).toHaveAttribute('aria-pressed', 'true');
  await markdown(page).fill('## Titre\n\n1. un\n2. deux');
  await change.click();
  await expect(editor(page).locator('h2')).toHaveText('Titre');
  await expect(editor(page).locator('ol li')).toHaveText(['un', 'deux']);
  await change.click();
  await page.goto('/publish?fresh=1');
  await expect(markdown(page)).toBeVisible();
  await expect(page.locator('.richtext')).toHaveCount(0);
});

/** Texts that mean the same on both sides, to the letter. */
const FAITHFUL = [
  'Bonjour **à tous**, le ~~plan~~ change.\nDeuxième ligne',
  '- un\n- deux\n  - deux bis\n- trois',
  '1. un\n2. deux',
  '> citation\n> suite\n\nfin',
  '## Titre\n\nTexte avec `code` et [lien](https://exemple.fr/_a_b_?x=1*2*3).',
  '| A | B |\n| --- | --- |\n| un **gras** | a \\| b |',
  '- [ ] à faire\n- [x] fait',
  '@louise_martin et @jean.dupont, #été_2026 #rentrée',
  '```js\nconst a = 1;\n```',
  '1\\. pas une liste\n\n\\# pas un titre',
  'a < b & c > d',
];

test('what somebody wrote as Markdown comes out as it went in', async ({ page }) => {
  await compose(page);
  const change = page.getByRole('button', { name: 'Écrire en Markdown' });
  for (const text of FAITHFUL) {
    await change.click();
    await markdown(page).fill(text);
    await change.click();
    await expect(editor(page)).toBeFocused();
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
    await expect(markdown(page)).toHaveValue(text);
  }
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    test(`the editor holds for everybody, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await compose(page);
      await expect(page.getByRole('textbox', { name: 'Texte' })).toBeVisible();
      await editor(page).click();
      await page.keyboard.type('- un');
      await page.getByRole('button', { name: 'Lien' }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}

test('a template is written as its posts will be read', async ({ page }) => {
  await signIn(page, 'manager');
  await page.goto('/groups');
  await page.getByRole('link', { name: 'Transition écologique' }).first().click();
  await page.goto(`${new URL(page.url()).pathname}/settings/templates`);
  const name = `Compte rendu ${Date.now()}`;
  await page.getByLabel('Nom du modèle').fill(name);
  await expect(editor(page)).toHaveAccessibleDescription(/mise en forme/);
  await editor(page).click();
  await page.keyboard.type('- Présents : …');
  await expect(editor(page).locator('li')).toHaveText(['Présents : …']);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('link', { name: `Modifier ${name}` }).click();
  await expect(editor(page).locator('li')).toHaveText(['Présents : …']);
  await expect(page.locator('main textarea[name=body]')).toHaveValue('- Présents : …');
});
