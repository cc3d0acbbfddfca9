import { mkdir, readFile } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { LibraryPage } from '../pages/library-page.ts';
import { ReaderPage } from '../pages/reader-page.ts';
import { SendPage } from '../pages/send-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { waitUntilReady } from '../support/window-controls.ts';

const NAMES = ['Analyst reprint of autumn', 'Analyst reprint for us', 'Price list'];

/** A rep's library: two documents for customers, one internal that is like the first. */
async function library(dataFolder: string, info: TestInfo) {
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(
    NAMES.map((name) => put(folder, `${name}.pdf`, pdfOf([`${name}`, `Prices in ${name}`, 'Terms']))),
  );
  return makeReplica(dataFolder, {
    role: 'rep',
    files,
    set: Object.fromEntries(
      NAMES.map((title) => [
        `${title}.pdf`,
        { title, type: 'analyst-report', audience: title.endsWith('us') ? 'internal' : 'customer' },
      ]),
    ),
  });
}

/** What the system would open: there is no mail program here. `takes`: whether one opens the draft. */
async function watchOpening(kitbag: RunningKitbag, takes: boolean): Promise<() => Promise<string>> {
  await kitbag.app.evaluate(({ shell }, isTaken) => {
    shell.openPath = async (path) => {
      process.env.KITBAG_TEST_OPENED = path;
      return isTaken ? '' : 'no application';
    };
    shell.openExternal = async (link) => {
      process.env.KITBAG_TEST_LINK = link;
    };
  }, takes);
  return () => kitbag.app.evaluate(() => process.env.KITBAG_TEST_OPENED ?? '');
}

test('is sent from a result by S: what is internal is stopped, with the alternative one key away', async ({
  dataFolder,
  launch,
}, info) => {
  await library(dataFolder, info);
  const kitbag = await launch();
  await waitUntilReady(kitbag);
  const opened = await watchOpening(kitbag, true);
  const [send, shell, list] = [
    new SendPage(kitbag),
    new ShellPage(kitbag.window),
    new LibraryPage(kitbag.window),
  ];
  await shell.search.fill('reprint us');
  const row = list.rows.filter({ hasText: 'Analyst reprint for us' });
  await row.getByRole('link').first().focus();
  await send.press('s');
  await expect(send.items).toHaveCount(1);
  await expect(send.items).toContainText('Internal only: not for customers.');
  await findsNothing(kitbag, 'sending what may not be sent');
  const instead = send.button('Send “Analyst reprint of autumn”');
  await expect(instead).toBeFocused();
  await send.press('Enter');
  await expect(send.items).toContainText('Analyst reprint of autumn.pdf');
  await send.pages('Analyst reprint of autumn').fill('2-9');
  await expect(send.items).toContainText('has only 3 pages');
  await expect(send.button('Open mail draft')).toBeDisabled();
  await send.pages('Analyst reprint of autumn').fill('2');
  await send.to.fill('Harborline <cfo@harborline.example>');
  await send.note.fill('As promised');
  await findsNothing(kitbag, 'sending');
  await send.press('Control+Enter');
  await expect(send.said('The mail draft is open in your mail app. Send it from there.')).toBeVisible();
  await expect(send.drawer).toHaveCount(0);
  const draft = await readFile(await opened(), 'utf8');
  expect(draft).toMatch(/^X-Unsent: 1\r?$/m);
  expect(draft).toMatch(/^To: Harborline <cfo@harborline.example>\r?$/m);
  expect(draft).toContain('autumn (2).pdf');
  expect(draft).not.toContain('for us');

  await send.press('Control+Shift+P');
  await kitbag.window.keyboard.type('What I sent');
  await send.press('Enter');
  await expect(send.ledger.getByRole('listitem')).toHaveCount(1);
  await expect(send.ledger).toContainText('Harborline');
  await findsNothing(kitbag, 'what was sent');
});

test('is sent from the reader; where no mail app takes the draft, the files are on the clipboard', async ({
  dataFolder,
  launch,
}, info) => {
  const asset = (await library(dataFolder, info)).get('Price list.pdf');
  const kitbag = await launch();
  await waitUntilReady(kitbag);
  await watchOpening(kitbag, false);
  await new ReaderPage(kitbag).openReady(asset?.id ?? '');
  const send = new SendPage(kitbag);
  await send.press('s');
  await expect(send.to).toBeFocused();
  await send.to.fill('Delmar');
  await send.button('Open mail draft').click();
  await expect(send.said(/No mail app opened the draft\. 1 file is on the clipboard/)).toBeVisible();
  const link = await kitbag.app.evaluate(() => process.env.KITBAG_TEST_LINK ?? '');
  expect(link).toMatch(/^mailto:\?subject=Price%20list/);
});
