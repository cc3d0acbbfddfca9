import { mkdir } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { LibraryPage } from '../pages/library-page.ts';
import { NearPage } from '../pages/near-page.ts';
import { RatingPage } from '../pages/rating-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { addColleague } from '../support/colleague.ts';
import { expect, test } from '../support/fixtures.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

const story = [
  'Aldersyde Foods pays four thousand suppliers on time\nbecause approvals no longer wait in somebody’s inbox for weeks',
  'The result\nsixty two per cent less time for each invoice and nobody asks twice\nwhere a payment stands or who has approved it last Tuesday',
  'What they did\nthey moved the approval to where people work and kept every rule\nthat their auditors had asked for in the spring of last year',
].map((page) => page.replace('’', "'"));
const terms =
  'Payment terms\ninvoices are due within thirty days of their date and carry interest\nfrom the day after at the rate that the contract names in its annex';

/** A story, the same again with a word changed, and a deck that has one page of it. */
async function library(dataFolder: string, info: TestInfo) {
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const again = story.map((page) => page.replace('result', 'outcome'));
  const files = [
    await put(folder, 'Aldersyde story.pdf', pdfOf(story)),
    await put(folder, 'Customer proof for food makers.pdf', pdfOf(again)),
    await put(
      folder,
      'Deck for treasurers.pdf',
      pdfOf([terms, story[1] ?? '', terms.replace(/\w+/g, 'x$&')]),
    ),
  ];
  return makeReplica(dataFolder, { role: 'marketer', files });
}

test.describe('duplicates', () => {
  test('that are two near-duplicates are merged and their ratings are one, by the keyboard alone', async ({
    dataFolder,
    launch,
  }, info) => {
    const assets = await library(dataFolder, info);
    const [one, other] = ['Aldersyde story.pdf', 'Customer proof for food makers.pdf'].map((file) =>
      assets.get(file),
    );
    const rated = [one, other].map((asset, at) => ({
      kind: 'rating-given',
      body: { asset: asset?.id, version: asset?.version.id, value: 4 + at, at: Date.now() },
    }));
    await addColleague(dataFolder, 'Ben', rated.slice(0, 1));
    await addColleague(dataFolder, 'Mia', rated);
    const kitbag = await launch();
    const near = new NearPage(kitbag);
    await new ShellPage(kitbag.window).ready('Home');

    await near.open();
    await expect(near.pairs).toHaveCount(1);
    const [pair] = [near.pairs.first()];
    await expect(near.kept(pair)).toBeFocused();
    await expect(pair).toContainText('Looks like another version: 3 of 3 pages match');
    await near.press('Space');
    await expect(near.look.getByRole('figure')).toHaveCount(6);
    await near.press('Escape');
    await expect(near.look).toBeHidden();
    const before = await near.kept(pair).innerText();
    await near.press('s');
    await expect(near.kept(pair)).not.toHaveText(before);
    const kept = await near.kept(pair).innerText();
    await near.press('m');
    await expect(near.said(`Merged ‘${before}’ into ‘${kept}’.`)).toBeVisible();
    await expect(near.nothing).toBeVisible();

    const reader = new ReaderPage(kitbag);
    const gone = [one, other].find((asset) => asset?.title === before)?.id ?? '';
    const stays = [one, other].find((asset) => asset?.title === kept)?.id ?? '';
    await reader.openReady(gone);
    await expect(kitbag.window).toHaveURL(new RegExp(`#/asset/${stays}`));
    await expect(reader.details).toContainText('Version 1');
    await expect(reader.details).toContainText('Version 2 (current)');
    await expect(new RatingPage(kitbag).ratings).toHaveCount(2);
  });

  test('come back by undo, are told apart for good, and those that share pages stand by themselves', async ({
    dataFolder,
    launch,
  }, info) => {
    await library(dataFolder, info);
    const kitbag = await launch();
    const near = new NearPage(kitbag);
    await new ShellPage(kitbag.window).ready('Home');
    await near.open();
    await expect(near.pairs).toHaveCount(1);
    await findsNothing(kitbag, 'duplicates');
    await near.press('Space');
    await expect(near.look).toBeVisible();
    await findsNothing(kitbag, 'duplicates side by side');
    await near.press('Escape');
    await near.press('m');
    await expect(near.nothing).toBeVisible();
    await findsNothing(kitbag, 'no duplicates');
    await near.undo.click();
    await expect(near.pairs).toHaveCount(1);
    await near.kept(near.pairs.first()).focus();
    await near.press('n');
    await expect(near.said(/are not the same\. They won’t be shown again/)).toBeVisible();
    await expect(near.nothing).toBeVisible();
    await kitbag.window.getByRole('button', { name: 'Show shared pages' }).click();
    await expect(near.pairs.first()).toContainText(/Page 2 also in/);
  });

  test('are found from the library: of what is selected, or of everything', async ({
    dataFolder,
    launch,
  }, info) => {
    const assets = await library(dataFolder, info);
    const kitbag = await launch();
    const near = new NearPage(kitbag);
    const list = new LibraryPage(kitbag.window);
    await new ShellPage(kitbag.window).open('Library');
    await list.pick(list.row(assets.get('Deck for treasurers.pdf')?.title ?? '')).click();
    await findsNothing(kitbag, 'what can be done with what is selected');
    const bar = kitbag.window.getByRole('region', { name: 'Selected assets' });
    await bar.getByRole('button', { name: 'Find duplicates' }).click();
    await expect(kitbag.window.getByText('Of the 1 selected asset.')).toBeVisible();
    await expect(near.nothing).toBeVisible();
    await kitbag.window.getByRole('link', { name: 'Show all duplicates' }).click();
    await expect(near.pairs).toHaveCount(1);
    await new ShellPage(kitbag.window).open('Library');
    await list.button('Find duplicates').click();
    await expect(near.pairs).toHaveCount(1);
  });
});
