import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOOKED_AT_MS } from '../../../src/shared/vocabulary/presenting.ts';
import { makePptx, xml } from '../../fixtures/documents/make-package.ts';
import { GatePage } from '../pages/gate-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { painted, presenterParts, ShowPage, shownAt } from '../pages/show-page.ts';
import { violations } from '../support/axe.ts';
import { haveDisplays, TWO } from '../support/displays.ts';
import { test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import { keepNotifications, notifications } from '../support/keep-notifications.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

const shape = (text: string) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="T"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="400000"/><a:ext cx="7000000" cy="900000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-US" sz="2400"/><a:t>${xml(text)}</a:t></a:r></a:p></p:txBody></p:sp>`;

/** Four slides; the second is hidden, the first has notes. */
const deck = makePptx(
  [
    { shapes: shape('Opening Harborline'), notes: 'Say hello first' },
    { shapes: shape('Walkaway price is bongocent'), hidden: true },
    { shapes: shape('The growth plan') },
    { shapes: shape('Closing berth') },
  ],
  { size: [9_144_000, 5_143_500] },
);

test('on two displays the audience sees the pages alone, the presenter notes and what comes next', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const files = [await put(documents, 'deck.pptx', deck)];
  const assets = await makeReplica(dataFolder, { role: 'rep', files });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  const show = new ShowPage(kitbag);
  await haveDisplays(kitbag, TWO);
  await reader.openReady(assets.get('deck.pptx')?.id ?? '');
  await reader.press('F5');
  const ask = kitbag.window.getByRole('dialog', { name: 'Present' });
  await expect(ask.getByRole('radio', { name: /Screen 2/ })).toBeChecked();
  await ask.getByRole('button', { name: 'Present 3 pages' }).click();

  const presenter = await show.window('presenter');
  const audience = await show.window('audience');
  expect(await show.bounds('audience')).toMatchObject({ x: 800, y: 0, width: 800, height: 450 });
  await expect.poll(() => painted(audience)).toEqual({ at: '0', width: 800, box: 800 });
  await expect(audience.locator('main')).toHaveText('');
  await expect(presenterParts.notes(presenter)).toContainText('Say hello first');
  await expect(presenterParts.pages(presenter)).toHaveCount(3);
  await expect(presenterParts.pages(presenter).nth(1)).toContainText('The growth plan');
  expect(await violations(presenter)).toEqual([]);

  await presenter.keyboard.press('ArrowRight');
  await expect.poll(() => shownAt(audience)).toBe('1');
  await expect.poll(() => painted(audience)).toMatchObject({ at: '1' });
  await presenter.keyboard.type('berth');
  await expect(presenter.getByText('Enter goes to “Closing berth”')).toBeVisible();
  await presenter.keyboard.press('Enter');
  await expect.poll(() => shownAt(audience)).toBe('2');
  await expect(presenterParts.next(presenter)).toContainText('last page');
  await presenter.keyboard.type('3');
  await presenter.keyboard.press('Enter');
  await expect.poll(() => shownAt(audience)).toBe('1');
  await presenter.keyboard.press('b');
  await expect(audience.locator('canvas')).toHaveCount(0);
  await presenter.keyboard.press('b');
  await presenter.mouse.move(200, 200);
  await presenter.keyboard.down('l');
  await expect(audience.locator('[data-laser]')).toHaveCount(1);
  await presenter.keyboard.up('l');
  await expect(audience.locator('[data-laser]')).toHaveCount(0);
  await audience.keyboard.press('Home');
  await expect.poll(() => shownAt(audience)).toBe('0');

  // The window that heard the key is gone before it is let go.
  await presenter.keyboard.press('F8').catch(() => undefined);
  await expect.poll(() => show.bounds('audience')).toMatchObject({ x: 0, width: 800, height: 1000 });
  const swapped = await show.window('presenter');
  await haveDisplays(kitbag, TWO.slice(1));
  await expect(presenterParts.told(swapped)).toContainText('display was disconnected');
  await expect.poll(() => show.roles()).toEqual(['presenter']);
  await swapped.getByRole('button', { name: 'Show the pages here' }).click();
  await expect.poll(() => show.roles()).toEqual(['audience']);
  const alone = await show.window('audience');
  await show.end(alone);
  await expect(reader.document).toBeVisible();
});

test('on one display there is the page alone; what was shown is noted once, nothing of ours disturbs', async ({
  fill,
  launch,
  documents,
}) => {
  const pages = ['First berth', 'Second berth', 'Third berth'];
  const assets = await fill({ files: [await put(documents, 'story.pdf', pdfOf(pages))] });
  const kitbag = await launch();
  await keepNotifications(kitbag);
  const reader = new ReaderPage(kitbag);
  const show = new ShowPage(kitbag);
  await reader.openReady(assets.get('story.pdf')?.id ?? '', { page: 2 });
  await reader.button('Present').click();
  const audience = await show.window('audience');
  expect(show.roles()).toEqual(['audience']);
  await expect.poll(() => painted(audience)).toMatchObject({ at: '1' });
  const opened = Date.now();
  await kitbag.window.evaluate(() => window.kitbag.notify({ title: 'Call', body: 'in 15 minutes' }));
  expect(await notifications(kitbag)).toEqual([]);
  // A window of a presentation reaches nothing but what it shows.
  const refused = await audience.evaluate(() =>
    window.kitbag.copyText({ text: 'x' }).then(
      () => 'done',
      () => 'refused',
    ),
  );
  expect(refused).toBe('refused');
  // A page that was only passed is not noted.
  await expect.poll(() => Date.now() - opened).toBeGreaterThan(LOOKED_AT_MS);
  await audience.keyboard.press('PageDown');
  await expect.poll(() => painted(audience)).toMatchObject({ at: '2' });
  await show.end(audience);
  expect((await notifications(kitbag)).map(({ title }) => title)).toEqual(['Call']);
  await kitbag.window.keyboard.press('Control+Shift+P');
  await kitbag.window.getByRole('textbox', { name: 'Find a command' }).fill('What I sent');
  await kitbag.window.keyboard.press('Enter');
  await expect(kitbag.window.getByRole('dialog', { name: 'What I sent' })).toContainText(
    'presented, version 1, pages 2-3',
  );
});

test('a file that is altered while it is presented is said plainly, and its words stay', async ({
  dataFolder,
  launch,
  documents,
}) => {
  const files = [
    await put(documents, 'story.pdf', pdfOf(Array.from({ length: 30 }, (_, at) => `Berth ${at + 1}`))),
  ];
  const assets = await makeReplica(dataFolder, { role: 'rep', files });
  const sha256 = assets.get('story.pdf')?.version.sha256 ?? '';
  const kitbag = await launch();
  await haveDisplays(kitbag, TWO);
  const reader = new ReaderPage(kitbag);
  const show = new ShowPage(kitbag);
  await reader.openReady(assets.get('story.pdf')?.id ?? '');
  await reader.press('F5');
  await kitbag.window.getByRole('button', { name: 'Present 30 pages' }).click();
  const presenter = await show.window('presenter');
  const audience = await show.window('audience');
  await expect.poll(() => painted(audience)).toMatchObject({ at: '0' });
  const blob = join(dataFolder, 'blobs', sha256.slice(0, 2), sha256);
  await rm(blob);
  await writeFile(blob, 'no document any more');
  await presenter.keyboard.press('End');
  await expect(audience.locator('main')).toContainText('Berth 30');
  await expect(presenter.getByText('This page can’t be drawn')).toBeVisible();
  await show.end(presenter);
});

test('what may not be shown is refused before anything is', async ({ dataFolder, launch, documents }) => {
  const hidden = makePptx([{ shapes: shape('Secret'), hidden: true }], { size: [9_144_000, 5_143_500] });
  const files = [
    await put(documents, 'old.pdf', pdfOf(['Old prices'])),
    await put(documents, 'none.pptx', hidden),
  ];
  const assets = await makeReplica(dataFolder, {
    role: 'rep',
    files,
    set: { 'old.pdf': { expiresOn: '2026-01-31' } },
  });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  const show = new ShowPage(kitbag);
  await reader.openReady(assets.get('old.pdf')?.id ?? '');
  await reader.press('F5');
  await expect(new GatePage(kitbag).dialog).toContainText('This expired asset can’t be presented');
  await reader.press('Escape');
  await reader.openReady(assets.get('none.pptx')?.id ?? '');
  await reader.press('F5');
  await expect(kitbag.window.getByText(/All pages of .* are hidden/)).toBeVisible();
  expect(show.roles()).toEqual([]);
});

test('a result is presented from its row and from the quick look', async ({ fill, launch, documents }) => {
  await fill({ files: [await put(documents, 'story.pdf', pdfOf(['First berth', 'Second quay']))] });
  const kitbag = await launch();
  const library = new LibraryPage(kitbag.window);
  const show = new ShowPage(kitbag);
  await new ShellPage(kitbag.window).search.fill('quay');
  await library.found('quay');
  await library.rows.first().getByRole('link').first().focus();
  await kitbag.window.keyboard.press('F5');
  const audience = await show.window('audience');
  // At the page that was found.
  await expect.poll(() => painted(audience)).toMatchObject({ at: '1' });
  await show.end(audience);
});
