import { RequestsPage } from '../pages/requests-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { expect, test } from '../support/two-windows.ts';

type Shown = { readonly title: string; readonly body: string };

/** Has the system's notifications kept instead of shown: there is no desktop here that would. */
async function keepNotifications({ app }: RunningKitbag): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Reflect.set(globalThis, 'shownNotifications', shown);
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
  });
}

function notifications({ app }: RunningKitbag): Promise<Shown[]> {
  return app.evaluate(() => {
    const shown: Electron.Notification[] = Reflect.get(globalThis, 'shownNotifications');
    return shown.map(({ title, body }) => ({ title, body }));
  });
}

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
    .toEqual([{ title: 'Robin Vale accepted “A tide table for CFOs”', body: '' }]);
  await mia.kitbag.app.evaluate(() => {
    const shown: Electron.Notification[] = Reflect.get(globalThis, 'shownNotifications');
    shown[0]?.emit('click', { preventDefault: () => undefined });
  });
  await expect(requests.title).toHaveText('A tide table for CFOs');
  await expect(shell.link('Requests')).toHaveAttribute('title', /^Requests \(/);

  await shell.open('Settings');
  await new SettingsPage(mia.kitbag.window).tellsOfRequests.uncheck();
  await answers.comment.fill('Which year?');
  await answers.button('Comment').click();
  await expect(shell.link('Requests')).toHaveAttribute('title', /^Requests, 1 with news/);
  expect(await notifications(mia.kitbag)).toHaveLength(1);
});
