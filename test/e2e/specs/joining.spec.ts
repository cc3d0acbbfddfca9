import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openArea } from '../pages/first-start.ts';
import { HubPage } from '../pages/hub-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { makeReplica } from '../support/replica.ts';
import { expect, test } from '../support/two-windows.ts';
import { waitUntilReady } from '../support/window-controls.ts';

test.describe('a hub’s folder', () => {
  test.setTimeout(180_000);

  test('that is still being copied is waited for, over a restart, and joining goes on by itself', async ({
    place,
    hubFolder,
    lead,
    launch,
  }) => {
    const robin = await lead([await put(place, 'first.pdf', pdfOf(['The harbour story']))]);
    await robin.hub.says('Synced');
    // While the founder's device runs, it puts back what the hub has lost.
    await robin.kitbag.close();
    const devices = join(hubFolder, 'devices');
    const kept = join(place, 'elsewhere', 'devices');
    await cp(devices, kept, { recursive: true });
    await rm(devices, { recursive: true });
    await mkdir(devices);

    const data = join(place, 'mia');
    const first = await launch({ data });
    await waitUntilReady(first);
    const before = new HubPage(first);
    await before.beginJoining(hubFolder, { name: 'Mia Rep' });
    await expect(before.said(/still being copied: \d+ of \d+ objects are missing/)).toBeVisible();
    await first.close();

    const again = await launch({ data });
    const mia = new HubPage(again);
    await expect(mia.said(/still being copied: \d+ of \d+ objects are missing/)).toBeVisible();
    await cp(kept, devices, { recursive: true });
    await mia.isIn();
    await openArea(again, 'Library');
    await expect(new LibraryPage(again.window).rows).toHaveCount(1);
  });

  test('that does not arrive is given up, and nothing is left of it', async ({
    place,
    hubFolder,
    lead,
    launch,
  }) => {
    const robin = await lead();
    await robin.kitbag.close();
    await rm(join(hubFolder, 'devices'), { recursive: true });
    await mkdir(join(hubFolder, 'devices'));
    const kitbag = await launch({ data: join(place, 'mia') });
    await waitUntilReady(kitbag);
    const mia = new HubPage(kitbag);
    await mia.beginJoining(hubFolder, { name: 'Mia Rep' });
    await mia.button('Give up').click();
    await expect(mia.button('Choose its folder…')).toBeVisible();
  });

  test('that was renamed is told to be gone, and chosen again in place', async ({
    place,
    hubFolder,
    lead,
  }) => {
    const robin = await lead();
    await robin.hub.says('Synced');
    const moved = join(place, 'hub of 2026');
    await rename(hubFolder, moved);
    await robin.hub.says('Offline');
    await robin.hub.openSync();
    await expect(robin.hub.state).toContainText('its folder is no longer there');
    await robin.hub.chooses(moved);
    await robin.hub.button('Choose the folder again…').click();
    await robin.hub.says('Synced');
  });

  test('of one’s own is shared by a marketer without looking for another role', async ({
    place,
    hubFolder,
    launch,
  }) => {
    const data = join(place, 'own');
    await makeReplica(data, { role: 'marketer', files: [] });
    const kitbag = await launch({ data });
    await waitUntilReady(kitbag);
    const hub = new HubPage(kitbag);
    await hub.share(hubFolder, 'Team hub');
    await hub.says('Synced');
  });
});
