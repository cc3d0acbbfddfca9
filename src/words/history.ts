import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/runtime-macro';
import type { HistorySays } from '../shared/says/history.ts';
import type { RequestStatus } from '../shared/vocabulary/requests.ts';
import { fieldName } from './fields.ts';
import { kitFieldName } from './kit-fields.ts';
import { listed, sentence } from './sentence.ts';
import type { Words } from './words.ts';

const ANSWERED: Readonly<Record<RequestStatus, () => MessageDescriptor>> = {
  new: () => msg`reopened it`,
  accepted: () => msg`accepted it`,
  'in-progress': () => msg`began to work on it`,
  'in-review': () => msg`sent it for review`,
  fulfilled: () => msg`fulfilled it`,
  declined: () => msg`declined it`,
  merged: () => msg`merged it into another request`,
};

/** What happened, in words that follow the name of who did it; and why something is not brought back. */
export const historyWords: Words<HistorySays> = {
  'history.asset-published': () => msg`published it`,
  'history.asset-drafted': () => msg`added it as a draft`,
  'history.version-added': () => msg`added a version`,
  'history.version-added-as': ({ note }) => msg`added a version (${{ note }})`,
  'history.version-restored': ({ number }) => msg`added a version (version ${{ number }} restored)`,
  'history.version-drafted': () => msg`saved a new version as a draft`,
  'history.version-drafted-as': ({ note }) => msg`saved a new version as a draft (${{ note }})`,
  'history.version-read': () => msg`read its text again`,
  'history.version-withdrawn': () => msg`took a publication back`,
  'history.version-published': ({ number }) => msg`published version ${{ number }}`,
  'history.version-dropped': ({ number }) => msg`dropped version ${{ number }}`,
  'history.version-taken-back': ({ number }) => msg`took back to draft version ${{ number }}`,
  'history.draft-published': () => msg`published a draft version`,
  'history.draft-dropped': () => msg`dropped a draft version`,
  'history.draft-taken-back': () => msg`took back to draft a draft version`,
  'history.verified': () => msg`verified it`,
  'history.version-verified': ({ number }) => msg`verified version ${{ number }}`,
  'history.recalled': ({ reason }) => msg`recalled it: “${{ reason }}”`,
  'history.recall-lifted': () => msg`took the recall back`,
  'history.verification-withdrawn': () => msg`took their verification back`,
  'history.submitted': () => msg`submitted it for review`,
  'history.submission-withdrawn': () => msg`no longer asked for a review`,
  'history.review-approved': () => msg`approved it`,
  'history.review-returned': () => msg`returned it`,
  'history.review-withdrawn': () => msg`took back their review`,
  'history.review-approved-saying': ({ comment }) => msg`approved it: “${{ comment }}”`,
  'history.review-returned-saying': ({ comment }) => msg`returned it: “${{ comment }}”`,
  'history.review-withdrawn-saying': ({ comment }) => msg`took back their review: “${{ comment }}”`,
  'history.asset-merged': () => msg`merged another asset into it`,
  'history.asset-parted': () => msg`separated a merged asset from it again`,
  'history.variant-linked': () => msg`linked it as a language version`,
  'history.variant-unlinked': () => msg`unlinked it from its other languages`,
  'history.variant-followed': () => msg`said which version of the original it follows`,
  'history.archived': () => msg`archived it`,
  'history.unarchived': () => msg`took it out of the archive`,
  'history.changed': ({ fields }) => msg`changed ${{ fields: listed(fields.map(fieldName)) }}`,
  'history.request-made': () => msg`asked for it`,
  'history.request-voted': () => msg`voted for it`,
  'history.request-vote-withdrawn': () => msg`withdrew their vote`,
  'history.request-commented': () => msg`commented`,
  'history.request-answered': ({ status }) => ANSWERED[status](),
  'history.request-answered-because': ({ status, reason }) =>
    msg`${{ answer: sentence(ANSWERED[status]()) }}: ${{ reason }}`,
  'history.request-fulfilled-with': ({ asset }) => msg`fulfilled it with ‘${{ asset }}’`,
  'history.kit-made': () => msg`made it`,
  'history.kit-drafted': () => msg`made it as a draft`,
  'history.kit-published': () => msg`published it`,
  'history.kit-archived': () => msg`archived it`,
  'history.kit-removed': () => msg`took its making back`,
  'history.kit-changed': ({ fields }) => msg`changed ${{ fields: listed(fields.map(kitFieldName)) }}`,
  'history.kit-added': (items) => msg`added ${{ titles: titlesOf(items) }}`,
  'history.kit-took-out': (items) => msg`took out ${{ titles: titlesOf(items) }}`,
  'history.kit-moved': (items) => msg`moved ${{ titles: titlesOf(items) }}`,
  'history.kit-items': (items) => msg`changed ${{ titles: titlesOf(items) }} in it`,
  'history.kit-items-hidden': () => msg`changed what is in it`,
  'history.something': () => msg`did something that this version of Kitbag has no words for`,
  'history.no-such-field': () => msg`There is no such field. Nothing was changed.`,
  'history.no-earlier-value': () => msg`There is no earlier value of this field. Nothing was changed.`,
  'history.current-already': () => msg`This version is the current one already. Nothing was changed.`,
  'history.is-draft': () => msg`This version is a draft. Nothing was changed. Publish it instead.`,
  'history.restore-by-publishers': () =>
    msg`Only marketers and content leads can restore what was. Nothing was changed.`,
};

function titlesOf({ titles, more }: HistorySays['history.kit-added']): string {
  const named = titles.map((title) => sentence(msg`‘${{ title }}’`));
  if (more > 0) named.push(sentence(msg`${plural({ more }, { one: '# more', other: '# more' })}`));
  return listed(named);
}
