import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/runtime-macro';
import type { QueryField, SearchSays } from '../shared/says/search.ts';
import { eitherOf, listed, sentence } from './sentence.ts';
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
  file: (value) => msg`No kind of file is called “${{ value }}”.`,
};

/** Whole sentences after each other. */
function unknown(
  { field, value }: SearchSays['search.unknown-value'],
  rest: MessageDescriptor,
): MessageDescriptor {
  return msg`${{ unknown: sentence(UNKNOWN[field](value)) }} ${{ rest: sentence(rest) }}`;
}

export const searchWords: Words<SearchSays> = {
  'search.no-word': () =>
    msg`There is no word in this search. Type letters or digits, for example a topic, a product or a competitor.`,
  'search.long': ({ count }) =>
    msg`This search is long: its first ${plural({ count }, { one: '# different word was', other: '# different words were' })} used.`,
  'search.mending': () =>
    msg`The search index was damaged and is being made again: for a moment not everything is found.`,
  'search.still-reading': ({ count }) =>
    msg`Still reading ${plural({ count }, { one: 'one document', other: '# documents' })}: in a moment more may be found.`,
  'search.unknown-value': (one) => unknown(one, msg`There are none yet.`),
  'search.unknown-value-near': ({ near, ...one }) => unknown(one, msg`Did you mean ${{ near }}?`),
  'search.unknown-value-all': ({ names, ...one }) =>
    unknown(
      one,
      names.length === 1
        ? msg`There is ${{ name: listed(names) }}.`
        : msg`There are ${{ names: listed(names) }}.`,
    ),
  'search.unknown-value-some': ({ names, ...one }) =>
    unknown(one, msg`For example ${{ names: eitherOf(names) }}.`),
};
