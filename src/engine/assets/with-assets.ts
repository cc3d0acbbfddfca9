import type { WithPeople } from '../people/with-people.ts';
import type { PageTexts } from './page-texts.ts';
import type { Summaries } from './summaries.ts';

/** What assets ask of the files that are kept on this device. */
export type FilesAtHand = {
  /** Whether there is a hub that has what is missing here. */
  readonly linked: boolean;
  readonly isHere: (sha256: string) => boolean;
  /** Why a file is not here. */
  missing(sha256: string): Error;
};

/** An open replica with its assets, as lists show them and as they are read. */
export type WithAssets = WithPeople & {
  readonly summaries: Summaries;
  readonly texts: PageTexts;
  readonly offline: FilesAtHand;
};
