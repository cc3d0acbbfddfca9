import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/runtime-macro';
import type { QueryField, SearchSays, ToldOperator } from '../shared/says/search.ts';
import type { Audience } from '../shared/vocabulary/assets.ts';
import type { FileGroup, QueryState } from '../shared/vocabulary/query-values.ts';
import { eitherOf, languageName, listed, sentence } from './sentence.ts';
import type { Words } from './words.ts';

/** What is said of what a search found. */

const UNKNOWN: Readonly<Record<QueryField, (value: string) => MessageDescriptor>> = {
  stage: (value) => msg`No stage is called “${{ value }}”.`,
  persona: (value) => msg`No persona is called “${{ value }}”.`,
  type: (value) => msg`No content type is called “${{ value }}”.`,
  product: (value) => msg`No product is called “${{ value }}”.`,
  tag: (value) => msg`No tag is called “${{ value }}”.`,
  is: (value) => msg`No state is called “${{ value }}”.`,
  owner: (value) => msg`No owner is called “${{ value }}”.`,
  language: (value) => msg`No language is called “${{ value }}”.`,
  audience: (value) => msg`No audience is called “${{ value }}”.`,
  folder: (value) => msg`No folder is called “${{ value }}”.`,
  file: (value) => msg`No kind of file is called “${{ value }}”.`,
};

/** What is asked for, as it stands above the results. `is` has no name before its states, which begin with a capital there. */
const ASKED: Readonly<Record<QueryField, (value: string) => MessageDescriptor>> = {
  stage: (value) => msg`Stage: ${{ value }}`,
  persona: (value) => msg`Persona: ${{ value }}`,
  type: (value) => msg`Type: ${{ value }}`,
  product: (value) => msg`Product: ${{ value }}`,
  tag: (value) => msg`Tag: ${{ value }}`,
  is: (value) => msg`${{ value: capitalised(value) }}`,
  owner: (value) => msg`Owner: ${{ value }}`,
  language: (value) => msg`Language: ${{ value }}`,
  audience: (value) => msg`Audience: ${{ value }}`,
  folder: (value) => msg`Folder: ${{ value }}`,
  file: (value) => msg`File: ${{ value }}`,
};

const NOT_ASKED: Readonly<Record<QueryField, (value: string) => MessageDescriptor>> = {
  stage: (value) => msg`Not stage: ${{ value }}`,
  persona: (value) => msg`Not persona: ${{ value }}`,
  type: (value) => msg`Not type: ${{ value }}`,
  product: (value) => msg`Not product: ${{ value }}`,
  tag: (value) => msg`Not tag: ${{ value }}`,
  is: (value) => msg`Not ${{ value }}`,
  owner: (value) => msg`Not owner: ${{ value }}`,
  language: (value) => msg`Not language: ${{ value }}`,
  audience: (value) => msg`Not audience: ${{ value }}`,
  folder: (value) => msg`Not folder: ${{ value }}`,
  file: (value) => msg`Not file: ${{ value }}`,
};

const OPERATORS: Readonly<Record<QueryField, () => MessageDescriptor>> = {
  stage: () => msg`for a buying stage`,
  persona: () => msg`for a persona`,
  type: () => msg`of a content type`,
  product: () => msg`for a product`,
  tag: () => msg`with a tag`,
  is: () => msg`stale, unrated, verified…`,
  owner: () => msg`that somebody looks after`,
  language: () => msg`in a language`,
  audience: () => msg`internal or customer-facing`,
  folder: () => msg`that came from a folder`,
  file: () => msg`as a PDF, slides, a video…`,
};

const STATES: Readonly<Record<QueryState, () => MessageDescriptor>> = {
  fresh: () => msg`fresh`,
  stale: () => msg`stale`,
  verified: () => msg`verified`,
  unverified: () => msg`unverified`,
  rated: () => msg`rated`,
  unrated: () => msg`unrated`,
  used: () => msg`used`,
  unused: () => msg`unused`,
  new: () => msg`new`,
  mine: () => msg`mine`,
  internal: () => msg`internal`,
  'customer-facing': () => msg`customer-facing`,
  kit: () => msg`kit`,
  searchable: () => msg`searchable`,
  unsearchable: () => msg`unsearchable`,
  published: () => msg`published`,
  'due-for-review': () => msg`due for review`,
  draft: () => msg`draft`,
  waiting: () => msg`waiting`,
  'in-review': () => msg`in review`,
  scheduled: () => msg`scheduled`,
  recalled: () => msg`recalled`,
  expired: () => msg`expired`,
  archived: () => msg`archived`,
};

const FILES: Readonly<Record<FileGroup, () => MessageDescriptor>> = {
  pdf: () => msg`PDF`,
  slides: () => msg`slides`,
  word: () => msg`Word`,
  sheet: () => msg`sheet`,
  email: () => msg`email`,
  book: () => msg`e-book`,
  video: () => msg`video`,
  audio: () => msg`audio`,
  image: () => msg`image`,
  html: () => msg`HTML`,
  text: () => msg`text`,
};

const AUDIENCES: Readonly<Record<Audience, () => MessageDescriptor>> = {
  internal: () => msg`internal`,
  customer: () => msg`customer-facing`,
};

function capitalised(text: string): string {
  const [first = ''] = text;
  return `${first.toUpperCase()}${text.slice(first.length)}`;
}

function unknownOf(field: ToldOperator, value: string): MessageDescriptor {
  return typeof field === 'object'
    ? msg`Nothing of ‘${{ dimension: field.dimension }}’ is called “${{ value }}”.`
    : UNKNOWN[field](value);
}

/** Whole sentences after each other. */
function unknown(
  { field, value }: SearchSays['search.unknown-value'],
  rest: MessageDescriptor,
): MessageDescriptor {
  return msg`${{ unknown: sentence(unknownOf(field, value)) }} ${{ rest: sentence(rest) }}`;
}

export const searchWords: Words<SearchSays> = {
  'search.no-word': () =>
    msg`There is no word in this search. Type letters or digits, for example a topic, a product or a competitor.`,
  'search.long': ({ count }) =>
    msg`This search is long: its first ${plural({ count }, { one: '# different word was', other: '# different words were' })} used.`,
  'search.none-has-all': () => msg`Nothing has all of these words. These come closest.`,
  'search.mending': () =>
    msg`The search index was damaged and is being made again: for a moment not everything is found.`,
  'search.still-reading': ({ count }) =>
    msg`Still reading ${plural({ count }, { one: 'one document', other: '# documents' })}: in a moment more may be found.`,
  'search.unknown-value': (one) => unknown(one, msg`There are none yet.`),
  'search.unknown-value-near': ({ near, ...one }, say) =>
    unknown(one, msg`Did you mean ${{ near: say(near) }}?`),
  'search.unknown-value-all': ({ names, ...one }, say) =>
    unknown(
      one,
      names.length === 1
        ? msg`There is ${{ name: listed(names.map(say)) }}.`
        : msg`There are ${{ names: listed(names.map(say)) }}.`,
    ),
  'search.unknown-value-some': ({ names, ...one }, say) =>
    unknown(one, msg`For example ${{ names: eitherOf(names.map(say)) }}.`),

  'search.asked': ({ field, values }, say) => {
    const value = eitherOf(values.map(say));
    return typeof field === 'object'
      ? msg`${{ dimension: field.dimension }}: ${{ value }}`
      : ASKED[field](value);
  },
  'search.not-asked': ({ field, values }, say) => {
    const value = eitherOf(values.map(say));
    return typeof field === 'object'
      ? msg`Not ${{ dimension: field.dimension }}: ${{ value }}`
      : NOT_ASKED[field](value);
  },
  'search.without': ({ words }) => msg`Without “${{ words }}”`,
  'search.operator': ({ field }) =>
    typeof field === 'object' ? msg`by ${{ dimension: field.dimension }}` : OPERATORS[field](),
  'search.named': ({ name }) => msg`${{ name }}`,
  'search.state': ({ state }) => STATES[state](),
  'search.file-group': ({ group }) => FILES[group](),
  'search.audience': ({ audience }) => AUDIENCES[audience](),
  'search.language': ({ language }) => msg`${{ name: languageName(language) }}`,
  'search.me': () => msg`me`,
  'search.nobody': () => msg`nobody`,
};
