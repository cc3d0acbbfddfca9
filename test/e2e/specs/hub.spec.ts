import { openArea } from '../pages/first-start.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { PublishPage } from '../pages/publish-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { dropFiles } from '../support/drop-files.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { expect, test } from '../support/two-windows.ts';

/** Publishes one file for decision and CFO; resolves when it is said to be published. */
async function publishFile(kitbag: RunningKitbag, file: string): Promise<void> {
  await openArea(kitbag, 'Publish');
  const publish = new PublishPage(kitbag);
  await dropFiles(kitbag, [file]);
  await publish.settled(1);
  await publish.selectAll();
  await publish.setForSelected('Buying stage', 'Decision');
  await publish.setForSelected('Persona', 'CFO');
  await publish.publish.click();
  await expect(publish.said('1 asset published.')).toBeVisible();
}

test.describe('one hub, two windows', () => {
  test.setTimeout(180_000);

  test('what is published in one is found in the other within five seconds', async ({
    place,
    lead,
    joiner,
  }) => {
    const first = await put(place, 'first.pdf', pdfOf(['The harbour story']));
    const robin = await lead([first]);
    await robin.hub.says('Synced');
    const mia = await joiner('Mia Rep');
    const library = new LibraryPage(mia.kitbag.window);
    await new ShellPage(mia.kitbag.window).search.fill('harbour');
    await expect(library.rows.first()).toBeVisible();
    await robin.hub.openSync();
    await expect(robin.hub.device('Mia Rep')).toContainText('All here');

    const second = await put(place, 'second.pdf', pdfOf(['A lighthouse keeps watch']));
    await new ShellPage(mia.kitbag.window).search.fill('lighthouse');
    await expect(mia.kitbag.window.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
    await publishFile(robin.kitbag, second);
    await expect(library.rows.first()).toBeVisible({ timeout: 5000 });
    await expect(mia.hub.arrivals).toHaveAttribute('title', /1 new asset from Robin Vale/);
  });
});
