import { parseBoundedObject } from '../../shared/bounded-json.ts';
import { canonicalJson } from '../../shared/canonical-json.ts';
import type { Crypto, Signer } from './crypto.ts';

/**
 * A document signed by a device: `sig` is the Ed25519 signature, base64url, over the domain's line and the canonical JSON of everything else,
 * fields that this version does not know included. The domain keeps a signature of one kind from being shown as one of another.
 */
export function signDocument<Body extends object>(
  domain: string,
  body: Body,
  signer: Signer,
): Body & { readonly sig: string } {
  return { ...body, sig: signer.sign(domain + canonicalJson(body)) };
}

/** Whether a document carries the signature of a key. */
export function isSignedBy(
  domain: string,
  document: Readonly<Record<string, unknown>>,
  publicKey: string,
  crypto: Crypto,
): boolean {
  const { sig, ...body } = document;
  return typeof sig === 'string' && crypto.verify(publicKey, domain + canonicalJson(body), sig);
}

/** A document's JSON object; `undefined` for bytes that are none (yet), or none that a device of ours writes. */
export function parseDocument(
  bytes: Uint8Array,
  crypto: Crypto,
): Readonly<Record<string, unknown>> | undefined {
  const text = crypto.text(bytes);
  return text === undefined ? undefined : parseBoundedObject(text);
}

/** The bytes of a document: canonical JSON and a line break. */
export function documentBytes(document: object, crypto: Crypto): Uint8Array {
  return crypto.utf8(`${canonicalJson(document)}\n`);
}
