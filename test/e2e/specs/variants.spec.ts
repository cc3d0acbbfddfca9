import { mkdir } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { KitsPage } from '../pages/kits-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { VariantsPage } from '../pages/variants-page.ts';
import { findsNothing } from '../support/axe.ts';
import { addColleague } from '../support/colleague.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { resizeWindow } from '../support/window-controls.ts';

const ENGLISH = ['Harborline saved nine percent', 'The crane that never waits', 'Three years later'];
const GERMAN = ['Harborline sparte neun Prozent', 'Der Kran wartet nie', 'Drei Jahre danach'];

/** A story in English with two versions, in German and in French. */
async function library(dataFolder: string, info: TestInfo) {
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const files = [
    await put(folder, 'Harborline story.pdf', pdfOf(ENGLISH)),
    await put(folder, 'Harborline Bericht.pdf', pdfOf(GERMAN)),
    await put(folder, 'Harborline histoire.pdf', pdfOf(['Harborline a gagné neuf pour cent'])),
  ];
  const newer = await put(folder, 'Newer.pdf', pdfOf([...ENGLISH, 'Now with ten percent']));
  return makeReplica(dataFolder, {
    role: 'marketer',
    files,
    set: {
      'Harborline story.pdf': { title: 'Harborline story', language: 'en' },
      'Harborline Bericht.pdf': { title: 'Harborline Bericht', language: 'de' },
      'Harborline histoire.pdf': { title: 'Harborline histoire', language: 'fr' },
    },
    newVersions: [{ of: 'Harborline story.pdf', file: newer }],
  });
}

async function toLibrary(kitbag: RunningKitbag, words: string): Promise<LibraryPage> {
  const list = new LibraryPage(kitbag.window);
  await new ShellPage(kitbag.window).open('Library');
  await kitbag.window.keyboard.press('/');
  await kitbag.window.keyboard.type(words);
  await list.found(words);
  return list;
}

test.describe('language versions', () => {
  test('are linked from the library, are one result, and one tab a language in the reader, by keyboard', async ({
    dataFolder,
    launch,
  }, info) => {
    test.slow();
    const assets = await library(dataFolder, info);
    const kitbag = await launch();
    const variants = new VariantsPage(kitbag);
    await new ShellPage(kitbag.window).ready('Home');
    const list = await toLibrary(kitbag, 'harborline');
    await expect(list.rows).toHaveCount(3);
    for (const title of ['Harborline story', 'Harborline Bericht', 'Harborline histoire'])
      await list.pick(list.row(title)).check();
    await variants.button('Link as language versions…').press('Enter');
    await expect(variants.original('Harborline story')).toBeVisible();
    await findsNothing(kitbag, 'the dialog that links languages');
    await variants.original('Harborline story').check();
    await variants.chooseVersion('Version 1');
    await variants.dialog.getByRole('button', { name: 'Link', exact: true }).press('Enter');
    await expect(variants.said('Linked 3 language versions.')).toBeVisible();
    await expect(list.rows).toHaveCount(1);
    await expect(list.row('Harborline story')).toContainText('also in French and German');
    await findsNothing(kitbag, 'results with languages');

    // What stands in another edition only is found there, and opens there.
    const german = await toLibrary(kitbag, 'prozent');
    await expect(german.row('Harborline story')).toContainText('Found in the German version');
    await kitbag.window.keyboard.press('Enter');
    await expect(variants.read).toHaveText(/German/);

    const reader = new ReaderPage(kitbag);
    await reader.openReady(assets.get('Harborline story.pdf')?.id ?? '', { page: 2 });
    await expect(variants.tabs).toHaveCount(3);
    await variants.read.focus();
    await variants.press('ArrowRight');
    await expect(variants.tab(/French/)).toBeFocused();
    await variants.press('End');
    await expect(variants.tab(/German/)).toBeFocused();
    await variants.press('Enter');
    await expect(variants.read).toHaveText(/German/);
    await expect(kitbag.window).toHaveURL(/page=2/);
    await expect(variants.behind).toContainText('German is one version behind.');
    await findsNothing(kitbag, 'the reader of a language version', '.pdfViewer');
    await resizeWindow(kitbag, 900, 600);
    await expect(variants.tab(/French/)).toBeVisible();
    await resizeWindow(kitbag, 1280, 800);
    await variants.button('It’s up to date').press('Enter');
    await expect(variants.behind).toBeHidden();
    await expect(variants.editions.filter({ hasText: 'German' })).toContainText('up to date');
    await variants.button('Unlink Harborline Bericht').press('Enter');
    await expect(variants.tabs).toHaveCount(0);
    await variants.button('Undo').last().press('Enter');
    await expect(variants.tabs).toHaveCount(3);
  });

  test('that a colleague links show here, and tell who reviews that one is behind', async ({
    dataFolder,
    launch,
  }, info) => {
    const assets = await library(dataFolder, info);
    const [english, german] = ['Harborline story.pdf', 'Harborline Bericht.pdf'].map((file) =>
      assets.get(file),
    );
    await addColleague(dataFolder, 'Mia', [
      { kind: 'asset-variant-linked', body: { asset: german?.id, of: english?.id, at: Date.now() } },
    ]);
    const kitbag = await launch();
    const variants = new VariantsPage(kitbag);
    const reader = new ReaderPage(kitbag);
    await new ShellPage(kitbag.window).ready('Home');
    await reader.openReady(german?.id ?? '');
    // A colleague who is a rep links nothing.
    await expect(variants.tabs).toHaveCount(0);
    await variants.button('Link as language versions…').click();
    await variants.dialog.getByRole('textbox', { name: 'Its other language' }).fill('story');
    await variants.dialog.getByRole('button', { name: /Harborline story/ }).click();
    await variants.original('Harborline story').check();
    await variants.chooseVersion('Version 1');
    await variants.dialog.getByRole('button', { name: 'Link', exact: true }).click();
    await expect(variants.tabs).toHaveCount(2);
    await new ShellPage(kitbag.window).open('Reviews');
    await expect(variants.said('German is one version behind')).toBeVisible();
  });

  test('are shown in the language that is chosen under Settings: in the library, and in a kit of another language', async ({
    dataFolder,
    launch,
  }, info) => {
    const assets = await library(dataFolder, info);
    const [english = '', german = ''] = ['Harborline story.pdf', 'Harborline Bericht.pdf'].map(
      (file) => assets.get(file)?.id ?? '',
    );
    const kitbag = await launch();
    const { window } = kitbag;
    const [variants, kits, reader] = [new VariantsPage(kitbag), new KitsPage(kitbag), new ReaderPage(kitbag)];
    const shell = new ShellPage(window);
    await shell.ready('Home');
    const list = await toLibrary(kitbag, 'harborline');
    for (const title of ['Harborline story', 'Harborline Bericht']) await list.pick(list.row(title)).check();
    await variants.button('Link as language versions…').press('Enter');
    await variants.original('Harborline story').check();
    await variants.dialog.getByRole('button', { name: 'Link', exact: true }).press('Enter');
    await expect(list.rows).toHaveCount(2);

    await shell.open('Library');
    await kits.show();
    await kits.makeEmpty('Harborline play');
    await kits.button('Add documents').press('Enter');
    await window.getByRole('textbox', { name: 'Add to this kit' }).fill('story');
    await window.getByRole('button', { name: /Harborline story/ }).click();
    await expect(kits.items).toHaveCount(1);
    expect(await kits.itemTitles()).toEqual(['Harborline story']);

    const settings = new SettingsPage(window);
    await shell.open('Settings');
    await settings.documentLanguages.getByText('Choose languages', { exact: true }).click();
    await settings.addLanguage.fill('German');
    await settings.addLanguage.press('ArrowDown');
    await settings.addLanguage.press('Enter');
    await settings.moveUp('German').press('Enter');
    await expect(settings.chosenLanguages).toHaveText([/German/, /English/]);
    await findsNothing(kitbag, 'the languages of documents');

    await shell.open('Library');
    await kits.show();
    await kits.rows.first().click();
    await expect(kits.itemLink(0)).toHaveText('Harborline Bericht');
    await expect(kits.items.first()).toContainText('German version, in place of English');
    await kits.button(/^Open/).first().press('Enter');
    await expect(reader.document).toBeVisible();
    await expect(variants.read).toHaveText(/German/);
    await expect(kits.bar).toContainText('1 of 1');
    expect(window.url()).toContain(german);

    // Whoever fixes a version stays with the edition that they see.
    await window.goBack();
    await kits.button('Stay with this version of Harborline Bericht').press('Enter');
    await expect(kits.items.first()).not.toContainText('in place of');
    await kits.button('Undo').last().press('Enter');
    await expect(kits.items.first()).toContainText('in place of English');
    expect(window.url()).not.toContain(english);
  });
});
