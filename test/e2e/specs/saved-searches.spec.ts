import { mkdir } from 'node:fs/promises';
import { FindingPage } from '../pages/finding-page.ts';
import { openArea } from '../pages/first-start.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';
import { importFile } from '../support/import-file.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { waitUntilReady } from '../support/window-controls.ts';

test.describe('saved searches', () => {
  test('the bell counts what came since one looked, and opens the search with the new ones marked', async ({
    launchSample,
    launch,
    dataFolder,
  }, info) => {
    let kitbag = await launchSample('lead');
    let finding = new FindingPage(kitbag);
    await kitbag.window.keyboard.type('approval limits');
    await new ShellPage(kitbag.window).ready('Library');
    await finding.save('CFO proof');
    await expect(finding.heading('CFO proof')).toBeVisible();
    await expect(finding.bell).toHaveAccessibleName('Saved searches: nothing new');
    await kitbag.close();

    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    await importFile(
      dataFolder,
      await put(folder, 'Approval limits in practice.pdf', pdfOf(['Approval limits that hold.'])),
    );
    kitbag = await launch();
    await waitUntilReady(kitbag);
    finding = new FindingPage(kitbag);
    await expect(finding.bell).toHaveAccessibleName('Saved searches: 1 new in “CFO proof”');
    await finding.bell.click();
    await finding.saved.getByRole('button', { name: /^CFO proof/ }).click();
    await expect(finding.heading('CFO proof')).toBeVisible();
    const library = new LibraryPage(kitbag.window);
    await expect(library.row(/Approval limits in practice/)).toContainText('New');
    await expect(library.rows.filter({ has: kitbag.window.getByText('New', { exact: true }) })).toHaveCount(
      1,
    );
    await expect(finding.bell).toHaveAccessibleName('Saved searches: nothing new');
  });

  test('the bell rings while one works on, when something new is published', async ({
    launchSample,
  }, info) => {
    const kitbag = await launchSample('lead');
    const finding = new FindingPage(kitbag);
    await new ShellPage(kitbag.window).search.fill('zeppelin');
    await expect(finding.heading(/Nothing found/)).toBeVisible();
    await finding.save('Zeppelins');
    await expect(finding.bell).toHaveAccessibleName('Saved searches: nothing new');
    await openArea(kitbag, 'Publish');
    const publish = new PublishPage(kitbag);
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    await dropFiles(kitbag, [await put(folder, 'zeppelin.pdf', pdfOf(['A zeppelin for every depot.']))]);
    await publish.settled(1);
    await publish.type('zeppelin.pdf', 'Type', 'case');
    await publish.type('zeppelin.pdf', 'Buying stages', 'deci');
    await publish.type('zeppelin.pdf', 'Personas', 'CFO');
    await publish.publish.click();
    await expect(finding.bell).toHaveAccessibleName('Saved searches: 1 new in “Zeppelins”');
  });

  test('are renamed and deleted, and a toast takes either back', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const finding = new FindingPage(kitbag);
    await kitbag.window.keyboard.type('approval');
    await new ShellPage(kitbag.window).ready('Library');
    await finding.save('Approvals');
    await finding.bell.click();
    await finding.button('Rename Approvals').click();
    await finding.saved.getByLabel('New name for Approvals').fill('Who approves');
    await kitbag.window.keyboard.press('Enter');
    await expect(finding.savedRow('Who approves')).toBeVisible();
    await finding.button('Delete Who approves').click();
    await expect(finding.saved).toContainText('None yet');
    await finding.button('Undo').last().click();
    await finding.bell.click();
    await expect(finding.savedRow('Who approves')).toBeVisible();
  });

  test('an asset is pinned to Home from the quick look, and unpinned there', async ({ launchSample }) => {
    const kitbag = await launchSample('rep');
    const finding = new FindingPage(kitbag);
    const library = new LibraryPage(kitbag.window);
    await openArea(kitbag, 'Library');
    await new ShellPage(kitbag.window).search.press('ArrowDown');
    await kitbag.window.keyboard.press('Space');
    await library.quickLook.getByRole('button', { name: 'Pin to Home' }).click();
    await openArea(kitbag, 'Home');
    await expect(finding.pinned.getByRole('listitem')).toHaveCount(1);
    await finding.pinned.getByRole('button', { name: 'Pin to Home', pressed: true }).click();
    await expect(finding.pinned).toBeHidden();
  });
});
