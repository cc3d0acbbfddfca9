import { utils, write } from '@e965/xlsx';
import { makePriceList } from '../../fixtures/documents/make-price-list.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { findsNothing } from '../support/axe.ts';
import { test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { resizeWindow } from '../support/window-controls.ts';

test('a workbook is shown as its author made it', async ({ dataFolder, launch, documents }) => {
  const assets = await makeReplica(dataFolder, {
    role: 'rep',
    files: [await put(documents, 'prices.xlsx', makePriceList(200))],
  });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('prices.xlsx')?.id ?? '');
  const cell = (name: string) => reader.sheet.getByRole('cell', { name, exact: true });

  // The title is one cell over three columns; headings have their fill; what is below zero is red.
  await expect(cell('Price list 2026')).toHaveAttribute('aria-colspan', '3');
  await expect(cell('Plan').locator('div').first()).toHaveCSS('background-color', 'rgb(11, 114, 133)');
  await expect(cell('-310.25').locator('span').first()).toHaveCSS('color', 'rgb(255, 0, 0)');
  await expect(cell('-310.25').locator('span').first()).toHaveCSS('text-align', 'right');
  await expect(reader.sheet.getByRole('img', { name: 'Prices of all plans' })).toBeVisible();
  await expect(reader.sheet.getByRole('rowheader', { name: /^5/ })).toHaveAttribute('title', 'Hidden row');
  // What its author made red is as red as that.
  await findsNothing(kitbag, 'a sheet', 'span[style*="rgb(255, 0, 0)"]');

  // Headings stay where they are when a word further down is looked for.
  await reader.press('Control+f');
  await reader.findField.fill('module 180');
  await expect(reader.matchCount).toHaveText('1 of 1');
  await expect(cell('Module 180')).toBeInViewport();
  await expect(cell('Plan')).toBeInViewport();
});

test('the name of a sheet fits its field in the smallest window, and a sheet without cells is not called empty', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Lane', 39]]), 'Sheet1');
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'A long name of a sheet');
  const assets = await makeReplica(dataFolder, {
    role: 'rep',
    files: [await put(documents, 'lanes.xls', write(book, { bookType: 'biff8', type: 'buffer' }))],
  });
  const kitbag = await launch();
  await resizeWindow(kitbag, 900, 600);
  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('lanes.xls')?.id ?? '');
  await expect(reader.pageField).toHaveValue('Sheet1');
  expect(await reader.isPageFieldCutOff()).toBe(false);
  expect(await reader.toolbarLines()).toBe(1);
  // Drawings of old workbooks are not shown: what stands there may be more than nothing.
  await reader.pageList.getByTitle('A long name of a sheet').click();
  await expect(reader.document.getByText('There are no cells to show on this sheet.')).toBeVisible();
});
