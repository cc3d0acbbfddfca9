/** What of the outside the fold needs. */
export type Outside = {
  /** Milliseconds since 1970 of an event's clock. */
  readonly timeOf: (hlc: string) => number;
  /** The device that founded the hub, where it is known for sure (from `hub.json`); otherwise the earliest founding counts. */
  readonly founder?: string;
  /** The id that belongs to a public key. */
  readonly deviceIdOf: (publicKey: string) => string;
  /** Whether a signature (base64url) is the Ed25519 signature of a text by a public key. Never throws. */
  readonly verify: (publicKey: string, text: string, signature: string) => boolean;
  /** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
  readonly sha256: (text: string) => string;
};
