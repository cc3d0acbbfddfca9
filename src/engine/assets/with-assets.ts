import type { Refusal } from '../base/refusal.ts';
import type { WithPeople } from '../people/with-people.ts';
import type { PageTexts } from './page-texts.ts';
import type { Summaries } from './summaries.ts';

/** What assets ask of the files that are kept on this device. */
export type FilesAtHand = {
  /** Whether there is a hub that has what is missing here. */
  readonly linked: boolean;
  readonly isHere: (sha256: string) => boolean;
  /** Why a file is not here. */
  missing(sha256: string): Refusal;
};

/** A replica with its assets while it is being opened: nothing is said yet of where their files come from. */
export type OpenAssets = WithPeople & { readonly summaries: Summaries; readonly texts: PageTexts };

/** An open replica with its assets, as lists show them and as they are read. */
export type WithAssets = OpenAssets & { readonly offline: FilesAtHand };
