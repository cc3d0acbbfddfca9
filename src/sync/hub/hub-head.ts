import { z } from 'zod';
import type { Stream } from '../../shared/vocabulary/device.ts';
import { deviceIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import { type DeviceId, SHA256_PATTERN } from '../../shared/vocabulary/ids.ts';
import type { Crypto, Signer } from '../identity/crypto.ts';
import { documentBytes, isSignedBy, parseDocument, signDocument } from '../identity/signed-document.ts';

/** A segment as a head names it. `digest` is the chain's at its last event, `size` in bytes. */
export type SegmentRef = {
  readonly from: number;
  readonly to: number;
  readonly digest: string;
  readonly size: number;
};

/** How far a stream reaches and which segments hold it, in order and without gaps. */
export type StreamHead = {
  readonly seq: number;
  readonly digest: string;
  readonly segments: readonly SegmentRef[];
};

/**
 * What many devices had written when this one packed it into one object, for first contacts: how many bytes, objects and events of the catalog
 * stream. `digest` is its name (`bundleDigest`).
 */
export type BundleRef = {
  readonly digest: string;
  readonly size: number;
  readonly objects: number;
  readonly events: number;
};

/**
 * What a device has written to a hub: a signed list, so that readers need no listing of a folder that may be half there. `serial` grows with
 * every writing; `retired` names segments that larger ones have replaced and from when on (milliseconds by the device's clock): they stay for
 * a while, for readers that hold an older head.
 */
export type HubHead = {
  readonly v: 1;
  readonly device: DeviceId;
  readonly serial: number;
  readonly at: number;
  readonly streams: Readonly<Record<Stream, StreamHead>>;
  readonly retired: readonly { readonly key: string; readonly since: number }[];
  readonly bundle?: BundleRef;
  readonly sig: string;
};

const DOMAIN = 'kitbag head 1\n';
const count = z.number().int().nonnegative().max(999_999_999);
const digest = z.string().regex(SHA256_PATTERN);
const stream = z.object({
  seq: count,
  digest,
  segments: z.array(z.object({ from: count, to: count, digest, size: count })).max(100_000),
});
const schema = z.looseObject({
  v: z.literal(1),
  device: deviceIdSchema,
  serial: z.number().int().positive(),
  at: z.number(),
  streams: z.object({ catalog: stream, activity: stream }),
  retired: z.array(z.object({ key: z.string(), since: z.number() })),
  bundle: z.object({ digest, size: count, objects: count, events: count }).optional().catch(undefined),
  sig: z.string().max(200),
});

/** Signs a head. */
export function signHead(head: Omit<HubHead, 'v' | 'sig'>, signer: Signer): HubHead {
  return signDocument(DOMAIN, { v: 1 as const, ...head }, signer);
}

/** A head's bytes. */
export function headBytes(head: HubHead, crypto: Crypto): Uint8Array {
  return documentBytes(head, crypto);
}

/** What a head's bytes turned out to be. */
type HeadReading =
  | { readonly outcome: 'head'; readonly head: HubHead }
  | { readonly outcome: 'not-arrived' }
  | { readonly outcome: 'newer-format' }
  | { readonly outcome: 'forged' };

/** Reads a head: of this device, signed by its key, with segments that join without gaps. */
export function readHead(
  bytes: Uint8Array,
  of: { readonly device: DeviceId; readonly publicKey: string },
  crypto: Crypto,
): HeadReading {
  const document = parseDocument(bytes, crypto);
  if (document === undefined) return { outcome: 'not-arrived' };
  // Before anything is believed of it: a newer format, too, is only what the device itself has signed.
  if (document.device !== of.device || !isSignedBy(DOMAIN, document, of.publicKey, crypto))
    return { outcome: 'forged' };
  if (typeof document.v === 'number' && document.v > 1) return { outcome: 'newer-format' };
  const parsed = schema.safeParse(document);
  if (!parsed.success) return { outcome: 'forged' };
  const head = parsed.data as unknown as HubHead;
  return Object.values(head.streams).every(joins) ? { outcome: 'head', head } : { outcome: 'forged' };
}

/** A head whose signature was checked when it was read before. */
export function parseHead(bytes: Uint8Array, crypto: Crypto): HubHead | undefined {
  const parsed = schema.safeParse(parseDocument(bytes, crypto));
  return parsed.success ? (parsed.data as unknown as HubHead) : undefined;
}

function joins({ seq, digest: last, segments }: StreamHead): boolean {
  let reached = 0;
  for (const { from, to } of segments) {
    if (from !== reached + 1 || to < from) return false;
    reached = to;
  }
  return reached === seq && (segments.length === 0 || segments.at(-1)?.digest === last);
}
