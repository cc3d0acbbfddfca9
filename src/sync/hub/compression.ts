/** The runtime's gzip (RFC 1952). */
export interface Compression {
  gzip(bytes: Uint8Array): Promise<Uint8Array>;
  /** What was packed; `undefined` for bytes that are no whole gzip, or that unpack to more than so many. */
  gunzip(bytes: Uint8Array, atMost: number): Promise<Uint8Array | undefined>;
}
