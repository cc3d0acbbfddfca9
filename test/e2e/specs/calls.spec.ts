import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CallsPage } from '../pages/calls-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';
import { clickNotification, keepNotifications, notifications } from '../support/keep-notifications.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { resizeWindow, waitUntilReady } from '../support/window-controls.ts';

const DAY_MS = 86_400_000;

/** A moment from now as the field for it has it. */
function whenIn(minutes: number): string {
  const at = new Date(Date.now() + minutes * 60_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

test('a call is prepared, put in order, proven and read, by keyboard alone', async ({ launchSample }) => {
  test.slow();
  const kitbag = await launchSample('rep');
  const calls = new CallsPage(kitbag);
  const shell = new ShellPage(kitbag.window);
  await expect(calls.list).toContainText('No calls yet');
  await calls.prepare();
  await expect(calls.field('Title')).toBeFocused();
  await kitbag.window.keyboard.insertText('Renewal talk');
  await calls.field('When').fill(whenIn(24 * 60));
  await calls.field('Account').fill('Harborline');
  await findsNothing(kitbag, 'the dialog that prepares a call');
  await resizeWindow(kitbag, 1280, 800);
  await calls.press('Control+Enter');
  await expect(calls.title).toHaveText('Renewal talk');
  const before = await calls.itemTitles();
  expect(before.length).toBeGreaterThan(2);
  await expect(calls.verdict).toHaveText(`Ready: ${before.length} of ${before.length}`);

  await calls.itemLink(0).focus();
  await calls.press('Alt+ArrowDown');
  await expect.poll(() => calls.itemTitles()).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(calls.itemLink(1)).toBeFocused();
  await calls.press('Delete');
  await expect.poll(() => calls.itemTitles()).toEqual([before[1], ...before.slice(2)]);
  await calls.button('Undo').last().press('Enter');
  await expect.poll(() => calls.itemTitles()).toHaveLength(before.length);
  await findsNothing(kitbag, 'a call');
  await resizeWindow(kitbag, 1280, 800);

  await calls.button('Open all in order').press('Enter');
  await expect(calls.bar).toContainText(`1 of ${before.length}`);
  await calls.press('n');
  await expect(calls.bar).toContainText(`2 of ${before.length}`);
  await calls.bar.getByRole('link', { name: 'Renewal talk' }).press('Enter');
  await expect(calls.title).toHaveText('Renewal talk');
  await calls.press('s');
  await expect(kitbag.window.getByRole('dialog', { name: 'Send' })).toBeVisible();
  await calls.press('Escape');

  await shell.open('Home');
  await expect(calls.list.getByRole('region', { name: 'Tomorrow' })).toContainText('Renewal talk');
  await calls.list.getByRole('link', { name: /Renewal talk/ }).press('Enter');
  await calls.fromMenu('Delete the call');
  await expect(calls.list).toContainText('No calls yet');
  await calls.button('Undo').last().click();
  await expect(calls.list).toContainText('Renewal talk');
});

/** A calendar file with one meeting in three days, to which a customer's CFO is invited. */
async function calendarFile(folder: string): Promise<string> {
  const path = join(folder, 'call.ics');
  const at = new Date(Date.now() + 3 * DAY_MS).toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Decision talk'],
    ...[`DTSTART:${at}`, 'ORGANIZER:mailto:dana@acme.com', 'ATTENDEE;CN=Mira:mailto:mira@harborline.com'],
    ...['DESCRIPTION:The CFO joins', 'END:VEVENT', 'END:VCALENDAR', ''],
  ];
  await writeFile(path, lines.join('\r\n'));
  return path;
}

test('what expires, is altered or missing is found, and one key mends it', async ({
  dataFolder,
  launch,
}, info) => {
  test.slow();
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const title of ['Savings story', 'Price list', 'Security sheet', 'Autumn offer'])
    files.push(await put(folder, `${title}.md`, `# ${title}\n\nAbout ${title}.\n`));
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  const assets = await makeReplica(dataFolder, {
    files,
    set: { 'Autumn offer.md': { expiresOn: tomorrow } },
  });
  const blobOf = (name: string): string => {
    const { sha256 } = assets.get(name)?.version ?? { sha256: '' };
    return join(dataFolder, 'blobs', sha256.slice(0, 2), sha256);
  };
  const kitbag = await launch();
  await waitUntilReady(kitbag);
  const calls = new CallsPage(kitbag);
  await calls.prepare();
  await dropFiles(kitbag, [await calendarFile(folder)]);
  await expect(calls.field('Title')).toHaveValue('Decision talk');
  await expect(calls.field('Account')).toHaveValue('Harborline');
  await calls.press('Control+Enter');
  await expect(calls.title).toHaveText('Decision talk');
  await expect(calls.verdict).toHaveText('Ready: 3 of 3');

  await test.step('what expires before the call', async () => {
    await calls.itemLink(0).focus();
    await calls.press('a');
    await calls.picker.fill('Autumn offer');
    await calls.pickable.filter({ hasText: 'Autumn offer' }).first().press('Enter');
    await expect(calls.verdict).toHaveText('Not ready: 3 of 4');
    await expect(calls.troubles).toContainText('before the call');
    await calls.itemLink(0).focus();
    await calls.press('f');
    await expect(calls.verdict).toHaveText('Ready: 3 of 3');
  });

  await test.step('a file that is altered, and one that is missing', async () => {
    await appendFile(blobOf('Savings story.md'), '!');
    await rm(blobOf('Price list.md'));
    await kitbag.window.reload();
    await expect(calls.verdict).toHaveText('Not ready: 1 of 3');
    await expect(calls.troubles.filter({ hasText: 'Savings story' })).toContainText('damaged or was changed');
    await expect(calls.troubles.filter({ hasText: 'Price list' })).toContainText('isn’t on this device');
    await findsNothing(kitbag, 'a call that is not ready');
    await resizeWindow(kitbag, 1280, 800);
    await calls.itemLink(0).focus();
    await calls.press('f');
    await expect(calls.verdict).toHaveText('Not ready: 1 of 2');
    await calls.itemLink(0).focus();
    await calls.press('f');
    await expect(calls.verdict).toHaveText('Ready: 1 of 1');
  });
});

test('a quarter of an hour before the call the system tells of it once, without a sound', async ({
  launchSample,
}) => {
  const kitbag = await launchSample('rep');
  await keepNotifications(kitbag);
  const calls = new CallsPage(kitbag);
  await calls.prepare();
  await calls.field('Title').fill('Renewal talk');
  await calls.field('When').fill(whenIn(10));
  await calls.press('Control+Enter');
  await expect
    .poll(() => notifications(kitbag))
    .toEqual([{ title: expect.stringContaining('Renewal talk'), body: 'Ready', silent: true }]);
  await new ShellPage(kitbag.window).open('Home');
  await clickNotification(kitbag);
  await expect(calls.title).toHaveText('Renewal talk');
  await kitbag.window.reload();
  await waitUntilReady(kitbag);
  expect(await notifications(kitbag)).toHaveLength(1);

  await new ShellPage(kitbag.window).open('Settings');
  await new SettingsPage(kitbag.window).tellsOfCalls.uncheck();
  await calls.prepare();
  await calls.field('Title').fill('Another talk');
  await calls.field('When').fill(whenIn(5));
  await calls.press('Control+Enter');
  await expect(calls.title).toHaveText('Another talk');
  expect(await notifications(kitbag)).toHaveLength(1);
});
