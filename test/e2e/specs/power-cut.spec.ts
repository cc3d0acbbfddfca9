import { mkdir } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import { openArea } from '../pages/first-start.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expect, test } from '../support/fixtures.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';

const FILES = 25;

/** Enough files that reading them takes a while; each has a word that no other has. */
async function manyFiles(info: TestInfo): Promise<string> {
  const folder = info.outputPath('collateral');
  await mkdir(folder, { recursive: true });
  for (let number = 1; number <= FILES; number += 1) {
    const pages = Array.from(
      { length: 12 },
      (_, page) => `Document ${number}, page ${page + 1}: word${number}x${page}`,
    );
    await put(folder, `document-${number}.pdf`, pdfOf(pages));
  }
  return folder;
}

async function saysThatAllIsWell({ window }: RunningKitbag): Promise<void> {
  await new ShellPage(window).open('Settings');
  await window.getByRole('button', { name: 'Verify now' }).click();
  await expect(window.getByText(/^Everything is whole/)).toBeVisible();
}

test.describe('a power cut', () => {
  test('of the engine in the middle of an import loses nothing that was acknowledged, and the import goes on', async ({
    dataFolder,
    launch,
  }, info) => {
    await makeReplica(dataFolder, { role: 'marketer', files: [] });
    const folder = await manyFiles(info);
    const kitbag = await launch();
    await openArea(kitbag, 'Publish');
    const publish = new PublishPage(kitbag);
    await dropFiles(kitbag, [folder]);
    await expect(kitbag.window.getByRole('progressbar', { name: 'Files read' })).toBeVisible();
    await publish.fromPlan();
    await expect(publish.row('document-1.pdf')).toContainText('Incomplete');

    await kitbag.killEngine();
    await publish.settled(FILES);
    await publish.selectAll();
    await publish.setForSelected('Type', 'Case study');
    await publish.setForSelected('Buying stage', 'Decision');
    await publish.setForSelected('Persona', 'CFO');
    await publish.publish.click();
    await expect(publish.empty).toBeVisible();

    // Acknowledged: from here on nothing may take it away.
    await kitbag.pullThePlug();
    const again = await launch();
    const shell = new ShellPage(again.window);
    await expect(shell.search).toHaveAttribute('placeholder', new RegExp(`${FILES} assets`));
    await shell.search.fill('word17x9');
    await expect(again.window.getByText('1 result', { exact: true })).toBeVisible();
    await saysThatAllIsWell(again);
  });
});
