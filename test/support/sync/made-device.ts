import { generateSecret, nodeCrypto, signerOf } from '../../../src/platform/keys/node-crypto.ts';
import { canonicalJson } from '../../../src/shared/canonical-json.ts';
import { type BundleRef, type HubHead, headBytes, signHead } from '../../../src/sync/hub/hub-head.ts';
import { cardKey, headKey, segmentKey } from '../../../src/sync/hub/hub-layout.ts';
import type { ObjectStore } from '../../../src/sync/hub/object-store.ts';
import { writeSegment } from '../../../src/sync/hub/segment.ts';
import { type DeviceCard, makeCard } from '../../../src/sync/identity/device-card.ts';
import { documentBytes } from '../../../src/sync/identity/signed-document.ts';
import { emptyChain } from '../../../src/sync/journal/journal-chain.ts';
import type { JsonObject } from '../../../src/sync/journal/journal-event.ts';
import type { JournalFiles } from '../../../src/sync/journal/journal-files.ts';
import { makeSeal, type Seal } from '../../../src/sync/journal/seal.ts';

/** A device whose objects are made by hand and soundly signed, also where no Kitbag would write them. */
export type MadeDevice = {
  readonly card: DeviceCard;
  readonly lines: readonly string[];
  readonly seal: Seal;
  readonly head: HubHead;
  readonly segment: Uint8Array;
};

/** What a head says beside the truth. */
export type Claims = {
  /** How large the segment is, in bytes. */
  readonly size?: number;
  readonly bundle?: BundleRef;
};

/** Makes a device with one event for each of these bodies, of the catalog stream, in one segment; `claims`: what its head says of it. */
export function madeDevice(bodies: readonly JsonObject[], name = 'made', claims: Claims = {}): MadeDevice {
  const signer = signerOf(generateSecret());
  const card = makeCard(name, signer, nodeCrypto);
  const { device } = card;
  let { digest } = emptyChain(device, 'catalog', nodeCrypto);
  const lines = bodies.map((body, index) => {
    const place = { v: 1, device, seq: index + 1, prev: digest, hlc: hlcOf(index) };
    const line = canonicalJson({ ...place, member: 'm_0000000000000001', kind: 'noted', body });
    digest = nodeCrypto.sha256(line);
    return line;
  });
  const seq = lines.length;
  const seal = makeSeal(device, 'catalog', { seq, digest }, signer);
  const segment = writeSegment(seal, lines, nodeCrypto);
  const streams = {
    catalog: { seq, digest, segments: [{ from: 1, to: seq, digest, size: claims.size ?? segment.length }] },
    activity: { seq: 0, digest: emptyChain(device, 'activity', nodeCrypto).digest, segments: [] },
  };
  const { bundle } = claims;
  const said = { device, serial: 1, at: 1000, streams, retired: [], ...(bundle && { bundle }) };
  const head = signHead(said, signer);
  return { card, lines, seal, head, segment };
}

/** Puts a made device into a hub. */
export async function putMade(store: ObjectStore, made: MadeDevice): Promise<void> {
  const { device } = made.card;
  const [ref] = made.head.streams.catalog.segments;
  if (ref === undefined) throw new TypeError('A made device has events.');
  await store.put(cardKey(device), documentBytes(made.card, nodeCrypto));
  await store.put(segmentKey(device, 'catalog', ref), made.segment);
  await store.put(headKey(device), headBytes(made.head, nodeCrypto));
}

/** Puts a made device into a replica, as if it had been received. */
export async function receiveMade(files: JournalFiles, { card, lines, seal }: MadeDevice): Promise<void> {
  await files.writeDocument(card.device, 'card', card);
  await files.append(card.device, 'catalog', lines);
  await files.writeDocument(card.device, 'catalog.seal', seal);
  await files.release(card.device);
}

function hlcOf(index: number): string {
  return `${(1_700_000_000_000 + index).toString(16).padStart(12, '0')}-0000`;
}
