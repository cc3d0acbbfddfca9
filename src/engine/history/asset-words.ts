import type { HistoryChange } from '../../contract/history.ts';
import type { EventBody, ToldByEngine } from '../../domain/registry.ts';
import { listed } from './field-words.ts';

/** What authors of events did to an asset, where the words need what only the engine knows. The other kinds word it in their definitions. */

/** What an event changed, and the number of the version that it names, where the person here sees that one. */
type Known = {
  readonly changes: readonly HistoryChange[];
  readonly numberOf: (version: string) => number | undefined;
};

const MOVED = { published: 'published', dropped: 'dropped', draft: 'took back to draft' } as const;

/** By kind: one that is left to the engine and not worded here does not compile. */
export const ASSET_WORDS: {
  readonly [Kind in ToldByEngine<'asset'>]: (body: EventBody<Kind>, known: Known) => string;
} = {
  'asset-version-moved': ({ version, to }, { numberOf }) => {
    const number = numberOf(version);
    return `${MOVED[to]} ${number === undefined ? 'a draft version' : `version ${number}`}`;
  },
  'asset-verified': ({ version }, { numberOf }) => {
    const number = version === undefined ? undefined : numberOf(version);
    return number === undefined ? 'verified it' : `verified version ${number}`;
  },
  'asset-edited': (_body, { changes }) => {
    const [only] = changes;
    if (changes.length === 1 && only?.field === 'status') {
      if (only.after === 'Archived') return 'archived it';
      if (only.before === 'Archived') return 'took it out of the archive';
    }
    return `changed ${listed(changes.map(({ label }) => label.toLowerCase()))}`;
  },
};
