import { type HubHead, readHead } from './hub-head.ts';
import { headKey } from './hub-layout.ts';
import { STREAMS } from './journal-event.ts';
import type { Journals } from './journals.ts';
import type { Crypto } from './ports/crypto.ts';
import type { ObjectStore } from './ports/object-store.ts';

/** What the hub knows of this device. */
export type OwnHead =
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'head'; readonly head: HubHead }
  /** Half of it: nothing may be written over it before it could be compared. */
  | { readonly outcome: 'not-arrived' }
  | { readonly outcome: 'newer-format' }
  | { readonly outcome: 'forged' }
  /** This device has signed events that are not here: a backup was put back, or two computers run from one copied folder. */
  | { readonly outcome: 'forked' };

/** Reads this device's head in the hub and compares it with the journal. */
export async function readOwnHead(store: ObjectStore, journals: Journals, crypto: Crypto): Promise<OwnHead> {
  const { device, signer } = journals;
  const bytes = await store.get(headKey(device));
  if (bytes === undefined) return { outcome: 'absent' };
  const reading = readHead(bytes, { device, publicKey: signer.publicKey }, crypto);
  if (reading.outcome !== 'head') return reading;
  for (const stream of STREAMS) {
    const { seq, digest } = reading.head.streams[stream];
    if ((await journals.digestAt(device, stream, seq)) !== digest) return { outcome: 'forked' };
  }
  return reading;
}
