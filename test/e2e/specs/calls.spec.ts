import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CallsPage } from '../pages/calls-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';
import { clickNotification, keepNotifications, notifications } from '../support/keep-notifications.ts';
import { resizeWindow, waitUntilReady } from '../support/window-controls.ts';

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

test('what is missing, altered or expires is found, and one key mends it', async ({ launchSample }, info) => {
  test.slow();
  const kitbag = await launchSample('lead');
  const calls = new CallsPage(kitbag);
  const folder = info.outputPath('documents');
  await mkdir(folder, { recursive: true });
  const ics = join(folder, 'call.ics');
  const at = new Date(Date.now() + 3 * 86_400_000).toISOString().replace(/[-:]|\.\d+/g, '');
  await writeFile(
    ics,
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Decision talk'],
      ...[`DTSTART:${at}`, 'ORGANIZER:mailto:dana@acme.com', 'ATTENDEE;CN=Mira:mailto:mira@harborline.com'],
      ...['DESCRIPTION:The CFO joins', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n'),
  );
  await calls.prepare();
  await dropFiles(kitbag, [ics]);
  await expect(calls.field('Title')).toHaveValue('Decision talk');
  await expect(calls.field('Account')).toHaveValue('Harborline');
  await calls.press('Control+Enter');
  await expect(calls.title).toHaveText('Decision talk');
  const count = (await calls.itemTitles()).length;
  await expect(calls.verdict).toHaveText(`Ready: ${count} of ${count}`);

  const blobs = join(kitbag.data, 'blobs');
  const folders = (await readdir(blobs)).filter((name) => name.length === 2);
  for (const name of folders)
    for (const file of await readdir(join(blobs, name))) await appendFile(join(blobs, name, file), '!');
  await kitbag.window.reload();
  await waitUntilReady(kitbag);
  await expect(calls.verdict).toHaveText(`Not ready: 0 of ${count}`);
  await expect(calls.troubles.first()).toContainText('damaged or was changed');
  await findsNothing(kitbag, 'a call that is not ready');
  await resizeWindow(kitbag, 1280, 800);
  for (const name of folders) await rm(join(blobs, name), { recursive: true });
  await kitbag.window.reload();
  await waitUntilReady(kitbag);
  await expect(calls.troubles.first()).toContainText('isn’t on this device');
  await calls.press('f');
  await expect.poll(async () => (await calls.itemTitles()).length).toBe(count - 1);
  await expect(calls.verdict).toHaveText(`Not ready: 0 of ${count - 1}`);
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
