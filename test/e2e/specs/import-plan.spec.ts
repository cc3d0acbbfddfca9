import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { openArea } from '../pages/first-start.ts';
import { PlanPage } from '../pages/plan-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { violations } from '../support/axe.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';
import { put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { resizeWindow, setColourScheme } from '../support/window-controls.ts';

const story = (customer: string): string =>
  `# ${customer} saves nine percent\n\nHow ${customer} went live within nine weeks, and what the plant reports after one year of work.\n`;
const deck = (last: string): string =>
  `# Overview\n\n${Array.from({ length: 30 }, (_, at) => `Sentence number ${at} says what the product does for its people.`).join('\n\n')}\n\n${last}\n`;

/** A folder as marketers have them: two kinds of documents, versions of a deck, a copy put aside. */
async function drive(info: TestInfo): Promise<string> {
  const folder = info.outputPath('Sales');
  const files: Record<string, string> = {
    '02 Case studies/Halden.md': story('Halden'),
    '02 Case studies/Corvane.md': story('Corvane'),
    '02 Case studies/Tessel.md': story('Tessel'),
    'Battlecards/Planora.md':
      '# Against Planora\n\nHow we win against Planora: ask who pays for the migration, year by year.\n',
    'Battlecards/Syncwell.md':
      '# Against Syncwell\n\nTheir pitch is cheap to begin with. Our answer: look at year three of it.\n',
    'Decks/Overview v1.md': deck('First.'),
    'Decks/Overview_v2_FINAL.md': deck('Second.'),
    '_OLD do not use/Halden.md': story('Halden'),
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await put(folder, name, text);
  }
  return folder;
}

test.describe('an import plan', () => {
  test('is accepted by folder, a family becomes one asset, and one step takes it back', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const kitbag = await launch();
    await openArea(kitbag, 'Publish');
    await dropFiles(kitbag, [await drive(info)]);
    const plan = new PlanPage(kitbag);
    await plan.ready();
    await expect(plan.line('02 Case studies')).toContainText('Case study');
    await expect(plan.line('Battlecards')).toContainText('Battlecard · Internal only');
    await expect(plan.line('Copies')).toContainText('Same as files that are kept');
    await resizeWindow(kitbag, 900, 600);
    for (const scheme of ['light', 'dark'] as const) {
      await setColourScheme(kitbag, scheme);
      expect(await violations(kitbag.window)).toEqual([]);
    }

    await plan.walkTo('02 Case studies');
    await plan.press('Space');
    await expect(plan.look).toContainText('The folder is called ‘02 Case studies’.');
    await plan.press('Escape');
    await expect(plan.look).toHaveCount(0);
    await plan.press('Enter');
    await expect(plan.line('02 Case studies')).toContainText('Accepted');
    await plan.press('Control+z');
    await expect(plan.line('02 Case studies')).not.toContainText('Accepted');

    await plan.walkTo('1 document in 2 versions');
    await plan.press('Enter');
    await expect(plan.line('1 asset with 2 versions')).toContainText('Accepted');
    await plan.press('Control+z');
    await expect(plan.line('make each one asset')).toHaveCount(1);

    await plan.press('a');
    await expect(plan.line('1 asset with 2 versions')).toHaveCount(1);
    await expect(plan.line('Battlecards')).toContainText('Accepted');
    await plan.walkTo('Battlecards');
    await plan.press('r');
    await expect(plan.said('Rule kept: */Battlecards/*. Later imports follow it.')).toBeVisible();
    await expect(plan.said('1 rule for imports')).toBeVisible();

    await plan.press('t');
    const table = new PublishPage(kitbag);
    await table.settled(8);
    await expect(table.cell('Overview v1.md', 'State')).toHaveText('Earlier version');
    await expect(table.cell('Tessel.md', 'Type')).toHaveText('Case study');
    await expect(table.guess('Corvane.md', 'Type')).toHaveCount(0);
    await table.said('Remove 1 duplicate').click();
    await table.selectAll();
    await table.setForSelected('Buying stage', 'Decision');
    await table.setForSelected('Persona', 'CFO');
    await table.publish.click();
    await expect(table.said(/6 assets published|6 assets and 1 new version published/)).toBeVisible();
  });

  test('stays away from a few files of one folder', async ({ dataFolder, launch }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const kitbag = await launch();
    await openArea(kitbag, 'Publish');
    const folder = info.outputPath('documents');
    await mkdir(folder, { recursive: true });
    await dropFiles(kitbag, [
      await put(folder, 'one.md', story('One')),
      await put(folder, 'two.md', story('Two')),
    ]);
    await new PublishPage(kitbag).settled(2);
  });
});
