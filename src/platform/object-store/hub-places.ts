import { homedir } from 'node:os';
import type { HubPlace, HubPlaces } from '../../engine/ports/hub-places.ts';
import type { PlaceTest } from '../../engine/ports/place-test.ts';
import type { FolderLocation } from '../../shared/hub-location.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { type ObjectStore, StoreError } from '../../sync/hub/object-store.ts';
import { NO_BUCKETS, namedBucket, withEnvironment } from './bucket-form.ts';
import { type BucketPorts, bucketPlace } from './bucket-place.ts';
import { bucketPolicy } from './bucket-policy.ts';
import { isFolderClutter } from './folder-clutter.ts';
import { invitations } from './invitations.ts';
import { readLocation } from './location.ts';
import { smbAddress } from './network-folder.ts';
import { createHubFolder, isFolderGone, openFolder } from './open-folder.ts';

/** The places where a hub can be, for this machine. `dataFolder`: the replica's own, which is none. Without `buckets`, folders only. */
export function hubPlaces(dataFolder: string, logger: Logger, buckets?: BucketPorts): HubPlaces {
  const { secrets, env } = buckets ?? NO_BUCKETS;
  return {
    read: (text) => {
      const read = readLocation(text, { cwd: process.cwd(), home: homedir(), platform: process.platform });
      if (!read.ok) return err(read.error.says);
      return ok(withEnvironment(read.value, secrets, env));
    },
    named: (bucket, keys) => namedBucket(bucket, keys, secrets),
    invitations: invitations(secrets, env),
    policy: bucketPolicy,
    open: async (location) => {
      if (location.kind === 'folder') return folderPlace(location, dataFolder, logger);
      if (buckets === undefined) return err(says('bucket.not-here'));
      return ok(bucketPlace(location, buckets, logger));
    },
  };
}

async function folderPlace(
  location: FolderLocation,
  dataFolder: string,
  logger: Logger,
): Promise<Result<HubPlace, Says>> {
  const { folder } = location;
  const opened = await openFolder(folder, dataFolder);
  if (!opened.ok) return err(opened.error.says);
  const { store, watch } = opened.value;
  return ok({
    location,
    store,
    smb: smbAddress(folder),
    isClutter: isFolderClutter,
    explain: () => undefined,
    test: () => testFolder(store),
    make: async () => {
      const made = await createHubFolder(folder);
      return made.ok ? ok(undefined) : err(made.error.says);
    },
    isGone: () => isFolderGone(folder),
    watch: (onHint) => watch(onHint, logger),
  });
}

/** Whether a folder can be reached and read. Nothing is written there to find out: a folder program would send it to everybody. */
async function testFolder(store: ObjectStore): Promise<PlaceTest> {
  const started = performance.now();
  try {
    await store.list('');
    return { ok: true, latencyMs: Math.round(performance.now() - started), notes: [] };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { failure } = error;
    const why = failure === 'too-large' ? 'unreachable' : failure;
    return { ok: false, code: failure, says: says(`folder.${why}`) };
  }
}
