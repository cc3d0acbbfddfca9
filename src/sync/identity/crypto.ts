/** Digests and signatures of the runtime. */
export interface Crypto {
  /** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
  sha256(text: string): string;
  /** The same of bytes. */
  sha256OfBytes(bytes: Uint8Array): string;
  /** Lower-case hexadecimal SHA-256 of raw bytes in base64url. */
  sha256OfBase64Url(bytes: string): string;
  /** A text's UTF-8 bytes. */
  utf8(text: string): Uint8Array;
  /** The text of UTF-8 bytes; `undefined` when they are none. */
  text(bytes: Uint8Array): string | undefined;
  /** Whether `signature` (base64url) is the Ed25519 signature of the text's UTF-8 bytes by `publicKey` (raw, base64url). Never throws on bad input. */
  verify(publicKey: string, text: string, signature: string): boolean;
}

/** The private half of a device's identity: signs, and never shows the key. */
export interface Signer {
  /** Raw 32 bytes, base64url. */
  readonly publicKey: string;
  /** Ed25519 signature of the text's UTF-8 bytes, base64url. */
  sign(text: string): string;
}
