import { RequestsPage } from '../pages/requests-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { clickNotification, keepNotifications, notifications } from '../support/keep-notifications.ts';
import { expect, test } from '../support/two-windows.ts';

test('who asked is told of the answer, sees it on the rail, and opens it from the notification', async ({
  lead,
  joiner,
}) => {
  const { kitbag: robin } = await lead();
  const mia = await joiner('Mia Rep');
  await mia.hub.says('Synced');
  await keepNotifications(mia.kitbag);
  const requests = new RequestsPage(mia.kitbag);
  await requests.ask();
  await requests.field('What is missing?').fill('A tide table for CFOs');
  await requests.press('Control+Enter');
  await expect(requests.title).toHaveText('A tide table for CFOs');
  const shell = new ShellPage(mia.kitbag.window);
  await shell.open('Home');
  await expect(shell.link('Requests')).toHaveAttribute('title', /^Requests \(/);

  const answers = new RequestsPage(robin);
  await new ShellPage(robin.window).open('Requests');
  await answers.card('A tide table for CFOs').click();
  await answers.button('Accept').click();
  await answers.menuItem(/^Small/).click();

  await expect(shell.link('Requests')).toHaveAttribute('title', /^Requests, 1 with news/);
  await expect
    .poll(() => notifications(mia.kitbag))
    .toEqual([{ title: 'Robin Vale accepted “A tide table for CFOs”', body: '', silent: false }]);
  await clickNotification(mia.kitbag);
  await expect(requests.title).toHaveText('A tide table for CFOs');
  await expect(shell.link('Requests')).toHaveAttribute('title', /^Requests \(/);

  await shell.open('Settings');
  await new SettingsPage(mia.kitbag.window).tellsOfRequests.uncheck();
  await answers.comment.fill('Which year?');
  await answers.button('Comment').click();
  await expect(shell.link('Requests')).toHaveAttribute('title', /^Requests, 1 with news/);
  expect(await notifications(mia.kitbag)).toHaveLength(1);
});
