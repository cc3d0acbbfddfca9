import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openArea, startAndClose } from '../pages/first-start.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { expect, test } from '../support/fixtures.ts';

test('a replica whose journal is gone says so, and opens when it is back and one tries again', async ({
  launch,
  dataFolder,
}) => {
  await startAndClose(launch);
  await rename(join(dataFolder, 'journal'), join(dataFolder, 'journal-elsewhere'));
  const second = await launch();
  const { blocked } = new SettingsPage(second.window);
  await expect(blocked).toContainText('Kitbag can’t open its data');
  await expect(blocked).toContainText(dataFolder);
  await rm(join(dataFolder, 'journal'), { recursive: true });
  await rename(join(dataFolder, 'journal-elsewhere'), join(dataFolder, 'journal'));
  await blocked.getByRole('button', { name: 'Try again' }).click();
  await openArea(second, 'Settings');
});
