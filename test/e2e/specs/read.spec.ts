import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { HistoryPage } from '../pages/history-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { painted, ShowPage } from '../pages/show-page.ts';
import { violations } from '../support/axe.ts';
import { idOf, sample, test } from '../support/filled.ts';
import { expect } from '../support/fixtures.ts';
import { pdfOf, put, wavOf } from '../support/make-files.ts';
import { answerSaveDialogs } from '../support/window-controls.ts';

const chapters = Array.from({ length: 12 }, (_, index) =>
  index === 6
    ? 'Chapter 7\nThe customer saved nine percent in the first quarter.\nPayback came within seven months.'
    : `Chapter ${index + 1}\nNothing about that here.${index === 9 ? '\nPayback is mentioned again.' : ''}`,
);

test.describe('a PDF', () => {
  test('opens from a hit at its page with the words marked there', async ({ fill, launch, documents }) => {
    const assets = await fill({ files: [await put(documents, 'story.pdf', pdfOf(chapters))] });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    await reader.openReady(idOf(assets, 'story.pdf'), { page: 7, q: 'payback' });
    await expect(reader.pageField).toHaveValue('7');
    await expect.poll(() => reader.pdfMarks()).toEqual([{ page: '7', text: 'Payback', current: true }]);
    await expect(reader.matchCount).toHaveText('1 of 2');
    expect(await reader.isInSight(reader.pdfPage(7).locator('.highlight'))).toBe(true);
    await expect(reader.pageList.getByRole('button', { name: 'Page 7, 1 match' })).toBeVisible();

    await reader.button('Next match').click();
    await expect(reader.matchCount).toHaveText('2 of 2');
    await expect(reader.pageField).toHaveValue('10');
    await reader.button('Previous match').click();
    await expect(reader.pageField).toHaveValue('7');
  });

  test('stays on the page of the hit although its words are found elsewhere', async ({
    fill,
    launch,
    documents,
  }) => {
    const assets = await fill({ files: [await put(documents, 'story.pdf', pdfOf(chapters))] });
    const reader = new ReaderPage(await launch());
    await reader.openReady(idOf(assets, 'story.pdf'), { page: 3, q: 'payback' });
    await expect(reader.matchCount).toHaveText('– of 2');
    await expect(reader.pageField).toHaveValue('3');
  });

  test('has a page list, zoom and find, all from the keyboard', async ({ fill, launch, documents }) => {
    const assets = await fill({ files: [await put(documents, 'story.pdf', pdfOf(chapters))] });
    const reader = new ReaderPage(await launch());
    await reader.openReady(idOf(assets, 'story.pdf'));
    await reader.pageList.getByRole('button', { name: 'Page 2', exact: true }).click();
    await expect(reader.pageField).toHaveValue('2');
    await reader.press('End');
    await expect(reader.pageField).toHaveValue('12');
    await reader.press('Home');
    await expect(reader.pageField).toHaveValue('1');
    await reader.press('ArrowRight');
    await expect(reader.pageField).toHaveValue('2');
    await expect.poll(() => reader.address()).toContain('page=2');

    const before = Number.parseInt((await reader.zoom.textContent()) ?? '', 10);
    await reader.press('+');
    await expect
      .poll(async () => Number.parseInt((await reader.zoom.textContent()) ?? '', 10))
      .toBeGreaterThan(before);
    await reader.press('0');
    await expect(reader.button('Fit width')).toHaveAttribute('aria-pressed', 'true');

    await reader.press('Control+f');
    await expect(reader.findField).toBeFocused();
    await reader.type('NINE PERCENT');
    await expect(reader.matchCount).toHaveText('1 of 1');
    await expect(reader.pageField).toHaveValue('7');
    await reader.press('Escape');
    await expect(reader.findField).toHaveCount(0);
  });

  test('of 10,000 pages opens at a page far back, marked', async ({ fill, launch, documents }) => {
    test.slow();
    const pages = Array.from(
      { length: 10_000 },
      (_, index) => `Page ${index + 1}\nThe word is w${index + 1}.`,
    );
    const assets = await fill({ files: [await put(documents, 'long.pdf', pdfOf(pages))] });
    const reader = new ReaderPage(await launch());
    await reader.openReady(idOf(assets, 'long.pdf'), { page: 9000, q: 'w9000' });
    await expect(reader.pageField).toHaveValue('9000');
    await expect.poll(() => reader.pdfMarks()).toEqual([{ page: '9000', text: 'w9000', current: true }]);
    await reader.press('End');
    await expect(reader.pageField).toHaveValue('10000');
    await expect(reader.pdfPage(10_000)).toContainText('w10000');
  });

  test('opens in its older version, which says so', async ({ fill, launch, documents }) => {
    const first = await put(documents, 'prices.pdf', pdfOf(['Prices of last year']));
    const second = await put(documents, 'prices-new.pdf', pdfOf(['Prices of this year']));
    const assets = await fill({ files: [first], newVersions: [{ of: 'prices.pdf', file: second }] });
    const reader = new ReaderPage(await launch());
    await reader.openReady(idOf(assets, 'prices.pdf'));
    await expect(reader.document).toContainText('Prices of this year');
    await reader.details.getByRole('button', { name: /^Version 1/ }).click();
    await expect(reader.document).toContainText('Prices of last year');
    await expect(reader.banner).toContainText('You are reading version 1 of 2.');
    await reader.button('Open the current version').click();
    await expect(reader.document).toContainText('Prices of this year');
    await expect(reader.banner).toHaveCount(0);
  });

  test('whose bytes are gone or damaged says what, why and what next', async ({
    fill,
    launch,
    documents,
    dataFolder,
  }) => {
    const assets = await fill({ files: [await put(documents, 'gone.pdf', pdfOf(['Gone']))] });
    const sha256 = assets.get('gone.pdf')?.version.sha256 ?? '';
    await rm(join(dataFolder, 'blobs', sha256.slice(0, 2), sha256));
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    await reader.openReady(idOf(assets, 'gone.pdf'));
    await expect(reader.document.getByRole('alert')).toContainText('The file can’t be opened');
    kitbag.problems.length = 0;
  });

  test('is saved as the very bytes that were published', async ({ fill, launch, documents }) => {
    const file = await put(documents, 'story.pdf', pdfOf(chapters));
    const assets = await fill({ files: [file] });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    await reader.openReady(idOf(assets, 'story.pdf'));
    const target = join(documents, 'copy.pdf');
    await answerSaveDialogs(kitbag, target);
    await reader.button('Save a copy').click();
    await expect(kitbag.window.getByText('Saved as copy.pdf.')).toBeVisible();
    expect((await readFile(target)).equals(await readFile(file))).toBe(true);
  });

  test('is dragged out as a copy of the very bytes, under its own name', async ({
    fill,
    launch,
    documents,
  }) => {
    const file = await put(documents, 'story.pdf', pdfOf(chapters));
    const assets = await fill({ files: [file] });
    const kitbag = await launch();
    // The system's own drag can't be let go of by a test: what it would be given is looked at instead.
    await kitbag.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) throw new Error('There is no window.');
      window.webContents.startDrag = (item) => {
        process.env.KITBAG_TEST_DRAGGED = item.file;
      };
    });
    const reader = new ReaderPage(kitbag);
    await reader.openReady(idOf(assets, 'story.pdf'));
    await reader.dragOut();
    const dragged = () => kitbag.app.evaluate(() => process.env.KITBAG_TEST_DRAGGED ?? '');
    await expect.poll(dragged).toMatch(/[\\/]story\.pdf$/);
    expect((await readFile(await dragged())).equals(await readFile(file))).toBe(true);
  });

  test('fills the screen to be presented, and turns its pages', async ({ fill, launch, documents }) => {
    const assets = await fill({ files: [await put(documents, 'story.pdf', pdfOf(chapters))] });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    const show = new ShowPage(kitbag);
    await reader.openReady(idOf(assets, 'story.pdf'));
    await reader.button('Present').click();
    const audience = await show.window('audience');
    await audience.keyboard.press('ArrowRight');
    await expect.poll(() => painted(audience)).toMatchObject({ at: '1' });
    await show.end(audience);
  });
});

const hostile = `# Battlecard

They say **cheap**. <script>document.title = 'owned'</script><img src=x onerror="document.title='owned'">
<style>body { display: none }</style><iframe src="https://example.com"></iframe>
<form action="https://example.com"><input name="a"></form>

![A chart from elsewhere](https://example.com/chart.png) [a link](javascript:document.title='owned')
[the site](https://example.com/pricing)
`;

test.describe('other documents', () => {
  test('Markdown and HTML are shown without their scripts, styles, forms and remote pictures', async ({
    fill,
    launch,
    documents,
  }) => {
    const markdown = await put(documents, 'card.md', hostile);
    const html = await put(
      documents,
      'page.html',
      `<!doctype html><title>Page</title><body onload="document.title='owned'"><h1>Page</h1><p style="position:fixed">cheap${hostile}</p></body>`,
    );
    const assets = await fill({ files: [markdown, html] });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    for (const name of ['card.md', 'page.html']) {
      await reader.openReady(idOf(assets, name), { q: 'cheap' });
      await expect(reader.text).toContainText('cheap');
      await expect.poll(() => reader.marks()).toContain('cheap');
      await expect(reader.text.locator('script, style, iframe, form, input, [style], [onerror]')).toHaveCount(
        0,
      );
      await expect(reader.text.locator('img')).toHaveCount(0);
      await expect(kitbag.window).toHaveTitle(/^(?!owned)/);
    }
    await expect(reader.text.locator('a[href^="javascript"]')).toHaveCount(0);
  });

  test('a deck opens as slides at the slide of the hit', async ({ fill, launch }) => {
    const deck = join(sample, 'fennwick-pitch-deck.pptx');
    const assets = await fill({ files: [deck] });
    const reader = new ReaderPage(await launch());
    await reader.openReady(idOf(assets, 'fennwick-pitch-deck.pptx'), { page: 3, q: 'invoices' });
    await expect(reader.pageField).toHaveValue('3');
    await expect.poll(async () => (await reader.marks()).length).toBeGreaterThan(0);
    await expect(reader.button('Open in PowerPoint')).toBeVisible();
    await expect(reader.pageList.getByRole('button', { name: /^Slide 1(,|$)/ })).toBeVisible();
  });

  test('a table of values opens as a sheet with its rows and columns', async ({
    fill,
    launch,
    documents,
  }) => {
    const rows = Array.from({ length: 400 }, (_, index) => `Item ${index + 1},${index * 10}`);
    const csv = await put(documents, 'prices.csv', ['Name,Price', ...rows].join('\n'));
    const assets = await fill({ files: [csv] });
    const reader = new ReaderPage(await launch());
    await reader.openReady(idOf(assets, 'prices.csv'), { q: '3980' });
    await expect(reader.sheet.getByRole('columnheader', { name: 'B', exact: true })).toBeVisible();
    await expect(reader.sheet.getByRole('cell', { name: '3980' })).toBeVisible();
    await expect(reader.sheet.locator('mark')).toHaveText('3980');
  });

  test('a workbook opens at the sheet of the hit, a Word document at its words', async ({ fill, launch }) => {
    const files = ['Pricing 2026.xlsx', 'proposal-template.docx'];
    const assets = await fill({ files: files.map((name) => join(sample, name)) });
    const reader = new ReaderPage(await launch());
    await reader.openReady(idOf(assets, 'Pricing 2026.xlsx'), { page: 4, q: 'invoices' });
    await expect(reader.document.getByRole('tab', { selected: true })).toHaveText('Quote');
    await expect(reader.sheet.locator('mark').first()).toBeVisible();
    await expect(reader.button('Open in Excel')).toBeVisible();
    await reader.openReady(idOf(assets, 'proposal-template.docx'), { q: 'proposal' });
    await expect.poll(async () => (await reader.marks()).length).toBeGreaterThan(0);
    await expect(reader.button('Open in Word')).toBeVisible();
  });

  test('a picture can be enlarged', async ({ fill, launch }) => {
    const assets = await fill({ files: [join(sample, 'fennwick-architecture.png')] });
    const reader = new ReaderPage(await launch());
    await reader.openReady(idOf(assets, 'fennwick-architecture.png'));
    const picture = reader.document.getByRole('img');
    const before = (await picture.boundingBox())?.width ?? 0;
    await reader.press('+');
    await expect.poll(async () => (await picture.boundingBox())?.width ?? 0).toBeGreaterThan(before);
  });

  test('a recording and a video are read in ranges and can be sought', async ({
    fill,
    launch,
    documents,
  }) => {
    const video = 'demo-approve-from-anywhere.webm';
    const assets = await fill({ files: [await put(documents, 'call.wav', wavOf(240)), join(sample, video)] });
    const kitbag = await launch();
    const reader = new ReaderPage(kitbag);
    const statuses: number[] = [];
    kitbag.window.on('response', (response) => {
      if (response.url().startsWith('kitbag-file:')) statuses.push(response.status());
    });
    await reader.openReady(idOf(assets, 'call.wav'));
    expect(await soughtTo(reader.document.locator('audio'), 200)).toBe(200);
    expect(statuses).toContain(206);
    statuses.length = 0;
    await reader.openReady(idOf(assets, video));
    expect(await soughtTo(reader.document.locator('video'), 12)).toBe(12);
    expect(statuses).toContain(206);
  });
});

/** Where a player is once it has found the place that it was told to go to. */
function soughtTo(player: Locator, seconds: number): Promise<number> {
  return player.evaluate(
    (media: HTMLMediaElement, to) =>
      new Promise<number>((resolve) => {
        media.addEventListener('seeked', () => resolve(media.currentTime), { once: true });
        media.currentTime = to;
      }),
    seconds,
  );
}

test('the reader has nothing that axe complains of', async ({ fill, launch, documents }) => {
  const assets = await fill({ files: [await put(documents, 'story.pdf', pdfOf(chapters))] });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(idOf(assets, 'story.pdf'), { page: 7, q: 'payback' });
  await reader.press('4');
  await expect.poll(async () => (await reader.pdfMarks()).length).toBe(1);
  // What stands in the pages is the author's.
  expect(await violations(kitbag.window, '[data-testid="document"]')).toEqual([]);
});

test('what was read and saved is told to the engine, and to nobody else', async ({
  fill,
  launch,
  documents,
}) => {
  const file = await put(documents, 'story.pdf', pdfOf(chapters));
  const assets = await fill({ role: 'rep', files: [file] });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(idOf(assets, 'story.pdf'));
  await answerSaveDialogs(kitbag, join(documents, 'copy.pdf'));
  await reader.button('Save a copy').click();
  await expect(reader.details).toContainText(/Used \d+ times?/);
  const digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  expect(assets.get('story.pdf')?.version.sha256).toBe(digest);
});

test('a marketer changes what is said of an asset in its place, and takes it back', async ({
  fill,
  launch,
  documents,
}) => {
  const file = await put(documents, 'story.pdf', pdfOf(chapters));
  const assets = await fill({ role: 'marketer', files: [file] });
  const kitbag = await launch();
  const reader = new ReaderPage(kitbag);
  await reader.openReady(idOf(assets, 'story.pdf'));
  await reader.button('Change title').click();
  await expect(reader.details.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await reader.press('Control+a');
  await reader.type('Harbor Freight');
  await reader.press('Enter');
  await expect(kitbag.window.getByRole('heading', { level: 1 })).toHaveText('Harbor Freight');
  await reader.button('Change buying stages').click();
  await reader.type('Aware');
  await reader.press('Enter');
  await reader.details.getByRole('button', { name: 'Save' }).click();
  await expect(reader.details).toContainText(/Awareness, Decision|Decision, Awareness/);
  await kitbag.window.getByRole('button', { name: 'Undo' }).last().click();
  await expect(reader.details).not.toContainText('Awareness');
  await new HistoryPage(kitbag).archive();
  await expect(reader.details).toContainText('Archived');
  await reader.button('Publish again').click();
  await expect(reader.details).not.toContainText('Archived');
});
