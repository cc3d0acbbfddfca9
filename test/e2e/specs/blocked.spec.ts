import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
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

test('a data folder in which a hub lies is refused in words, and the window leaves nothing in it', async ({
  launch,
  dataFolder,
}) => {
  const hub = join(dataFolder, 'Team hub');
  await mkdir(hub);
  await writeFile(join(hub, 'hub.json'), '{"v":1,"hub":"h_0123456789abcdef","sig":""}');
  const { window } = await launch({ data: hub });
  const { blocked } = new SettingsPage(window);
  await expect(blocked).toContainText(`There is a shared hub in ${hub}.`);
  await expect(blocked).toContainText('Choose another data folder');
  // The engine may have failed before there was a page to tell, as it has for this one.
  await window.reload();
  await expect(blocked).toContainText(`There is a shared hub in ${hub}.`);
  expect(await readdir(hub)).toEqual(['hub.json']);
});
