import type { StorageFailure } from '../errors.ts';
import type { ToldFacet } from '../vocabulary/taxonomy.ts';
import type { NoValues } from './says.ts';

/** What any area may have to tell: of the disk, of files, of the journal, of what is not there and of what was asked for. */

type Plain<Code extends string> = { readonly [One in Code]: NoValues };
type Entry = { readonly seq: number };

type DiskSays = Plain<
  | `disk.${StorageFailure}`
  /** The search index can't be made, so that the replica stays closed; or it could not be read or written later. */
  | 'disk.index'
  | 'disk.index-refused'
>;

/** Why a file can't be an asset; what is wrong with the file of one. */
type FileSays = Plain<
  | 'file.empty'
  | 'file.damaged'
  | 'file.bomb'
  | 'file.not-found'
  | 'file.not-readable'
  | 'file.not-collateral'
  | 'file.private-key'
  | 'file.passwords'
  | 'file.cancelled'
  /** For a reason that only other versions know. */
  | 'file.unreadable'
  | 'file.gone'
  | 'file.changed'
  | 'file.changed-in-hub'
  /** The text that was kept of it is none. */
  | 'file.text-unreadable'
>;

/** What was found wrong with a journal. `seq`: the first entry concerned. */
type JournalSays = Plain<
  | 'journal.torn-tail'
  | 'journal.bad-seal'
  | 'journal.unsealed'
  | 'journal.quarantined'
  | 'journal.shortened'
  | 'journal.bad-card'
  /** The replica is marked as begun, but no journal says whose device this is. */
  | 'journal.gone'
  /** Larger than one entry may be. */
  | 'journal.too-large'
> & {
  readonly 'journal.broken-chain': Entry;
  readonly 'journal.unreadable-line': Entry;
  readonly 'journal.long-line': Entry;
};

/** What can be asked for and not be there (any more). */
export type Missing =
  | 'asset'
  | 'call'
  | 'dimension'
  | 'entry'
  | 'golden-query'
  | 'kit'
  | 'kit-item'
  | 'kit-proposal'
  | 'member'
  | 'proposal'
  | 'request'
  | 'row'
  | 'rule'
  | 'saved-search'
  | 'version'
  | 'view'
  | 'watch'
  | ToldFacet;

type MissingSays = Plain<`missing.${Missing}`>;

/** What does not fit of what was asked for, by the field's name. */
type InputSays = {
  readonly 'input.too-long': { readonly field: string; readonly most: number };
  readonly 'input.too-many': { readonly field: string; readonly most: number };
  readonly 'input.too-large': { readonly field: string; readonly most: number };
  readonly 'input.too-small': { readonly field: string; readonly least: number };
  readonly 'input.empty': { readonly field: string };
  readonly 'input.does-not-fit': { readonly field: string };
  readonly 'input.unknown': NoValues;
};

/** What nobody expected. */
type DefectSays = Plain<'defect.unexpected'>;

export type BaseSays = DiskSays & FileSays & JournalSays & MissingSays & InputSays & DefectSays;
