import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeCrypto, signerOf } from '../../../src/platform/keys/node-crypto.ts';
import { nodeGzip } from '../../../src/platform/system/gzip.ts';
import { inParallel } from '../../../src/shared/in-parallel.ts';
import type { DeviceId } from '../../../src/shared/vocabulary/ids.ts';
import { type HubHead, parseHead } from '../../../src/sync/hub/hub-head.ts';
import { headKey, PULSE_KEY } from '../../../src/sync/hub/hub-layout.ts';
import { planBundle, writeBundle } from '../../../src/sync/hub/make-bundle.ts';
import { noteKey } from '../../../src/sync/hub/news.ts';
import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { deviceIdOf } from '../../../src/sync/identity/device-card.ts';

/**
 * Puts a hub that was made in a folder into a store whose calls cost, as its devices would have written it there: with a bundle that holds the
 * heads, and one note a device. `secret` is the founder's.
 */
export async function fillBucket(folder: string, secret: string, store: ObjectStore): Promise<number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const heads = new Map<DeviceId, Uint8Array>();
  await inParallel(files, 24, async (file) => {
    const path = join(file.parentPath, file.name);
    const bytes = new Uint8Array(readFileSync(path));
    const key = relative(folder, path).replaceAll('\\', '/');
    await store.put(key, bytes);
    if (file.name === 'head.json') heads.set(key.split('/')[1] as DeviceId, bytes);
  });
  await tellAll(store, heads, secret);
  return files.length;
}

async function tellAll(
  store: ObjectStore,
  bytes: ReadonlyMap<DeviceId, Uint8Array>,
  secret: string,
): Promise<void> {
  const signer = signerOf(secret);
  const device = deviceIdOf(signer.publicKey, nodeCrypto);
  const heads = new Map<DeviceId, HubHead>();
  for (const [name, head] of bytes) {
    const read = parseHead(head, nodeCrypto);
    if (read !== undefined) heads.set(name, read);
  }
  const own = heads.get(device);
  const planned = planBundle(heads);
  if (own === undefined || planned === undefined) throw new Error('There is nothing to bundle.');
  const bundling = { compression: nodeGzip, mayWrite: () => true };
  const clock = { now: () => Date.now() };
  const journals = { device, signer };
  const plan = { ...planned, heads: bytes };
  const head = await writeBundle({ store, journals, crypto: nodeCrypto, clock, bundling }, plan, own);
  if (head !== undefined) heads.set(device, head);
  const now = store.metered?.now() ?? Date.now();
  await inParallel(heads.values(), 24, (one) => store.put(noteKey(one, now), new Uint8Array()));
  await store.put(PULSE_KEY, nodeCrypto.utf8(headKey(device)));
}
