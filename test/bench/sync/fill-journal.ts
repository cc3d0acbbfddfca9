import type { EventDraft } from '../../../src/domain/registry.ts';
import { toCommit } from '../../../src/engine/live/to-commit.ts';
import { openReplicaFolder } from '../../../src/platform/replica-folder.ts';
import { systemClock } from '../../../src/platform/system/system-ports.ts';
import type { MemberId } from '../../../src/shared/vocabulary/ids.ts';
import { randomFrom } from '../corpus.ts';
import { startHub } from '../replica.ts';
import { assetDrafts, ratingOf } from './made-hub.ts';
import { openDevice } from './open-device.ts';

const BATCH = 1000;

/** Makes a replica whose own journal has this many events: assets without texts, and ratings of them. */
export async function fillJournal(data: string, assets: number, events: number): Promise<void> {
  const first = await openDevice(data);
  await startHub(first, false);
  await first.close();
  const silent = (): void => undefined;
  const logger = { debug: silent, info: silent, warn: silent, error: silent };
  const options = { what: 'a measurement', clock: systemClock, logger, create: false };
  const opened = await openReplicaFolder(data, options);
  if (!opened.ok) throw new Error(`The replica can't be opened: ${opened.error.code}`);
  const replica = await opened.value.open();
  const random = randomFrom(3);
  const member = await memberOf(replica);
  const library = await assetDrafts(assets, systemClock.now());
  const { seq } = replica.journals.head(replica.device, 'catalog');
  const left = events - seq - library.drafts.length;
  const ratings = Array.from({ length: left }, () => ratingOf(library.assets, random, systemClock.now()));
  const drafts: readonly EventDraft[] = library.drafts.concat(ratings);
  for (let done = 0; done < drafts.length; done += BATCH)
    await replica.commit(member, toCommit(drafts.slice(done, done + BATCH)));
  await replica.close();
  opened.value.release();
  // As a person leaves it: with the snapshot of all of this, and the index.
  const last = await openDevice(data);
  await last.engine.indexed();
  await last.close();
}

async function memberOf(replica: {
  read(): AsyncIterable<{ readonly event: { readonly member: MemberId } }>;
}): Promise<MemberId> {
  for await (const { event } of replica.read()) return event.member;
  throw new Error('Nobody has said who they are in this replica.');
}
