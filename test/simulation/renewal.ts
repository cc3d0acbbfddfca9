import { planRenewal } from '../../src/engine/hub/renew-identity.ts';
import type { OpenReplica } from '../../src/engine/open-replica.ts';
import type { Renewal } from '../../src/engine/ports/replica-home.ts';
import { STREAMS } from '../../src/shared/vocabulary/device.ts';
import { HLC_ZERO, parseHlc } from '../../src/sync/clock/hlc.ts';
import type { ObjectStore } from '../../src/sync/hub/object-store.ts';
import { makeCard } from '../../src/sync/identity/device-card.ts';
import { createAuthor } from '../../src/sync/journal/author.ts';
import type { StreamEvent } from '../../src/sync/journal/journal-event.ts';
import { surveyJournal } from '../../src/sync/journal/open-journal.ts';
import { makeSeal, sealName } from '../../src/sync/journal/seal.ts';
import type { MemoryJournalFiles } from '../support/sync/memory-journal-files.ts';
import type { SimCatalog } from './sim-catalog.ts';
import { type SimKey, simCrypto } from './sim-crypto.ts';

/** What the engine plans for a device whose chain has forked; `undefined` while it can't. */
export function planOf(catalog: SimCatalog, store: ObjectStore): Promise<Renewal | undefined> {
  // The part of an open hub that a renewal looks at.
  const hub = { catalog: catalog.live, link: { store }, ports: { crypto: simCrypto, deviceName: 'renewed' } };
  return planRenewal(hub as unknown as OpenReplica);
}

/** Writes the beginning of a new identity's journal and ends the old one, as the replica's folder does it. Answers what was written anew. */
export async function renew(
  files: MemoryJournalFiles,
  renewal: Renewal,
  old: SimKey,
  fresh: SimKey,
  now: () => number,
): Promise<readonly StreamEvent[]> {
  const { device, signer } = fresh;
  await files.writeDocument(device, 'card', makeCard(renewal.deviceName, signer, simCrypto));
  const author = createAuthor({ device, files, crypto: simCrypto, signer, clock: { now } });
  author.observe(parseHlc(renewal.after) ?? HLC_ZERO);
  const { publicKey } = signer;
  const events = renewal.events({ device, publicKey, sign: (text) => old.signer.sign(text) });
  const written: StreamEvent[] = [];
  for (const stream of STREAMS) {
    const ofStream = events.filter((event) => event.stream === stream);
    written.push(...(await author.commit(renewal.member, ofStream)));
  }
  await author.seal();
  for (const stream of STREAMS) {
    const kept = await surveyJournal(files, old.device, stream, simCrypto, renewal.keep[stream]);
    if (kept.problem === undefined) continue;
    await files.cut(old.device, stream, kept.soundBytes, false);
    await files.writeDocument(
      old.device,
      sealName(stream),
      makeSeal(old.device, stream, kept.head, old.signer),
    );
  }
  return written;
}
