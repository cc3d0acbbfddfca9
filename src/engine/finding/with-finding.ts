import type { WithSearch } from '../search/with-search.ts';
import type { Finding } from './finding.ts';

/** An open replica with what this device keeps for the one who searches. */
export type WithFinding = WithSearch & {
  readonly finding: Finding;
  /** What is kept at hand is kept on this device. */
  readonly offline: { wantedChanged(): void };
};
