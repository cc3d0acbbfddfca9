import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openArea, startAndClose } from '../pages/first-start.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { waitUntilReady } from '../support/window-controls.ts';

/** What lies on the clipboard. */
function clipboard(kitbag: RunningKitbag): Promise<string> {
  return kitbag.app.evaluate(({ clipboard: board }) => board.readText());
}

test.describe('what support can see', () => {
  test('is copied under Settings: versions, counts and the log, and no content', async ({ launchSample }) => {
    const kitbag = await launchSample('lead');
    await openArea(kitbag, 'Settings');
    await new SettingsPage(kitbag.window).copyDiagnostics.click();
    await expect.poll(() => clipboard(kitbag)).toContain('assets: ');
    const text = await clipboard(kitbag);
    expect(text).toMatch(/^Kitbag \d+\.\d+\.\d+, Electron \d+/);
    expect(text).toContain('sync: private');
    expect(text).toMatch(/engine info ready ms=\d+/);
    for (const secret of ['Fennwick', 'Dana', 'Whitfield', kitbag.data]) expect(text).not.toContain(secret);
  });

  test('is copied too where the data can’t be opened, and lies in the log file', async ({
    launch,
    dataFolder,
  }) => {
    await startAndClose(launch);
    await rename(join(dataFolder, 'journal'), join(dataFolder, 'journal-elsewhere'));
    const second = await launch();
    await new SettingsPage(second.window).copyDiagnostics.click();
    await expect.poll(() => clipboard(second)).toContain('engine');
    expect(await clipboard(second)).toMatch(/engine error replica-not-opened/);
    const log = await readFile(join(dataFolder, 'logs/kitbag.log'), 'utf8');
    expect(log).toMatch(/window start: Kitbag[\s\S]*window start: Kitbag/);
    expect(log).toMatch(/engine error replica-not-opened/);
  });
});

test.describe('a window under development', () => {
  test('is loaded again and gets a new engine when it is asked to, and keeps working', async ({ launch }) => {
    const kitbag = await launch({ env: { KITBAG_DEV: '1' } });
    await waitUntilReady(kitbag);
    const before = await kitbag.enginePid();
    const ask = (step: string) =>
      kitbag.app.evaluate(
        (_, asked) => void process.emit('message', { kitbagDevelopment: asked }, undefined),
        step,
      );
    await ask('restart-engine');
    await expect.poll(() => kitbag.enginePid()).not.toBe(before);
    const reloaded = kitbag.window.waitForEvent('load');
    await ask('reload-window');
    await reloaded;
    await waitUntilReady(kitbag);
  });
});
