/** Random bytes, injected so that tests can repeat a run. */
export interface Random {
  /** `count` bytes; from a cryptographic source outside tests. */
  bytes(count: number): Uint8Array;
}
