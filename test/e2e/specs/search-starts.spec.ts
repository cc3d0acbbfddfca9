import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makePdf } from '../../fixtures/documents/make-pdf.ts';
import { FindingPage } from '../pages/finding-page.ts';
import { openArea } from '../pages/first-start.ts';
import { InsightsPage } from '../pages/insights-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { RequestsPage } from '../pages/requests-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { importFile } from '../support/import-file.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { put } from '../support/make-files.ts';
import { waitUntilReady } from '../support/window-controls.ts';

function pagesOf(kitbag: RunningKitbag) {
  const { window } = kitbag;
  return { finding: new FindingPage(kitbag), library: new LibraryPage(window), shell: new ShellPage(window) };
}

test.describe('what a search starts', () => {
  test('more like the page of a result, and back to it', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { finding, library, shell } = pagesOf(kitbag);
    await kitbag.window.keyboard.type('approval limits');
    await library.found('approval limits');
    const title = (await library.rows.first().getByRole('link').first().textContent()) ?? '';
    await finding.chooseFor(title, /^More like (page|slide) \d+/);
    await expect(finding.heading(/^More like (page|slide) \d+ of/)).toContainText(title);
    await expect(library.rows.first().locator('mark').first()).toBeVisible();
    await expect(library.row(title)).toHaveCount(0);
    await finding.button('Back').click();
    await expect(shell.search).toHaveValue('approval limits');
    await expect(library.row(title)).toBeVisible();
  });

  test('more like the page that one reads', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { finding, library } = pagesOf(kitbag);
    await kitbag.window.keyboard.type('approval limits');
    await library.found('approval limits');
    await library.rows.first().getByRole('link').first().click();
    await finding.button(/^More like this/).click();
    await expect(finding.heading(/^More like /)).toBeVisible();
    await finding.button('Back').click();
    await expect(kitbag.window).toHaveURL(/#\/asset\//);
  });

  test('no result becomes a request with words, stage and persona filled in', async ({ launchSample }) => {
    const kitbag = await launchSample('lead');
    const { finding, shell } = pagesOf(kitbag);
    await openArea(kitbag, 'Home');
    await kitbag.window.getByRole('radiogroup', { name: 'Buying stage' }).getByText('Decision').click();
    await finding.button('CFO').click();
    await shell.search.fill('zeppelin hedging');
    await expect(finding.heading(/Nothing found/)).toBeVisible();
    // After a pause the search counts as meant.
    await kitbag.window.waitForTimeout(2_000);
    await finding.button('Ask marketing for this').click();
    const requests = new RequestsPage(kitbag);
    await expect(
      requests.field('What is needed?').or(requests.drawer.getByRole('textbox').first()).first(),
    ).toHaveValue('zeppelin hedging');
    await expect(requests.drawer.getByLabel('Buying stage').first()).toHaveValue('Decision');
    await expect(requests.drawer.getByLabel('For whom').first()).toHaveValue('CFO');
    await kitbag.window.keyboard.press('Escape');

    await openArea(kitbag, 'Insights');
    await new InsightsPage(kitbag)
      .number('No-result rate')
      .getByRole('button', { name: 'See the searches' })
      .click();
    const row = finding
      .table('Searches without an answer')
      .getByRole('row')
      .filter({ hasText: 'zeppelin hedging' });
    await expect(row).toContainText('Decision · CFO');
    await expect(finding.said(/^These were typed on this device/)).toBeVisible();
    await row.getByRole('button', { name: /^Make a request/ }).click();
    await expect(requests.drawer.getByRole('textbox').first()).toHaveValue('zeppelin hedging');
    await requests.drawer.getByRole('button', { name: /^Ask/ }).last().click();
    await expect(requests.title).toHaveText('zeppelin hedging');
    await openArea(kitbag, 'Insights');
    await new InsightsPage(kitbag)
      .number('No-result rate')
      .getByRole('button', { name: 'See the searches' })
      .click();
    await expect(row.getByRole('link', { name: 'See the request' })).toBeVisible();
  });

  test('a golden query is made from a result, and a run says where its answer stands', async ({
    launchSample,
  }) => {
    const kitbag = await launchSample('lead');
    const { finding, library, shell } = pagesOf(kitbag);
    await shell.search.fill('approval limits');
    await shell.ready('Library');
    await expect(library.rows.first().locator('mark').first()).toBeVisible();
    const title = (await library.rows.nth(1).getByRole('link').first().textContent()) ?? '';
    await finding.chooseFor(title, /^Right answer/);
    await openArea(kitbag, 'Insights');
    await kitbag.window.getByRole('radiogroup', { name: 'Part of Insights' }).getByText('Search').click();
    const golden = finding.table('Golden queries');
    await expect(golden.getByRole('row').filter({ hasText: title })).toContainText('No. 2');
    await expect(golden.getByRole('row').filter({ hasText: title })).toContainText('0.50');
    await golden.getByRole('button', { name: 'Remove approval limits' }).click();
    await expect(golden).toBeHidden();
    await finding.button('Undo').last().click();
    await expect(golden.getByRole('row').filter({ hasText: title })).toContainText('No. 2');
  });
});

test.describe('the index report', () => {
  test('names a scanned document with the reason and what to do, in window and command line alike', async ({
    launchSample,
    launch,
    dataFolder,
  }, info) => {
    await (await launchSample('lead')).close();
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const scan = makePdf({ pages: [{ picture: true }, { picture: true }] });
    await importFile(dataFolder, await put(folder, 'Signed contract.pdf', scan));
    const half = makePdf({ pages: [{ lines: ['Words that can be found.'] }, { picture: true }] });
    await importFile(dataFolder, await put(folder, 'Half scanned.pdf', half));

    const cli = join(import.meta.dirname, '../../../out/cli/index.js');
    const args = [cli, '--data', dataFolder, '--json', 'index', 'status'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const report = JSON.parse(stdout);
    expect(report.not.map((asset: { reason: string }) => asset.reason)).toContain('scanned');
    expect(report.partly.map((asset: { reason: string }) => asset.reason)).toContain('scanned');

    const kitbag = await launch();
    await waitUntilReady(kitbag);
    await openArea(kitbag, 'Settings');
    const not = kitbag.window.getByRole('list', { name: 'Not searchable' }).getByRole('listitem');
    await expect(not.filter({ hasText: 'Signed contract' })).toContainText(
      'Its pages are pictures without text. Until their text is recognized on its publisher’s device, search finds it by title and tags only.',
    );
    const partly = kitbag.window.getByRole('list', { name: 'Partly searchable' }).getByRole('listitem');
    await expect(partly.filter({ hasText: 'Half scanned' })).toContainText(
      'One page has no searchable text.',
    );
    await not.filter({ hasText: 'Signed contract' }).getByRole('link').click();
    await expect(kitbag.window).toHaveURL(/#\/asset\//);
  });
});

test.describe('the search field', () => {
  test('offers what was searched for before, and forgets it on demand', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const { finding, library, shell } = pagesOf(kitbag);
    await shell.search.fill('approval limits');
    await shell.ready('Library');
    await library.rows.first().getByRole('link').first().click();
    await openArea(kitbag, 'Home');
    await shell.search.click();
    await finding.recent.getByRole('option', { name: /^approval limits/ }).click();
    await expect(shell.search).toHaveValue('approval limits');
    await openArea(kitbag, 'Home');
    await shell.search.click();
    await finding.recent.getByRole('option', { name: /^Clear recent searches/ }).click();
    await shell.search.click();
    await expect(finding.recent).toBeHidden();
    await finding.button('Undo').click();
    await shell.search.click();
    await expect(finding.recent.getByRole('option')).toHaveCount(2);
  });

  test('leads to commands, requests and people with a > in front', async ({ launchSample }) => {
    const kitbag = await launchSample('lead');
    const { shell } = pagesOf(kitbag);
    await shell.search.fill('');
    await kitbag.window.keyboard.type('>oakbill');
    await expect(shell.palette).toBeVisible();
    await expect(shell.search).toHaveValue('');
    await shell.palette
      .getByRole('button', { name: /^Battlecard: Oakbill/ })
      .first()
      .click();
    await expect(kitbag.window).toHaveURL(/#\/requests\/r_/);
    await shell.search.fill('>');
    await expect(shell.palette.getByLabel('Find a command')).toBeFocused();
    await kitbag.window.keyboard.type('dark theme');
    await kitbag.window.keyboard.press('Enter');
    await expect(kitbag.window.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await kitbag.window.keyboard.press('Control+Shift+P');
    await expect(shell.palette).toBeVisible();
    await kitbag.window.keyboard.type('whitfield');
    await shell.palette.getByRole('button', { name: /^Assets of Dana Whitfield/ }).click();
    await expect(shell.search).toHaveValue('owner:"Dana Whitfield"');
  });
});
