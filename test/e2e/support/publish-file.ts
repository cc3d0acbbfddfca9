import { expect } from '@playwright/test';
import { openArea } from '../pages/first-start.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { dropFiles } from './drop-files.ts';
import type { RunningKitbag } from './launch.ts';

/** Publishes one file as a case study for decision and CFO; resolves when it is said to be published. */
export async function publishFile(kitbag: RunningKitbag, file: string): Promise<void> {
  await openArea(kitbag, 'Publish');
  const publish = new PublishPage(kitbag);
  await dropFiles(kitbag, [file]);
  await publish.settled(1);
  await publish.selectAll();
  await publish.setForSelected('Type', 'Case study');
  await publish.setForSelected('Buying stage', 'Decision');
  await publish.setForSelected('Persona', 'CFO');
  await publish.publish.click();
  await expect(publish.said('1 asset published.')).toBeVisible();
}
