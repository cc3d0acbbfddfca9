import { drawScan, leftOf, makeScannedPdf } from '../../fixtures/documents/make-scan.ts';
import { makeTiff } from '../../fixtures/documents/make-tiff.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { violations } from '../support/axe.ts';
import { test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

const LINE = 'Service contract for the Nordlicht pump';
const scan = { lines: [LINE, 'The yearly fee is 4,250 euros, payable in advance'], skew: 0.5 };
/** Recognition begins when nothing has happened for a while, and takes its time on a busy machine. */
const RECOGNIZED_MS = 150_000;

test('a scan waits, is recognized, found, and marked on its picture', async ({
  dataFolder,
  launch,
  documents,
}) => {
  test.setTimeout(2 * RECOGNIZED_MS);
  const assets = await makeReplica(dataFolder, {
    role: 'lead',
    files: [
      await put(documents, 'contract.pdf', makeScannedPdf([scan])),
      await put(documents, 'photo.png', drawScan(scan).toBuffer('image/png')),
    ],
  });
  const kitbag = await launch();
  const settings = new SettingsPage(kitbag.window);
  await new ShellPage(kitbag.window).open('Settings');
  await expect(settings.recognition).toContainText(/The text of 2 documents \(2 pages\)|Recognizing/);
  await expect(settings.recognition).toContainText('Nothing is waiting.', { timeout: RECOGNIZED_MS });

  const shell = new ShellPage(kitbag.window);
  await shell.search.fill('nordlicht');
  const library = new LibraryPage(kitbag.window);
  await expect(library.pagesOf(library.rows.first())).toContainText('recognized');
  expect(await violations(kitbag.window)).toEqual([]);

  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('contract.pdf')?.id ?? '', { page: 1, q: 'nordlicht' });
  await expect(reader.recognized).toBeVisible();
  await expect(reader.matchCount).toContainText('1 of 1');
  const mark = await reader.marksOnPicture.first().boundingBox();
  const page = await reader.document.locator('.page').first().boundingBox();
  expect(((mark?.x ?? 0) - (page?.x ?? 0)) / (page?.width ?? 1)).toBeCloseTo(leftOf(LINE, 'Nordlicht'), 1);
  expect(await violations(kitbag.window)).toEqual([]);

  await reader.openReady(assets.get('photo.png')?.id ?? '', { page: 1, q: 'nordlicht' });
  await expect(reader.recognized).toBeVisible();
  await expect(reader.matchCount).toContainText('1 of 1');
  expect(await violations(kitbag.window)).toEqual([]);
});

test('nothing is recognized where a lead has turned it off for the hub', async ({
  dataFolder,
  launch,
  documents,
}) => {
  await makeReplica(dataFolder, {
    role: 'lead',
    files: [await put(documents, 'contract.pdf', makeScannedPdf([scan]))],
  });
  const kitbag = await launch();
  const shell = new ShellPage(kitbag.window);
  await shell.open('People');
  const people = new PeoplePage(kitbag);
  await people.tab('Policies').click();
  await people.choice('Off').click();
  await expect(shell.toasts).toContainText('text in scans is not recognized');
  await shell.open('Settings');
  const { recognition } = new SettingsPage(kitbag.window);
  await expect(recognition).toContainText('turned text recognition off');
  await expect(recognition.getByRole('checkbox')).toBeDisabled();
  expect(await violations(kitbag.window)).toEqual([]);
});

test('the pages of a TIFF are pages', async ({ dataFolder, launch, documents }) => {
  const tiff = makeTiff([
    { packing: 'fax', colors: 'bits' },
    { packing: 'lzw', ink: [0, 0, 200] },
  ]);
  const assets = await makeReplica(dataFolder, {
    role: 'lead',
    files: [await put(documents, 'fax.tif', tiff)],
  });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(assets.get('fax.tif')?.id ?? '', { page: 2 });
  await expect(reader.pageList.getByRole('button')).toHaveCount(2);
  await expect(reader.document.getByRole('img')).toBeVisible();
  await reader.pageList.getByRole('button').first().click();
  await expect(reader.pageField).toHaveValue('1');
  await expect(reader.document.getByRole('img')).toBeVisible();
  expect(await violations(kitbag.window)).toEqual([]);
});
