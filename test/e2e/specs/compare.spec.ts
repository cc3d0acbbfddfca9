import { mkdir } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { ComparePage } from '../pages/compare-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

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
