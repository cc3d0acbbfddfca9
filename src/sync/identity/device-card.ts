import { canonicalJson } from '../../shared/canonical-json.ts';
import { type DeviceId, isDeviceId, toDeviceId } from '../../shared/vocabulary/ids.ts';
import type { Crypto, Signer } from './crypto.ts';
import { signDocument } from './signed-document.ts';

/** A device's public key and name, signed by itself. The id is the head of the key's SHA-256, so a card can't claim another's id. */
export type DeviceCard = {
  readonly v: 1;
  readonly device: DeviceId;
  readonly publicKey: string;
  readonly name: string;
  readonly sig: string;
};

const CARD_DOMAIN = 'kitbag card 1\n';

/** The id that belongs to a public key. */
export function deviceIdOf(publicKey: string, crypto: Crypto): DeviceId {
  return toDeviceId(crypto.sha256OfBase64Url(publicKey).slice(0, 32));
}

/** Makes a device's card. */
export function makeCard(name: string, signer: Signer, crypto: Crypto): DeviceCard {
  const unsigned = {
    v: 1 as const,
    device: deviceIdOf(signer.publicKey, crypto),
    publicKey: signer.publicKey,
    name,
  };
  return signDocument(CARD_DOMAIN, unsigned, signer);
}

/** Reads a card; undefined when anything about it is not as it should be. */
export function readCard(value: unknown, crypto: Crypto): DeviceCard | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { v, device, publicKey, name, sig } = value as Record<string, unknown>;
  if (v !== 1 || typeof device !== 'string' || typeof publicKey !== 'string') return undefined;
  if (typeof name !== 'string' || typeof sig !== 'string' || !isDeviceId(device)) return undefined;
  if (deviceIdOf(publicKey, crypto) !== device) return undefined;
  const unsigned = { v: 1 as const, device, publicKey, name };
  return crypto.verify(publicKey, CARD_DOMAIN + canonicalJson(unsigned), sig)
    ? { ...unsigned, sig }
    : undefined;
}
