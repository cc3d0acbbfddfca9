import { mkdir } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { openArea } from '../pages/first-start.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { dropFiles } from '../support/drop-files.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { expect, test } from '../support/two-windows.ts';

async function files(info: TestInfo, ...names: readonly string[]): Promise<string[]> {
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  return Promise.all(names.map((name) => put(folder, name, pdfOf([`About ${name}, in one page.`]))));
}

/** The library with everything that is a draft. */
async function draftsOf(kitbag: RunningKitbag): Promise<LibraryPage> {
  await new ShellPage(kitbag.window).search.fill('is:draft');
  const library = new LibraryPage(kitbag.window);
  await library.found('is:draft');
  return library;
}

const undo = (kitbag: RunningKitbag) => kitbag.window.getByRole('button', { name: 'Undo' }).last().click();

test.describe('a draft version', () => {
  test('waits beside the published one, which a rep goes on reading, and is read by all once it is published', async ({
    place,
    lead,
    joiner,
  }) => {
    const first = await put(place, 'price-list-v1.pdf', pdfOf(['Prices of last year']));
    const robin = await lead([first]);
    const mia = await joiner('Mia Rep');
    await mia.hub.says('Synced');
    const second = await put(place, 'price-list-v2.pdf', pdfOf(['Walkaway prices of next year']));
    await openArea(robin.kitbag, 'Publish');
    const publish = new PublishPage(robin.kitbag);
    await dropFiles(robin.kitbag, [second]);
    await publish.settled(1);
    await publish.preview.getByText('New version', { exact: true }).click();
    await expect(publish.cell('price-list-v2.pdf', 'State')).toHaveText('New version');
    await publish.drafts.click();
    await expect(publish.said(/New version saved as a draft. Reps still see/)).toBeVisible();
    await robin.hub.says('Synced');

    const theirs = new LibraryPage(mia.kitbag.window);
    const search = new ShellPage(mia.kitbag.window).search;
    await search.fill('walkaway');
    await expect(mia.kitbag.window.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
    await search.fill('last year');
    await theirs.found('last year');
    await theirs.row('Price list').getByRole('link', { name: 'Price list' }).click();
    const read = new ReaderPage(mia.kitbag);
    await expect(read.details).toContainText('Version 1 (current)');
    await expect(read.details).not.toContainText('Version 2');

    await publish.said('Show in the library').click();
    const own = new LibraryPage(robin.kitbag.window);
    await expect(own.row('Price list')).toContainText('Draft of version 2');
    await own.fromMenu('Price list', 'Publish version 2');
    await expect(read.details).toContainText('Version 2 (current)');
  });

  test('is read by who publishes, dropped, taken back and published in the reader', async ({
    dataFolder,
    launch,
  }, info) => {
    const [first = '', second = ''] = await files(info, 'terms.pdf', 'terms-2027.pdf');
    const newVersions = [{ of: 'terms.pdf', file: second, draft: true }];
    const assets = await makeReplica(dataFolder, { role: 'marketer', files: [first], newVersions });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    await reader.openReady(assets.get('terms.pdf')?.id ?? '');
    await expect(reader.notice).toContainText('Version 2 is still a draft.');
    await reader.button('Open the draft').click();
    await expect(reader.notice).toContainText('Version 2 is a draft. Reps see version 1.');
    await reader.button('Discard draft').click();
    await expect(reader.details).not.toContainText('Version 2');
    await undo(kitbag);
    await expect(reader.details).toContainText('Version 2 (draft)');
    await reader.details.getByRole('button', { name: 'Publish version 2' }).click();
    await expect(reader.details).toContainText('Version 2 (current)');
    await undo(kitbag);
    await expect(reader.details).toContainText('Version 1 (current)');
  });
});

test.describe('a draft', () => {
  test('is published in the reader, from its row and with others, and each can be taken back', async ({
    dataFolder,
    launch,
  }, info) => {
    const names = ['alpha.pdf', 'beta.pdf', 'gamma.pdf'];
    const assets = await makeReplica(dataFolder, {
      role: 'marketer',
      files: await files(info, ...names),
      drafts: true,
    });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    await reader.openReady(assets.get('alpha.pdf')?.id ?? '');
    await expect(reader.notice).toContainText('Draft: reps don’t see it yet.');
    await reader.details.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(reader.notice).toBeHidden();
    await expect(reader.details.getByText('Published', { exact: true })).toBeVisible();
    await undo(kitbag);
    await expect(reader.notice).toContainText('Draft');

    const library = await draftsOf(kitbag);
    await expect(library.rows).toHaveCount(3);
    await library.fromMenu('Beta', 'Publish');
    await expect(library.rows).toHaveCount(2);
    await library.pick(library.row('Alpha')).click();
    await library.pick(library.row('Gamma')).click();
    await kitbag.window
      .getByRole('region', { name: 'Selected assets' })
      .getByRole('button', { name: 'Publish' })
      .click();
    await expect(kitbag.window.getByText('Published 2 assets.')).toBeVisible();
    await expect(library.rows).toHaveCount(0);
    await undo(kitbag);
    await expect(library.rows).toHaveCount(2);
  });

  test('is scheduled by a release day ahead and out on that day; who answers for it can be chosen', async ({
    dataFolder,
    launch,
  }, info) => {
    const assets = await makeReplica(dataFolder, {
      role: 'marketer',
      files: await files(info, 'launch.pdf'),
      drafts: true,
    });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    await reader.openReady(assets.get('launch.pdf')?.id ?? '');
    const today = await kitbag.window.evaluate(() => {
      const now = new Date();
      return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    });
    await reader.change('Release day', 'Release day', '2199-12-24');
    await expect(reader.details.getByText('Scheduled', { exact: true })).toBeVisible();
    await expect(reader.notice).toContainText('Scheduled: reps see it from');
    await reader.change('Release day', 'Release day', today);
    await expect(reader.details.getByText('Published', { exact: true })).toBeVisible();
    await reader.change('Verifier', 'Verifier', 'Robin');
    await kitbag.window.keyboard.press('Enter');
    await expect(reader.details.getByText('Robin Vale', { exact: true })).toHaveCount(2);
  });
});
