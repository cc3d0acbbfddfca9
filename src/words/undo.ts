import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/runtime-macro';
import type { UndoSays } from '../shared/says/undo.ts';
import type { AssetAttribute } from '../shared/vocabulary/asset-attributes.ts';
import { kitFieldName } from './kit-fields.ts';
import { listed, sentence } from './sentence.ts';
import type { Say, Words } from './words.ts';

/** What is said of changes that were taken back. */

const FIELDS: Readonly<Record<AssetAttribute, (asset: string) => MessageDescriptor>> = {
  title: (asset) => msg`title of ‘${{ asset }}’`,
  summary: (asset) => msg`summary of ‘${{ asset }}’`,
  type: (asset) => msg`content type of ‘${{ asset }}’`,
  stages: (asset) => msg`buying stages of ‘${{ asset }}’`,
  personas: (asset) => msg`personas of ‘${{ asset }}’`,
  products: (asset) => msg`products of ‘${{ asset }}’`,
  audience: (asset) => msg`audience of ‘${{ asset }}’`,
  language: (asset) => msg`language of ‘${{ asset }}’`,
  tags: (asset) => msg`tags of ‘${{ asset }}’`,
  status: (asset) => msg`status of ‘${{ asset }}’`,
  releaseOn: (asset) => msg`release day of ‘${{ asset }}’`,
  expiresOn: (asset) => msg`last day of use of ‘${{ asset }}’`,
  owner: (asset) => msg`owner of ‘${{ asset }}’`,
  verifier: (asset) => msg`verifier of ‘${{ asset }}’`,
  folder: (asset) => msg`folder of ‘${{ asset }}’`,
};

export const undoWords: Words<UndoSays> = {
  'undo.field': ({ field, asset }) =>
    typeof field === 'object'
      ? msg`${{ dimension: field.dimension }} of ‘${{ asset }}’`
      : FIELDS[field](asset),
  'undo.version': ({ number, asset }) => msg`version ${{ number }} of ‘${{ asset }}’`,
  'undo.some-version': ({ asset }) => msg`a version of ‘${{ asset }}’`,
  'undo.publication': ({ asset }) => msg`‘${{ asset }}’`,
  'undo.use': ({ asset }) => msg`‘${{ asset }}’, which is in use`,
  'undo.submission': ({ asset }) => msg`review of ‘${{ asset }}’`,
  'undo.verification': ({ asset }) => msg`verification of ‘${{ asset }}’`,
  'undo.recall': ({ asset }) => msg`recall of ‘${{ asset }}’`,
  'undo.review': ({ asset }) => msg`review of ‘${{ asset }}’`,
  'undo.merge': ({ asset }) => msg`merging of ‘${{ asset }}’`,
  'undo.variant': ({ asset }) => msg`linking of ‘${{ asset }}’ as a language version`,
  'undo.follows': ({ asset }) => msg`which version ‘${{ asset }}’ follows`,
  'undo.apart': ({ a, b }) => msg`‘${{ a }}’ and ‘${{ b }}’ as not the same`,
  'undo.term': ({ name }) => msg`‘${{ name }}’`,
  'undo.dimension': ({ name }) => msg`dimension ‘${{ name }}’`,
  'undo.synonyms': ({ word }) => msg`synonyms of ‘${{ word }}’`,
  'undo.view': ({ name }) => msg`shared view ‘${{ name }}’`,
  'undo.rule': ({ pattern }) => msg`rule ‘${{ pattern }}’`,
  'undo.golden': ({ query }) => msg`golden query ‘${{ query }}’`,
  'undo.kit': ({ name }) => msg`making of the kit ‘${{ name }}’`,
  'undo.kit-field': ({ field, name }) => msg`${{ field: kitFieldName(field) }} of the kit ‘${{ name }}’`,
  'undo.kit-item': ({ name }) => msg`an item of the kit ‘${{ name }}’`,
  'undo.kit-rating': ({ name }) => msg`your rating of the kit ‘${{ name }}’`,
  'undo.kit-recall': ({ name }) => msg`recall of the kit ‘${{ name }}’`,
  'undo.kit-verification': ({ name }) => msg`verification of the kit ‘${{ name }}’`,
  'undo.kit-review-answer': ({ name }) => msg`review of the kit ‘${{ name }}’`,
  'undo.kit-proposal': ({ name }) => msg`answer to the proposed kit ‘${{ name }}’`,
  'undo.rating': ({ asset }) => msg`your rating of ‘${{ asset }}’`,
  'undo.vote': ({ request }) => msg`your vote for ‘${{ request }}’`,
  'undo.answer': ({ request }) => msg`status of ‘${{ request }}’`,
  'undo.proposal': ({ file }) => msg`answer to the proposal ‘${{ file }}’`,
  'undo.admission': () => msg`who can join`,
  'undo.search-words': () => msg`what is shared of searches`,
  'undo.recognition': () => msg`text recognition`,
  'undo.kit-review': () => msg`whether kits need a review`,
  'undo.time-zone': () => msg`time zone`,
  'undo.role': ({ name }) => msg`role of ${{ name }}`,
  'undo.unknown': () => msg`something unknown`,
  'undo.by': ({ thing, name }, say) => msg`${{ thing: say(thing) }} (by ${{ name }})`,
  'undo.by-you': ({ thing }, say) => msg`${{ thing: say(thing) }} (by you)`,
  'undo.by-somebody': ({ thing }, say) => msg`${{ thing: say(thing) }} (by somebody)`,
  'undo.too-late': () => msg`This can no longer be undone. Nothing was changed.`,
  'undo.part': (left, say) => msg`Undone, except what has changed since: ${{ all: allOf(left, say) }}.`,
  'undo.nothing': (left, say) => msg`Not undone, because it has changed since: ${{ all: allOf(left, say) }}.`,
};

function allOf({ things, more }: UndoSays['undo.part'], say: Say): string {
  const named = things.map(say);
  if (more > 0) named.push(sentence(msg`${plural({ more }, { one: '# more', other: '# more' })}`));
  return listed(named);
}
