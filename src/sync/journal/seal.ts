import { sealText } from '../../shared/seal-text.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Crypto, Signer } from '../identity/crypto.ts';

/**
 * A device's signature over a stream of its journal up to an event. Because the events are chained, it covers all of them at the cost
 * of one check; it also tells a journal that lost its end (a restored backup) from one that never had it.
 */
export type Seal = {
  readonly v: 1;
  readonly device: DeviceId;
  readonly stream: Stream;
  readonly seq: number;
  readonly digest: string;
  readonly sig: string;
};

/** Name of the document that holds a stream's seal. */
export function sealName(stream: Stream): string {
  return `${stream}.seal`;
}

/** Signs a stream up to an event. */
export function makeSeal(
  device: DeviceId,
  stream: Stream,
  head: { seq: number; digest: string },
  signer: Signer,
): Seal {
  const { seq, digest } = head;
  return { v: 1, device, stream, seq, digest, sig: signer.sign(sealText(device, stream, head)) };
}

/** What a stored seal turned out to be. */
export type SealCheck =
  | { readonly outcome: 'signed'; readonly seq: number; readonly digest: string }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'forged' };

/** Checks the signature of a seal against the device's public key; whether the journal agrees is for the caller. */
export function checkSeal(
  value: unknown,
  device: DeviceId,
  stream: Stream,
  publicKey: string,
  crypto: Crypto,
): SealCheck {
  if (value === undefined) return { outcome: 'absent' };
  if (typeof value !== 'object' || value === null) return { outcome: 'forged' };
  const { v, seq, digest, sig, device: who, stream: where } = value as Record<string, unknown>;
  if (v !== 1 || who !== device || where !== stream || typeof seq !== 'number') return { outcome: 'forged' };
  if (typeof digest !== 'string' || typeof sig !== 'string') return { outcome: 'forged' };
  const genuine = crypto.verify(publicKey, sealText(device, stream, { seq, digest }), sig);
  return genuine ? { outcome: 'signed', seq, digest } : { outcome: 'forged' };
}
