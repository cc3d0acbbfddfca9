import { z } from 'zod';
import { fingerprintOf } from '../../shared/fingerprint.ts';
import { deviceIdSchema, hubIdSchema } from '../../shared/vocabulary/id-schemas.ts';
import type { DeviceId, HubId } from '../../shared/vocabulary/ids.ts';
import type { Crypto, Signer } from './crypto.ts';
import { deviceIdOf } from './device-card.ts';
import { isSignedBy, parseDocument, signDocument } from './signed-document.ts';

/** The format of a hub that this version writes and reads. */
const HUB_FORMAT = 1;

/** What hub a place holds: written once, by its founder. The founder's key is the root of all trust in it. */
export type HubDocument = {
  readonly v: typeof HUB_FORMAT;
  readonly hub: HubId;
  /** As it was called when its founder made or shared it; the catalog knows the name of today. */
  readonly name: string;
  readonly founder: DeviceId;
  readonly publicKey: string;
  readonly sig: string;
};

const DOMAIN = 'kitbag hub 1\n';
const schema = z.looseObject({
  v: z.literal(HUB_FORMAT),
  hub: hubIdSchema,
  name: z.string().min(1).max(300),
  founder: deviceIdSchema,
  publicKey: z.string().max(100),
  sig: z.string().max(200),
});

/** Describes a hub, signed by its founder. */
export function signHubDocument(
  hub: { readonly hub: HubId; readonly name: string },
  signer: Signer,
  crypto: Crypto,
): HubDocument {
  const { publicKey } = signer;
  const body = { v: HUB_FORMAT, ...hub, founder: deviceIdOf(publicKey, crypto), publicKey } as const;
  return signDocument(DOMAIN, body, signer);
}

/** What people compare to know that a hub is their team's: it follows from the hub's id and its founder's key. */
export function hubFingerprint(
  { hub, founder }: { readonly hub: string; readonly founder: string },
  crypto: Pick<Crypto, 'sha256'>,
): string {
  return fingerprintOf(crypto.sha256(`kitbag fingerprint 1\n${hub}\n${founder}`));
}

/** What `hub.json` turned out to be. */
export type HubReading =
  | { readonly outcome: 'hub'; readonly hub: HubDocument }
  /** Half a file, or none of ours. */
  | { readonly outcome: 'unreadable' }
  /** Of a newer Kitbag, signed by this founder. */
  | { readonly outcome: 'newer-format'; readonly founder: DeviceId }
  | { readonly outcome: 'forged' };

/** Reads `hub.json` and checks its signature and that its key is its founder's. */
export function readHubDocument(bytes: Uint8Array, crypto: Crypto): HubReading {
  const document = parseDocument(bytes, crypto);
  if (document === undefined) return { outcome: 'unreadable' };
  if (typeof document.v === 'number' && document.v > HUB_FORMAT) return readNewer(document, crypto);
  const parsed = schema.safeParse(document);
  if (!parsed.success) return { outcome: 'unreadable' };
  const { publicKey, founder } = parsed.data;
  if (deviceIdOf(publicKey, crypto) !== founder || !isSignedBy(DOMAIN, document, publicKey, crypto)) {
    return { outcome: 'forged' };
  }
  return { outcome: 'hub', hub: parsed.data };
}

/** A newer format, too, is only what a founder has signed: anybody can write a larger number. */
function readNewer(document: Readonly<Record<string, unknown>>, crypto: Crypto): HubReading {
  const { publicKey } = document;
  if (typeof publicKey !== 'string' || !isSignedBy(DOMAIN, document, publicKey, crypto))
    return { outcome: 'forged' };
  return { outcome: 'newer-format', founder: deviceIdOf(publicKey, crypto) };
}
