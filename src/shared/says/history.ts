import type { RequestStatus } from '../vocabulary/requests.ts';
import type { NoValues } from './says.ts';
import type { ToldField, ToldKitField } from './told-field.ts';

type Comment = { readonly comment: string };
type Version = { readonly number: number };

/** What somebody did, told after their name. */
type Done = {
  readonly 'history.asset-published': NoValues;
  readonly 'history.asset-drafted': NoValues;
  readonly 'history.version-added': NoValues;
  readonly 'history.version-added-as': { readonly note: string };
  /** It is an older one again. */
  readonly 'history.version-restored': { readonly number: number };
  readonly 'history.version-drafted': NoValues;
  readonly 'history.version-drafted-as': { readonly note: string };
  readonly 'history.version-read': NoValues;
  readonly 'history.version-withdrawn': NoValues;
  readonly 'history.version-published': Version;
  readonly 'history.version-dropped': Version;
  readonly 'history.version-taken-back': Version;
  /** The same of versions that are not shown. */
  readonly 'history.draft-published': NoValues;
  readonly 'history.draft-dropped': NoValues;
  readonly 'history.draft-taken-back': NoValues;
  readonly 'history.verified': NoValues;
  readonly 'history.version-verified': Version;
  readonly 'history.recalled': { readonly reason: string };
  readonly 'history.recall-lifted': NoValues;
  readonly 'history.verification-withdrawn': NoValues;
  readonly 'history.submitted': NoValues;
  readonly 'history.submission-withdrawn': NoValues;
  readonly 'history.review-approved': NoValues;
  readonly 'history.review-returned': NoValues;
  readonly 'history.review-withdrawn': NoValues;
  readonly 'history.review-approved-saying': Comment;
  readonly 'history.review-returned-saying': Comment;
  readonly 'history.review-withdrawn-saying': Comment;
  /** Another one became part of it, or is one of its own again. */
  readonly 'history.asset-merged': NoValues;
  readonly 'history.asset-parted': NoValues;
  readonly 'history.variant-linked': NoValues;
  readonly 'history.variant-unlinked': NoValues;
  readonly 'history.variant-followed': NoValues;
  readonly 'history.archived': NoValues;
  readonly 'history.unarchived': NoValues;
  readonly 'history.changed': { readonly fields: readonly ToldField[] };
  readonly 'history.request-made': NoValues;
  readonly 'history.request-voted': NoValues;
  readonly 'history.request-vote-withdrawn': NoValues;
  readonly 'history.request-commented': NoValues;
  readonly 'history.request-answered': { readonly status: RequestStatus };
  readonly 'history.request-answered-because': { readonly status: RequestStatus; readonly reason: string };
  readonly 'history.request-fulfilled-with': { readonly asset: string };
  readonly 'history.kit-made': NoValues;
  readonly 'history.kit-drafted': NoValues;
  readonly 'history.kit-changed': { readonly fields: readonly ToldKitField[] };
  readonly 'history.kit-published': NoValues;
  readonly 'history.kit-archived': NoValues;
  readonly 'history.kit-removed': NoValues;
  /** Titles of assets, and how many further ones are not named. */
  readonly 'history.kit-added': { readonly titles: readonly string[]; readonly more: number };
  readonly 'history.kit-took-out': { readonly titles: readonly string[]; readonly more: number };
  readonly 'history.kit-moved': { readonly titles: readonly string[]; readonly more: number };
  readonly 'history.kit-items': { readonly titles: readonly string[]; readonly more: number };
  readonly 'history.kit-items-hidden': NoValues;
  /** Of a kind that nobody tells. */
  readonly 'history.something': NoValues;
};
export type HistoryCode = keyof Done;

/** What happened to an asset or a request, and why something of it is not brought back. */
export type HistorySays = Done & {
  readonly 'history.no-such-field': NoValues;
  readonly 'history.no-earlier-value': NoValues;
  readonly 'history.current-already': NoValues;
  readonly 'history.is-draft': NoValues;
  readonly 'history.restore-by-publishers': NoValues;
};
