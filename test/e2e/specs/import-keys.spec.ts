import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator, TestInfo } from '@playwright/test';
import { PlanPage } from '../pages/plan-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

const FILES = 100;
const MOST_KEYS = 60;
const MOST_STEPS = 40;

/** Folders as a marketer has them: of some the names say stage and persona, of others only what they hold. */
const FOLDERS = [
  'Sales/Decision/CFO/02 Case studies',
  'Sales/Decision/CFO/Battlecards',
  'Sales/Consideration/CIO/White papers',
  'Marketing/Awareness/CFO/One-pagers',
  'Marketing/2024/Data sheets',
  'Marketing/2024/FAQ',
  'Drive/Team North/Case studies',
  'Drive/Team North/Playbooks',
  'Drive/Team North/Call scripts',
  'Drive/Email templates',
] as const;

async function drive(info: TestInfo): Promise<string> {
  const folder = info.outputPath('Drive of a marketer');
  for (let at = 0; at < FILES; at += 1) {
    const name = `${FOLDERS[at % FOLDERS.length]}/Document ${String.fromCharCode(65 + (at % 26))}${at}.md`;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    const words = Array.from({ length: 12 }, (_, word) => `word${(at * 131 + word * 17) % 4099}`).join(' ');
    await put(folder, name, `# Subject ${at}\n\nWhat number ${at} is about: ${words}.\n`);
  }
  return folder;
}

/** A keyboard that counts. */
class Keys {
  count = 0;
  readonly #kitbag: RunningKitbag;

  constructor(kitbag: RunningKitbag) {
    this.#kitbag = kitbag;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#kitbag.window.keyboard.press(key);
      this.count += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.#kitbag.window.keyboard.type(text);
    this.count += text.length;
  }

  /** Presses a key until something has the focus. */
  async walkTo(target: Locator, key: string): Promise<void> {
    const isThere = () => target.evaluate((element) => element === document.activeElement);
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      if (await isThere()) return;
      await this.press(key);
    }
    throw new Error(`No ${key} leads there.`);
  }
}

test('a hundred files in nested folders are published with at most sixty keystrokes from the drop on', async ({
  dataFolder,
  launch,
}, info) => {
  test.setTimeout(240_000);
  await makeReplica(dataFolder, { role: 'marketer', files: [] });
  const kitbag = await launch();
  await new ShellPage(kitbag.window).ready('Home');
  const keys = new Keys(kitbag);
  await dropFiles(kitbag, [await drive(info)]);
  const plan = new PlanPage(kitbag);
  await plan.ready();
  await expect(plan.line('02 Case studies')).toContainText('Case study');
  await keys.press('a');
  await expect(plan.line('02 Case studies')).toContainText('Accepted');
  await keys.press('t');
  const table = new PublishPage(kitbag);
  await table.settled(FILES);

  await test.step('what no folder says is said for all of it at once', async () => {
    await table.table.waitFor();
    await keys.walkTo(table.onlyMissing, 'Shift+Tab');
    await keys.press('Space');
    await keys.walkTo(table.table, 'Tab');
    await keys.press('Control+a', 'Control+Home');
    for (const [field, typed] of [
      ['Persona', 'cfo'],
      ['Buying stage', 'dec'],
    ] as const) {
      await keys.walkTo(table.fieldButton(field), 'Shift+Tab');
      await keys.press('Enter');
      await table.openList(field).waitFor();
      await keys.type(typed);
      await keys.press('Enter');
      await table.openList(field).waitFor({ state: 'detached' });
    }
  });

  await test.step('what was selected is published, then the rest', async () => {
    await keys.walkTo(table.publish, 'Shift+Tab');
    await keys.press('Enter');
    await expect(table.said('60 assets published.')).toBeVisible({ timeout: 60_000 });
    await expect(table.publish).toHaveText('Publish 40 assets');
    await keys.walkTo(table.publish, 'Shift+Tab');
    await keys.press('Enter');
    await expect(table.said('40 assets published.')).toBeVisible({ timeout: 60_000 });
  });
  await expect(table.empty).toBeVisible();
  console.log(`Keystrokes from drop to published for ${FILES} files: ${keys.count}`);
  expect(keys.count).toBeLessThanOrEqual(MOST_KEYS);

  // What was published last is taken back as one: its rows stand on the table again.
  await table.undo();
  await expect(table.publish).toHaveText('Publish 40 assets');
});
