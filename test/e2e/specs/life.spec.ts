import { join } from 'node:path';
import { openArea } from '../pages/first-start.ts';
import { GatePage } from '../pages/gate-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { PeoplePage } from '../pages/people-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { ReviewsPage } from '../pages/reviews-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { expect, type PersonsWindow, test } from '../support/two-windows.ts';

const DAY_MS = 86_400_000;

/** The day that it is where the clock is so many days ahead, as a calendar on the wall says. */
function dayIn(days: number): string {
  const now = new Date(Date.now() + days * DAY_MS);
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Opens a draft as who publishes finds it, and answers the asset's id. */
async function openDraft({ kitbag }: PersonsWindow, title: string): Promise<string> {
  const library = new LibraryPage(kitbag.window);
  await openArea(kitbag, 'Library');
  await new ShellPage(kitbag.window).search.fill('is:draft');
  await library.found('is:draft');
  await library.row(title).getByRole('link', { name: title }).click();
  const reader = new ReaderPage(kitbag);
  await reader.document.waitFor();
  return /asset\/([^?]+)/.exec(reader.address())?.[1] ?? '';
}

/** Opens an asset by its id. */
async function openAsset({ kitbag }: PersonsWindow, asset: string): Promise<ReaderPage> {
  const reader = new ReaderPage(kitbag);
  await reader.openReady(asset);
  return reader;
}

/** Takes every way out in turn, and hears of each that it is closed; nothing has left by any. */
async function expectsNoWayOut(kitbag: RunningKitbag, reader: ReaderPage, why: string): Promise<void> {
  const gate = new GatePage(kitbag);
  const left = await watchWhatLeaves(kitbag);
  for (const button of ['Save a copy', 'Copy', 'Present']) {
    await reader.button(button).click();
    await expect(gate.dialog).toContainText(`This ${why} asset can’t be`);
    await gate.dialog.press('Escape');
    await expect(gate.dialog).toHaveCount(0);
  }
  await reader.dragOut();
  await expect(gate.dialog).toContainText(`This ${why} asset can’t be dragged`);
  await gate.dialog.press('Escape');
  await expect(gate.dialog).toHaveCount(0);
  await expect(reader.document).not.toHaveAttribute('data-presenting', 'true');
  expect(await left()).toEqual([]);
}

/** What the system was asked to save, copy or drag from now on. */
async function watchWhatLeaves(kitbag: RunningKitbag): Promise<() => Promise<readonly string[]>> {
  await kitbag.app.evaluate(({ BrowserWindow, clipboard, dialog }) => {
    const left: string[] = [];
    Object.assign(globalThis, { leftByTest: left });
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.webContents.startDrag = () => left.push('drag');
    // A copied file takes the place of the text that was there.
    void clipboard.writeText('before');
    dialog.showSaveDialog = async () => {
      left.push('save');
      return { canceled: true, filePath: '' };
    };
  });
  return () =>
    kitbag.app.evaluate(async ({ clipboard }) => {
      const { leftByTest } = globalThis as unknown as { readonly leftByTest: readonly string[] };
      return (await clipboard.readText()) === 'before' ? leftByTest : [...leftByTest, 'copy'];
    });
}

test('what is drafted is reviewed, scheduled, out on its day, and past its last day stays refused where the clock is set back', async ({
  place,
  lead,
  joiner,
  again,
}) => {
  test.setTimeout(300_000);
  let robin = await lead(
    [
      await put(place, 'Autumn prices.pdf', pdfOf(['Prices of autumn, line by line'])),
      await put(place, 'Harbour story.pdf', pdfOf(['How the harbour saved nine percent'])),
    ],
    { drafts: true },
  );
  let mia = await joiner('Mia');
  await mia.hub.says('Synced');
  await openArea(robin.kitbag, 'People');
  await new PeoplePage(robin.kitbag).role('Mia').selectOption('marketer');

  const harbour = await openDraft(robin, 'Harbour story');
  const autumn = await openDraft(robin, 'Autumn prices');

  await test.step('a draft is given to review, with its release day', async () => {
    const reader = new ReaderPage(robin.kitbag);
    await reader.button('Submit for review…').click();
    const desk = new ReviewsPage(robin.kitbag);
    await desk.dialog.getByRole('combobox', { name: 'Reviewers' }).fill('Mia');
    await robin.kitbag.window.getByRole('option', { name: 'Mia' }).click();
    await robin.kitbag.window.keyboard.press('Escape');
    await desk.dialog.getByRole('button', { name: 'Submit', exact: true }).click();
    await expect(desk.banner('In review: waiting for Mia.')).toBeVisible();
    await reader.change('Release day', 'Release day', dayIn(2));
    await reader.change('Last day of use', 'Last day of use', dayIn(3));
    await expect(desk.banner('In review: waiting for Mia.')).toBeVisible();
  });

  await test.step('the reviewer approves it: it is scheduled, for everybody', async () => {
    const desk = new ReviewsPage(mia.kitbag);
    await openArea(mia.kitbag, 'Reviews');
    await expect(desk.row('Autumn prices')).toContainText('waiting for your approval');
    await desk.press('v');
    await expect(desk.said('Approved “Autumn prices”.')).toBeVisible();
    const theirs = await openAsset(mia, autumn);
    await expect(theirs.state('Scheduled')).toBeVisible();
    await expect(new ReaderPage(robin.kitbag).state('Scheduled')).toBeVisible();
  });

  await test.step('on the day it is out, by itself', async () => {
    mia = await again(mia, 2);
    const reader = await openAsset(mia, autumn);
    await expect(reader.state('Published')).toBeVisible();
    await expect(reader.notice).toHaveCount(0);
  });

  await test.step('after its last day it has expired, and what was recalled is', async () => {
    robin = await again(robin, 4);
    const story = await openAsset(robin, harbour);
    await story.details.getByRole('button', { name: 'Publish', exact: true }).click();
    await story.button('Recall…').click();
    const desk = new ReviewsPage(robin.kitbag);
    await desk.field('Reason').fill('The harbour has closed');
    await desk.button('Recall').last().click();
    await expect(desk.banner(/“The harbour has closed”/)).toBeVisible();
    await robin.hub.says('Synced');
    mia = await again(mia, 4);
    const reader = await openAsset(mia, harbour);
    await expect(reader.state('Recalled')).toBeVisible({ timeout: 60_000 });
    await openAsset(mia, autumn);
    await expect(reader.state('Expired')).toBeVisible();
  });

  await test.step('a clock that is set back opens neither, without the hub too', async () => {
    mia = await again(mia, 0);
    for (const [asset, state] of [
      [autumn, 'Expired'],
      [harbour, 'Recalled'],
    ] as const) {
      const reader = await openAsset(mia, asset);
      await expect(reader.state(state)).toBeVisible();
      await expectsNoWayOut(mia.kitbag, reader, state.toLowerCase());
    }
  });
});

test('who answers for what comes due is told of it on Home once, and again two weeks before', async ({
  place,
  launch,
}) => {
  const data = join(place, 'desk');
  const files = await Promise.all(
    ['Prices.md', 'Terms.md'].map((name) => put(place, name, `# ${name.slice(0, -3)}\n\nAbout it.`)),
  );
  const set = { 'Prices.md': { expiresOn: dayIn(20) } };
  await makeReplica(data, { role: 'marketer', files, set });
  const early = await launch({ data, daysAhead: 0 });
  const desk = new ReviewsPage(early);
  await expect(desk.due.getByRole('listitem')).toHaveText([/Prices.*Expires in 20 days/s]);
  await expect(new ShellPage(early.window).link('Home')).toHaveAttribute(
    'title',
    /1 of your assets is due soon/,
  );
  await findsNothing(early, 'home with what is due');
  await desk.due.getByRole('button', { name: 'Got it' }).click();
  await expect(desk.due).toHaveCount(0);
  await early.close();
  const late = await launch({ data, daysAhead: 7 });
  await expect(new ReviewsPage(late).due.getByRole('listitem')).toHaveText([/Prices.*Expires in 13 days/s]);
});
