import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArea, startAndClose, startHub } from '../pages/first-start.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { expect, test } from '../support/fixtures.ts';
import { importFile } from '../support/import-file.ts';

const sealed = '{"v":2,"kind":"ed25519","keyring":"djExAAAA"}';

test.describe('the key of a device, where the system has no keyring', () => {
  test('is in a file; Settings say so, and the command line opens the same replica', async ({
    launch,
    dataFolder,
  }, info) => {
    const kitbag = await launch();
    await startHub(kitbag, { role: 'Content lead', sample: false });
    await openArea(kitbag, 'Settings');
    const settings = new SettingsPage(kitbag.window);
    await expect(settings.data).toContainText(
      'in a file in this folder that only your user account can read',
    );
    await expect(settings.data).toContainText('Your system offers no keyring.');
    await expect(settings.moveKeyToKeyring).toHaveCount(0);
    await expect(settings.moveKeyToFile).toHaveCount(0);
    await kitbag.close();
    expect(JSON.parse(await readFile(join(dataFolder, 'device-key.json'), 'utf8'))).toMatchObject({ v: 1 });
    const file = info.outputPath('plan.md');
    await writeFile(file, '# Rollout plan\n');
    await importFile(dataFolder, file);
  });

  test('which only a keyring could open keeps the window closed, says what to do, and stays', async ({
    launch,
    dataFolder,
  }) => {
    await startAndClose(launch);
    const { keyFile, own } = await sealKey(dataFolder);
    const second = await launch();
    const settings = new SettingsPage(second.window);
    await expect(settings.blocked).toContainText('in the keyring of your system, and no keyring answers now');
    await expect(settings.blocked).toContainText('Nothing was changed');
    expect(await readFile(keyFile, 'utf8')).toBe(sealed);
    await writeFile(keyFile, own);
    await settings.blocked.getByRole('button', { name: 'Try again' }).click();
    await openArea(second, 'Settings');
  });

  test('is tried again also by somebody who asks while the engine that refused it is still ending', async ({
    launch,
    dataFolder,
  }) => {
    await startAndClose(launch);
    const { keyFile, own } = await sealKey(dataFolder);
    const second = await launch();
    await second.window.evaluate(askAtFirstSight);
    const asked = () => second.window.evaluate(() => Number(document.documentElement.dataset.asked ?? 0));
    await expect.poll(asked).toBeGreaterThan(2);
    await writeFile(keyFile, own);
    await openArea(second, 'Settings');
  });
});

/** Puts a key that only a keyring could open in the place of a device's own. */
async function sealKey(dataFolder: string): Promise<{ readonly keyFile: string; readonly own: string }> {
  const keyFile = join(dataFolder, 'device-key.json');
  const own = await readFile(keyFile, 'utf8');
  await writeFile(keyFile, sealed);
  return { keyFile, own };
}

/** Runs in the page: each new ‘Try again’ is clicked once, in the moment in which it appears. */
function askAtFirstSight(): void {
  const known = new WeakSet<HTMLElement>();
  let asked = 0;
  const look = (): void => {
    const button = document.querySelector<HTMLElement>('[role="alert"] button');
    if (button === null || known.has(button)) return;
    known.add(button);
    asked += 1;
    document.documentElement.dataset.asked = `${asked}`;
    button.click();
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
  look();
}
