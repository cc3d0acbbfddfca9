import { mkdir } from 'node:fs/promises';
import { openArea } from '../pages/first-start.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { ReviewsPage } from '../pages/reviews-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { expect, test } from '../support/two-windows.ts';

const REVIEWS = 100;

test.describe('the list of reviews', () => {
  test('is gone through by keyboard: a hundred with less than 150 keystrokes', async ({
    dataFolder,
    launch,
  }, info) => {
    test.setTimeout(240_000);
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const names = Array.from({ length: REVIEWS }, (_, at) => `Sheet ${at + 1}.md`);
    const files = await Promise.all(names.map((name) => put(folder, name, `# ${name}\n\nAbout ${name}.`)));
    await makeReplica(dataFolder, { role: 'marketer', files });
    const kitbag = await launch();
    const reviews = new ReviewsPage(kitbag);
    await new ShellPage(kitbag.window).ready('Home');
    await kitbag.window.keyboard.press('Control+8');
    await expect(reviews.rows).toHaveCount(REVIEWS);
    await expect(reviews.rows.first()).toContainText('never verified');
    let keys = 1;
    keys += await reviews.press('Space');
    await expect(reviews.look).toBeVisible();
    keys += await reviews.press('Space');
    for (let at = 0; at < REVIEWS; at += 1) keys += await reviews.press('v');
    await expect(reviews.nothing).toBeVisible();
    expect(keys).toBeLessThan(150);
    await reviews.button('Undo').last().click();
    await expect(reviews.rows).toHaveCount(1);
  });

  test('takes a range with one key, sets a last day, hands on, archives and recalls', async ({
    dataFolder,
    launch,
  }, info) => {
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const names = ['One', 'Two', 'Three', 'Four'];
    const files = await Promise.all(
      names.map((name) => put(folder, `${name}.md`, `# ${name}\n\nAbout ${name}.`)),
    );
    await makeReplica(dataFolder, { role: 'lead', files });
    const kitbag = await launch();
    const reviews = new ReviewsPage(kitbag);
    await openArea(kitbag, 'Reviews');
    await expect(reviews.rows).toHaveCount(4);
    // A button that has the focus is pressed by Enter, whatever row is chosen.
    await reviews.button('Last day…').press('Enter');
    await expect(reviews.dialog).toContainText('Last day of use');
    await reviews.press('Escape');
    await expect(reviews.dialog).toHaveCount(0);
    await reviews.press('Home', 'Shift+ArrowDown', 'e');
    await reviews.field('Last day of use').fill('2030-01-31');
    await reviews.press('Enter');
    await expect(reviews.said('Set the last day of use of 2 assets.')).toBeVisible();
    await expect(reviews.dialog).toHaveCount(0);
    await reviews.press('Home', 'r');
    await expect(reviews.dialog).toContainText('New owner');
    await reviews.press('Escape');
    await expect(reviews.dialog).toHaveCount(0);
    await reviews.press('x');
    await reviews.field('Reason').fill('Of last year');
    await findsNothing(kitbag, 'recalling');
    await reviews.press('Enter');
    await expect(reviews.rows).toHaveCount(3);
    await reviews.button('Undo').last().click();
    await expect(reviews.rows).toHaveCount(4);
    await expect(reviews.dialog).toHaveCount(0);
    await reviews.press('Control+a', 'a');
    await expect(reviews.dialog).toContainText('Leaves 1 cell of the coverage map empty');
    await findsNothing(kitbag, 'before archiving');
    await reviews.press('Escape');
    await expect(reviews.dialog).toHaveCount(0);
    await findsNothing(kitbag, 'reviews');
  });
});

test('who used what is recalled hears of it, with the replacement, and nothing leaves', async ({
  place,
  lead,
  joiner,
}) => {
  const [old, next] = [
    await put(place, 'Prices spring.pdf', pdfOf(['Prices of spring'])),
    await put(place, 'Prices autumn.pdf', pdfOf(['Prices of autumn'])),
  ];
  const robin = await lead([old, next]);
  const mia = await joiner('Mia Rep');
  await mia.hub.says('Synced');
  const library = new LibraryPage(mia.kitbag.window);
  const shell = new ShellPage(mia.kitbag.window);
  await shell.search.fill('spring');
  await library.rows.first().getByRole('link').first().click();
  await expect(mia.kitbag.window.locator('[data-ready="true"]')).toBeVisible();
  const desk = new ReviewsPage(robin.kitbag);
  await new ShellPage(robin.kitbag.window).search.fill('spring');
  await new LibraryPage(robin.kitbag.window).rows.first().getByRole('link').first().click();
  await desk.button('Recall…').click();
  await desk.field('Reason').fill('Prices changed');
  await desk.field('Use instead (optional)').fill('autumn');
  await desk.dialog.getByRole('button', { name: /Prices autumn/ }).click();
  await desk.button('Recall').last().click();
  await expect(desk.banner(/Recalled on .* “Prices changed”/)).toBeVisible();
  await robin.hub.says('Synced');
  const told = new ReviewsPage(mia.kitbag);
  await expect(told.banner(/Recalled on .* “Prices changed”/)).toBeVisible({ timeout: 60_000 });
  await shell.open('Home');
  await expect(told.recalls).toContainText('Prices changed');
  await findsNothing(mia.kitbag, 'home with a recall');
  await told.recalls.getByRole('link', { name: 'Use “Prices autumn” instead' }).click();
  await expect(mia.kitbag.window.getByRole('heading', { name: 'Prices autumn' }).first()).toBeVisible();
  await shell.open('Home');
  await told.button('Got it').click();
  await expect(told.recalls).toHaveCount(0);
});
