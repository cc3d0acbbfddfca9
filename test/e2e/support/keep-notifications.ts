import type { RunningKitbag } from './launch.ts';

/** What the system was to show. */
export type Shown = { readonly title: string; readonly body: string; readonly silent: boolean };

/** Has the system's notifications kept instead of shown: there is no desktop here that would. */
export async function keepNotifications({ app }: RunningKitbag): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Reflect.set(globalThis, 'shownNotifications', shown);
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
  });
}

/** The notifications so far, the first first. */
export function notifications({ app }: RunningKitbag): Promise<Shown[]> {
  return app.evaluate(() => {
    const shown: Electron.Notification[] = Reflect.get(globalThis, 'shownNotifications');
    return shown.map(({ title, body, silent }) => ({ title, body, silent }));
  });
}

/** Clicks the first one. */
export async function clickNotification({ app }: RunningKitbag): Promise<void> {
  await app.evaluate(() => {
    const shown: Electron.Notification[] = Reflect.get(globalThis, 'shownNotifications');
    shown[0]?.emit('click', { preventDefault: () => undefined });
  });
}
