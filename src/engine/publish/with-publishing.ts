import type { WithAssets } from '../assets/with-assets.ts';
import type { KnownFiles } from './known-files.ts';
import type { SecondReading } from './second-reading.ts';
import type { Staging } from './staging.ts';

/** An open replica with its publish table. */
export type WithPublishing = WithAssets & {
  readonly knownFiles: KnownFiles;
  readonly staging: Staging;
  readonly secondReading: SecondReading;
};
