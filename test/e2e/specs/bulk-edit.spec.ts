import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { LibraryPage } from '../pages/library-page.ts';
import { MetadataPage } from '../pages/metadata-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { expect, type Launch, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { answerOpenDialogs, answerSaveDialogs } from '../support/window-controls.ts';

const MANY = 40;

/** The library of a lead with {@link MANY} sheets, one of them with a tag. */
async function launchWithMany(dataFolder: string, launch: Launch, info: TestInfo): Promise<RunningKitbag> {
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (let at = 1; at <= MANY; at += 1) {
    const text = new TextEncoder().encode(`# Sheet ${at}\n\nWhat sheet ${at} is about.\n`);
    files.push(await put(folder, `sheet-${at}.md`, text));
  }
  await makeReplica(dataFolder, { role: 'lead', files, set: { 'sheet-1.md': { tags: ['old'] } } });
  const kitbag = await launch();
  await new ShellPage(kitbag.window).open('Library');
  await expect(new LibraryPage(kitbag.window).rows.first()).toBeVisible();
  return kitbag;
}

test.describe('many assets at once', () => {
  test.setTimeout(180_000);

  test('forty are edited by keyboard alone, and undone', async ({ dataFolder, launch }, info) => {
    const kitbag = await launchWithMany(dataFolder, launch, info);
    const { window } = kitbag;
    const shell = new ShellPage(window);
    const metadata = new MetadataPage(kitbag);
    await window.keyboard.press('Control+a');
    await expect(metadata.bar).toContainText(`${MANY} assets selected`);
    await window.keyboard.press('e');
    await expect(metadata.panel).toBeVisible();
    await expect(metadata.now('Buying stages')).toHaveText('Now: Decision (all)');
    await expect(metadata.now('Tags')).toHaveText(`Now: old (1 of ${MANY})`);

    await metadata.field('Buying stages').focus();
    await window.keyboard.type('Reten');
    await window.keyboard.press('Enter');
    await metadata.field('Tags').focus();
    await window.keyboard.type('roi');
    await window.keyboard.press('Enter');
    await expect(metadata.panel.getByRole('status')).toHaveText(`${MANY} will change.`);
    await metadata.panel.getByRole('button', { name: /^Change/ }).focus();
    await findsNothing(kitbag, 'the panel of many assets');
    await window.keyboard.press('Control+Enter');
    await expect(metadata.panel).toBeHidden();
    await expect(window.getByText(`Changed ${MANY} assets`)).toBeVisible();
    await expect(metadata.bar).toBeHidden();
    await shell.search.fill('tag:roi');
    await expect(new LibraryPage(window).count).toContainText(`${MANY} result`);
    await metadata.undo.last().click();
    await expect(new LibraryPage(window).notice('No tag is called “roi”.')).toBeVisible();
    await shell.search.fill('tag:old');
    await expect(new LibraryPage(window).count).toContainText('1 result');
  });

  test('forty are verified, and that is undone', async ({ dataFolder, launch }, info) => {
    const kitbag = await launchWithMany(dataFolder, launch, info);
    const { window } = kitbag;
    const metadata = new MetadataPage(kitbag);
    await window.keyboard.press('Control+a');
    await metadata.bar.getByRole('button', { name: 'Verify' }).click();
    await expect(window.getByText(`Verified ${MANY} assets.`)).toBeVisible();
    await expect(new LibraryPage(window).rows.first()).toContainText('Verified');
    await metadata.undo.last().click();
    await expect(new LibraryPage(window).rows.first()).not.toContainText('Verified');
  });

  test('metadata goes out, is changed elsewhere and comes in again', async ({ dataFolder, launch }, info) => {
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    const files = await Promise.all(
      ['Price list', 'Battlecard'].map((name) =>
        put(folder, `${name}.md`, new TextEncoder().encode(`# ${name}\n\nWords about it.\n`)),
      ),
    );
    await makeReplica(dataFolder, { role: 'marketer', files });
    const kitbag = await launch();
    const { window } = kitbag;
    const shell = new ShellPage(window);
    await shell.open('Library');
    const metadata = new MetadataPage(kitbag);
    const library = new LibraryPage(window);
    await expect(library.rows).toHaveCount(2);

    const table = info.outputPath('assets.csv');
    await answerSaveDialogs(kitbag, table);
    await metadata.fromMenu('As CSV', 'last');
    await expect(window.getByText('Saved as assets.csv.')).toBeVisible();
    const written = await readFile(table, 'utf8');

    // As it went out it changes nothing.
    await answerOpenDialogs(kitbag, [table]);
    await metadata.fromMenu('Import metadata…');
    await expect(metadata.importDialog.getByRole('status')).toContainText('0 assets will change.');
    await expect(metadata.importDialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await window.keyboard.press('Escape');
    await expect(metadata.importDialog).toBeHidden();

    await writeFile(
      table,
      written
        .replace(/^(\ufeff?[^\r\n]*)/, '$1,Notes')
        .replace(',Battlecard,', ',Battlecard: Oakbill,')
        .replace(/decision/i, 'no such stage'),
    );

    await answerOpenDialogs(kitbag, [table]);
    await metadata.fromMenu('Import metadata…');
    await expect(metadata.importDialog).toBeVisible();
    await expect(metadata.column('Title')).toHaveValue('set title');
    await expect(metadata.column('Notes')).toHaveValue('left-out');
    await expect(metadata.importDialog.getByRole('status')).toContainText('1 row does not fit.');
    await findsNothing(kitbag, 'a table that is imported');
    await metadata.column('Buying stages').selectOption({ label: 'Leave out' });
    await expect(metadata.importDialog.getByRole('status')).toContainText('1 asset will change.');
    await window.keyboard.press('Control+Enter');
    await expect(metadata.importDialog).toBeHidden();
    await expect(library.row('Battlecard: Oakbill')).toBeVisible();
    await metadata.undo.last().click();
    await expect(library.row('Battlecard: Oakbill')).toBeHidden();
    await expect(library.row('Battlecard')).toBeVisible();
  });
});
