import { join } from 'node:path';
import { generateSecret, nodeCrypto, signerOf } from '../../../src/platform/keys/node-crypto.ts';
import { createBucketStore } from '../../../src/platform/object-store/bucket/bucket-store.ts';
import type { HubId } from '../../../src/shared/vocabulary/ids.ts';
import { HUB_KEY } from '../../../src/sync/hub/hub-layout.ts';
import { signHubDocument } from '../../../src/sync/identity/hub-document.ts';
import { documentBytes } from '../../../src/sync/identity/signed-document.ts';
import { bucketOptions, makeBucket, type S3Server } from '../../support/bucket/bucket-for-tests.ts';
import { startFaultProxy } from '../../support/bucket/fault-proxy.ts';
import { startNpmServer } from '../../support/bucket/servers.ts';
import { UnpluggedProxy } from '../../support/bucket/unplugged-proxy.ts';
import { BucketPage } from '../pages/bucket-page.ts';
import { openArea } from '../pages/first-start.ts';
import { HubPage } from '../pages/hub-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { ShellPage } from '../pages/shell-page.ts';
import { findsNothing } from '../support/axe.ts';
import type { RunningKitbag } from '../support/launch.ts';
import { pdfOf, put } from '../support/make-files.ts';
import { publishFile } from '../support/publish-file.ts';
import { makeReplica } from '../support/replica.ts';
import { test as base, expect } from '../support/two-windows.ts';
import { waitUntilReady } from '../support/window-controls.ts';

const SECRET = 'a-secret-that-nobody-may-see';

type Store = S3Server & { readonly proxy: UnpluggedProxy; readonly bucket: string };

type Sharing = { readonly kitbag: RunningKitbag; readonly bucket: BucketPage };

const test = base.extend<{
  readonly store: Store;
  /** A lead's window on the form that shares their hub, with these files published in it. */
  readonly sharing: (files?: readonly string[]) => Promise<Sharing>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to see what a fixture needs
  store: async ({}, use) => {
    const server = await startNpmServer();
    const proxy = await UnpluggedProxy.to(server);
    await use({ ...server, endpoint: proxy.endpoint, proxy, bucket: await makeBucket(server) });
    await proxy.unplug();
    await server.stop();
  },
  sharing: async ({ place, launch }, use) => {
    await use(async (files = []) => {
      const data = join(place, 'lead');
      await makeReplica(data, { files });
      const kitbag = await launch({ data });
      await waitUntilReady(kitbag);
      const bucket = new BucketPage(kitbag);
      await bucket.beginSharing();
      return { kitbag, bucket };
    });
  },
});

test.describe('one bucket, two windows', () => {
  test('is shared, joined by an invitation, and catches up after the network was away', async ({
    place,
    store,
    sharing,
    launch,
  }) => {
    const { kitbag: robin, bucket } = await sharing([
      await put(place, 'first.pdf', pdfOf(['The harbour story'])),
    ]);
    const hub = new HubPage(robin);
    await bucket.fill({ ...store, prefix: 'team', secret: SECRET });
    await bucket.test();
    await expect(bucket.said(/^It works\. A request takes/)).toBeVisible();
    const invited = await bucket.share('Team hub');
    await hub.says('Synced');

    const mia = await launch({ data: join(place, 'mia') });
    await waitUntilReady(mia);
    const joining = new BucketPage(mia);
    await joining.useInvitation(invited.text);
    await joining.password(invited.password);
    await joining.join('Mia Rep');
    await new HubPage(mia).isIn();
    const library = new LibraryPage(mia.window);
    await new ShellPage(mia.window).search.fill('harbour');
    await expect(library.rows.first()).toBeVisible();

    await store.proxy.unplug();
    await hub.says('Offline', 60_000);
    await hub.openSync();
    await bucket.test();
    await expect(bucket.said(/^Nothing answers at this address/)).toBeVisible();
    await publishFile(robin, await put(place, 'second.pdf', pdfOf(['A lighthouse keeps watch'])));
    await new ShellPage(mia.window).search.fill('lighthouse');
    await expect(mia.window.getByRole('heading', { name: /Nothing found/ })).toBeVisible();
    await store.proxy.plugIn();
    await expect(library.rows.first()).toBeVisible();
    await hub.says('Synced', 60_000);
    await hub.openSync();
    await expect(bucket.said(/^Nothing answers at this address/)).toHaveCount(0);
    for (const { log } of [robin, mia]) expect(log.join('')).not.toContain(SECRET);
  });

  test('is connected again by Undo when syncing was stopped, with its keys', async ({ store, sharing }) => {
    const { kitbag, bucket } = await sharing();
    await bucket.fill({ ...store, prefix: 'team', secret: SECRET });
    await bucket.share('Team hub');
    const hub = new HubPage(kitbag);
    await hub.says('Synced');
    await hub.button('Change place or keys…').click();
    await expect(bucket.secret).toHaveAttribute('placeholder', 'Kept on this device');
    await bucket.goOn();
    await expect(bucket.name).toHaveCount(0);
    await hub.button('Stop syncing').click();
    await openArea(kitbag, 'Library');
    await hub.button('Undo').click();
    await expect(bucket.name).toHaveValue(store.bucket);
    // They were forgotten with the hub.
    await expect(bucket.secret).not.toHaveAttribute('placeholder');
    await bucket.fill({ ...store, prefix: 'team', secret: SECRET });
    await bucket.goOn();
    await expect(bucket.said('The hub now syncs from there.').first()).toBeVisible();
    await hub.says('Synced');
  });

  test('can be changed while joining waits for it; who goes back goes on waiting', async ({
    store,
    launch,
  }) => {
    const signer = signerOf(generateSecret());
    const described = signHubDocument(
      { hub: 'h_0000000000000001' as HubId, name: 'Team hub' },
      signer,
      nodeCrypto,
    );
    // Its founder's device has not arrived.
    await createBucketStore(bucketOptions(store, store.bucket)).put(
      HUB_KEY,
      documentBytes(described, nodeCrypto),
    );
    const kitbag = await launch();
    await waitUntilReady(kitbag);
    const joining = new BucketPage(kitbag);
    await joining.beginJoining();
    await joining.fill({ ...store, prefix: '', secret: SECRET });
    await joining.goOn();
    await joining.join('Mia Rep');
    const hub = new HubPage(kitbag);
    await hub.button('Change place or keys…').click();
    await expect(joining.name).toHaveValue(store.bucket);
    await hub.button('Back').click();
    await expect(hub.button('Change place or keys…')).toBeVisible();
    await hub.button('Give up').click();
    await expect(hub.button('Use its bucket…')).toBeVisible();
  });

  test('says in a sentence what is wrong with a bucket', async ({ store, launch }) => {
    const kitbag = await launch();
    await waitUntilReady(kitbag);
    const bucket = new BucketPage(kitbag);
    await bucket.beginJoining();
    await bucket.fill({ ...store, bucket: 'no-such-bucket', prefix: '', secret: SECRET });
    await bucket.test();
    await expect(bucket.said(/has no bucket of this name/)).toBeVisible();
    // What was found is of what was typed then.
    await bucket.name.fill(store.bucket);
    await expect(bucket.said(/has no bucket of this name/)).toHaveCount(0);
    await bucket.fill({ ...store, endpoint: 'ftp://example.org', prefix: '', secret: SECRET });
    await bucket.goOn();
    await expect(bucket.said(/no web address of a store/)).toBeVisible();
    await bucket.fill({ ...store, prefix: '', secret: SECRET });
    await bucket.goOn();
    await expect(bucket.said(/There is no hub at this place in the bucket/)).toBeVisible();
    await findsNothing(kitbag, 'a bucket without a hub');
  });

  test('says which region a bucket is in where another one was entered', async ({ store, launch }) => {
    const elsewhere = await startFaultProxy(store);
    // As AWS answers; the server from npm takes any region.
    const headers = { 'x-amz-bucket-region': 'eu-central-1' };
    const answer = { kind: 'answer', status: 400, code: 'AuthorizationHeaderMalformed', headers } as const;
    elsewhere.disturb(answer, () => true, Number.MAX_SAFE_INTEGER);
    const kitbag = await launch();
    await waitUntilReady(kitbag);
    const bucket = new BucketPage(kitbag);
    await bucket.beginJoining();
    await bucket.fill({ ...elsewhere, bucket: store.bucket, prefix: '', secret: SECRET });
    await bucket.test();
    await expect(bucket.said('The bucket is in another region: eu-central-1. Enter that one.')).toBeVisible();
    await bucket.goOn();
    await expect(bucket.alert).toHaveText('The bucket is in another region: eu-central-1. Enter that one.');
    await elsewhere.stop();
  });

  test('tells whoever joins with keys that may only read what to do, and they are heard once they may write', async ({
    place,
    store,
    sharing,
    launch,
  }) => {
    const { kitbag: robin, bucket } = await sharing();
    await bucket.fill({ ...store, prefix: 'team', secret: SECRET });
    await bucket.share('Team hub');
    await new HubPage(robin).says('Synced');
    const reader = await startFaultProxy(store);
    reader.disturb(
      { kind: 'answer', status: 403, code: 'AccessDenied' },
      (method) => method === 'PUT' || method === 'POST',
      Number.MAX_SAFE_INTEGER,
    );
    const mia = await launch({ data: join(place, 'mia') });
    await waitUntilReady(mia);
    const joining = new BucketPage(mia);
    await joining.beginJoining();
    await joining.fill({ ...reader, bucket: store.bucket, prefix: 'team', secret: SECRET });
    await joining.goOn();
    await expect(joining.said(/^Fingerprint of this hub/)).toBeVisible();
    await findsNothing(mia, 'who joins a hub in a bucket');
    await joining.join('Mia Rep');
    const held = joining.said(/These keys can read the hub, but not write/);
    await expect(held).toBeVisible();
    await findsNothing(mia, 'keys that may only read');
    const hub = new HubPage(mia);
    await hub.button('Change place or keys…').click();
    await expect(joining.secret).toHaveAttribute('placeholder', 'Kept on this device');
    await findsNothing(mia, 'the keys of a joining');
    await joining.test();
    await expect(joining.said(/^The keys aren’t allowed to write where this device writes/)).toBeVisible();
    await hub.button('Back').click();
    await expect(held).toBeVisible();
    await hub.button('Read without joining in').click();
    await hub.isIn();
    await expect(new ShellPage(mia.window).banner(/^Nobody in Team hub knows of you yet/)).toBeVisible();
    await hub.openSync();
    await hub.says('Blocked');
    await findsNothing(mia, 'a hub that may only be read');
    reader.calm();
    await hub.says('Waiting to be let in', 60_000);
    await reader.stop();
  });

  test('keeps what was typed where the bucket can’t be used, so that it is put right there', async ({
    store,
    sharing,
  }) => {
    const { kitbag, bucket } = await sharing();
    await bucket.fill({ ...store, bucket: 'no-such-bucket', prefix: 'team', secret: SECRET });
    await bucket.goOn();
    await expect(bucket.said(/has no bucket of this name/)).toBeVisible();
    await expect(bucket.secret).toHaveValue(SECRET);
    await bucket.name.fill(store.bucket);
    await bucket.goOn();
    const name = new HubPage(kitbag).field('Name of the hub');
    await expect(name).toBeFocused();
    await expect(bucket.said(/whose keys can read the bucket can read everything/)).toBeVisible();
  });

  test('shows forms, invitation and policy that axe finds nothing in', async ({ store, sharing }) => {
    const { kitbag, bucket } = await sharing();
    await bucket.fill({ ...store, prefix: 'team', secret: SECRET });
    await bucket.test();
    await expect(bucket.said(/^It works\. A request takes/)).toBeVisible();
    await findsNothing(kitbag, 'the form');
    await bucket.share('Team hub', () => findsNothing(kitbag, 'the invitation'));
    const hub = new HubPage(kitbag);
    await hub.says('Synced');
    await hub.button('Bucket policy…').click();
    await expect(bucket.said(/"s3:PutObject"/)).toBeVisible();
    await findsNothing(kitbag, 'the policy');
    await bucket.policyOfNewDevice('devices/nobody');
    await expect(bucket.said(/isn’t a device name/)).toBeVisible();
    await bucket.policyOfNewDevice('F'.repeat(32));
    await expect(bucket.said(new RegExp(`/team/devices/${'f'.repeat(32)}/`))).toBeVisible();
    await findsNothing(kitbag, 'the policy of a new device');
    await hub.button('Done').click();
    await findsNothing(kitbag, 'Sync');
  });
});
