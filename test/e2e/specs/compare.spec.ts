import { mkdir } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { ComparePage } from '../pages/compare-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { expect, test } from '../support/two-windows.ts';
import { answerOpenDialogs, resizeWindow } from '../support/window-controls.ts';

const intro = 'Northwind pays suppliers on time\nbecause approvals no longer wait in an inbox';
const prices = (year: number, price: number) =>
  `Prices ${year}\nOne seat is ${price} euros a month\nfor teams of five people and more, billed once a year`;
const proof = 'Sixty two per cent less time for each invoice\nand nobody asks twice where a payment stands';
const next = 'Next steps\nbegin with one entity and thirty suppliers\nthen add the others quarter by quarter';

async function library(dataFolder: string, info: TestInfo) {
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const first = await put(folder, 'Price deck.pdf', pdfOf([intro, prices(2026, 10), proof]));
  const second = await put(folder, 'Price deck v2.pdf', pdfOf([intro, prices(2027, 11), proof, next]));
  return makeReplica(dataFolder, {
    role: 'marketer',
    files: [first],
    newVersions: [{ of: 'Price deck.pdf', file: second }],
  });
}

test.describe('two versions', () => {
  test('are compared page by page, changes first, by the keyboard alone', async ({
    dataFolder,
    launch,
  }, info) => {
    const asset = (await library(dataFolder, info)).get('Price deck.pdf');
    const kitbag = await launch();
    await new ShellPage(kitbag.window).ready('Home');
    const reader = new ReaderPage(kitbag);
    const compare = new ComparePage(kitbag);
    await reader.openReady(asset?.id ?? '');
    const link = reader.details.getByRole('link', { name: 'Compare with version 1' });
    await link.focus();
    await compare.press('Enter');

    await expect(compare.summary).toContainText(/Changed: 2 pages/);
    await expect(compare.selected).toBeFocused();
    await expect(compare.selected).toContainText('Page 2');
    await expect(compare.words('went')).toHaveText(['2026', '10']);
    await expect(compare.words('came')).toHaveText(['2027', '11']);
    await findsNothing(kitbag, 'comparing versions');
    await compare.press('n');
    await expect(compare.selected).toContainText('Page 4');
    await expect(compare.selected).toContainText('Added');
    await expect(compare.earlier).toContainText('Not in version 1');
    await expect(compare.later.locator('ins').first()).toContainText('Next steps');
    await compare.press('n');
    await expect(compare.selected).toContainText('Page 4');
    await compare.press('p');
    await expect(compare.selected).toContainText('Page 2');
    await compare.press('Tab');
    await expect(compare.earlier).toBeFocused();
    await compare.press('Tab');
    await expect(compare.later).toBeFocused();
    await compare.press('End');
    await compare.press('Escape');
    await expect(reader.document).toBeVisible();
  });
});

test('any two versions are chosen in the list, and in a narrow window the details are still open after Escape', async ({
  dataFolder,
  launch,
}, info) => {
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(
    [2025, 2026, 2027].map((year) =>
      put(folder, `Prices ${year}.pdf`, pdfOf([intro, prices(year, year - 2000)])),
    ),
  );
  const [first = '', second = '', third = ''] = files;
  const assets = await makeReplica(dataFolder, {
    role: 'marketer',
    files: [first],
    newVersions: [second, third].map((file) => ({ of: 'Prices 2025.pdf', file })),
  });
  const kitbag = await launch();
  await new ShellPage(kitbag.window).ready('Home');
  const reader = new ReaderPage(kitbag);
  const compare = new ComparePage(kitbag);
  await reader.openReady(assets.get('Prices 2025.pdf')?.id ?? '');
  await resizeWindow(kitbag, 900, 600);
  await kitbag.window.getByRole('button', { name: 'Details' }).click();
  const any = reader.details.getByRole('group', { name: 'Compare two versions' });
  await any.getByRole('combobox', { name: 'To' }).selectOption({ index: 1 });
  await any.getByRole('link', { name: 'Compare' }).focus();
  await compare.press('Enter');
  await expect(compare.words('went')).toHaveText(['2025', '25']);
  await expect(compare.words('came')).toHaveText(['2026', '26']);
  await compare.press('Escape');
  await expect(any).toBeVisible();
});

test('who used the version before is told of the new one, with what changed', async ({
  place,
  lead,
  joiner,
}) => {
  test.setTimeout(400_000);
  const first = await put(place, 'Price deck.pdf', pdfOf([intro, prices(2026, 10)]));
  const second = await put(place, 'Price deck v2.pdf', pdfOf([intro, prices(2027, 11)]));
  const robin = await lead([first]);
  const mia = await joiner('Mia Rep');
  await mia.hub.says('Synced');
  const shell = new ShellPage(mia.kitbag.window);
  const open = async ({ kitbag }: typeof mia) => {
    await new ShellPage(kitbag.window).search.fill('price deck');
    await new LibraryPage(kitbag.window).rows.first().getByRole('link').first().click();
    await expect(new ReaderPage(kitbag).document).toBeVisible();
  };
  await open(mia);
  // A page counts as read after a second on it.
  await expect(new ReaderPage(mia.kitbag).details).toContainText(/Used \d+ times?/);
  await shell.open('Home');
  await open(robin);
  await answerOpenDialogs(robin.kitbag, [second]);
  await new ReaderPage(robin.kitbag).details.getByRole('button', { name: 'Add a new version' }).click();
  const publish = new PublishPage(robin.kitbag);
  await publish.settled(1);
  await publish.cell('Price deck v2.pdf', 'File').click();
  await publish.preview.getByLabel('What changed in this version?').fill('Prices of 2027');
  await publish.publish.click();
  await expect(publish.said('1 new version published.')).toBeVisible();
  await robin.hub.says('Synced');

  const told = mia.kitbag.window.getByRole('region', { name: 'New versions of what you used' });
  await expect(told).toContainText('Prices of 2027', { timeout: 60_000 });
  await findsNothing(mia.kitbag, 'home with a new version');
  await open(mia);
  await expect(mia.kitbag.window.getByText('New version since you used it: Prices of 2027')).toBeVisible();
  await shell.open('Home');
  await told.getByRole('link', { name: 'See what changed' }).focus();
  await mia.kitbag.window.keyboard.press('Enter');
  const compare = new ComparePage(mia.kitbag);
  await expect(compare.screen.getByText('Prices of 2027')).toBeVisible();
  await expect(compare.words('came')).toHaveText(['2027', '11']);
  await shell.open('Home');
  await expect(told).toHaveCount(0);
});
