import type { WithSuggestions } from '../suggestions/with-suggestions.ts';
import type { KnownFiles } from './known-files.ts';
import type { SecondReading } from './second-reading.ts';
import type { Staging } from './staging.ts';

/** An open replica with its publish table. */
export type WithPublishing = WithSuggestions & {
  readonly knownFiles: KnownFiles;
  readonly staging: Staging;
  /** A table of one import's own, which is not kept. To be closed. */
  readonly passingTable: () => Staging;
  readonly secondReading: SecondReading;
};
