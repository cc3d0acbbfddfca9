/** An Electron that can be started with the application's folder as its first argument. */
export type Runtime = {
  readonly executable: string;
  readonly version: string;
  readonly source: 'override' | 'electron package' | 'fallback';
  /** One sentence for people: which runtime, and why this one. */
  readonly line: string;
};
