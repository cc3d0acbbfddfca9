import type { AssetSummary } from '../../../contract/assets.ts';
import type { Filters } from '../../../contract/search.ts';
import { says } from '../../../shared/says/says.ts';
import type { PhraseGroup, TextIndex } from '../../ports/text-index.ts';
import { foldWord, prepareText, wordsOf } from '../words/fold.ts';
import type { SearchWords } from '../words/search-words.ts';
import { STOP_WORDS } from '../words/stop-words.ts';
import { inScope } from './filters.ts';
import type { ParsedQuery } from './parse-query.ts';
import { type ExcludedPart, withoutParts } from './read-query.ts';
import { type Restriction, type UnderstoodOperators, understandOperators } from './understand-operators.ts';

/** What a query asks of assets beside having its words. */

export type QueryScope = Omit<UnderstoodOperators, 'states'> & {
  /** Whether an asset is looked at at all: its state, by choice, by operator or by default. */
  readonly looksAt: (state: AssetSummary['state']) => boolean;
};

/** The asset of a row of the index. */
type AssetOf = (row: number) => AssetSummary | undefined;

/** Understands operators and exclusions. */
export async function queryScope(
  query: ParsedQuery,
  status: Filters['status'] | undefined,
  deps: {
    readonly index: TextIndex;
    readonly words: SearchWords;
    readonly now: number;
    readonly assetOf: AssetOf;
  },
): Promise<QueryScope> {
  const { restrictions, understood, doubts, states } = understandOperators(
    query.text,
    query.operators,
    deps.words,
    deps.now,
  );
  // Whoever asks for a recalled asset by its words is to learn that it is, and what replaces it.
  const hasWords = query.terms.length > 0;
  const exclusions: Restriction[] = [];
  for (const part of query.excluded) {
    const group = excludedGroup(part, part.to === query.text.length);
    if (group !== undefined) exclusions.push(await exclusionOf(query.text, part, group, deps));
  }
  return {
    restrictions: [...restrictions, ...exclusions],
    understood: [...understood, ...exclusions.map(({ says, without }) => ({ says, without, negated: true }))],
    doubts,
    looksAt: (of) =>
      inScope(of, status) || (status === undefined && (states.has(of) || (hasWords && of === 'recalled'))),
  };
}

/** What is looked for to leave it out; undefined for a few letters that are still being typed. */
function excludedGroup({ text, quoted }: ExcludedPart, typing: boolean): PhraseGroup | undefined {
  const words = [...wordsOf(text)].map(({ word }) => word);
  if (words.length === 0) return undefined;
  const joined = words.join(' ');
  if (quoted) return [{ text: prepareText(joined), prefix: false }];
  const folded = foldWord(joined);
  if (typing && (folded.length < 3 || STOP_WORDS.has(folded))) return undefined;
  const parts = /^(\p{L}+)(\p{N}+)$/u.exec(joined);
  return [joined, words.join(''), ...(parts === null ? [] : [parts.slice(1).join(' ')])].map((form) => ({
    text: prepareText(form),
    prefix: false,
  }));
}

async function exclusionOf(
  text: string,
  part: ExcludedPart,
  group: PhraseGroup,
  { index, assetOf }: { readonly index: TextIndex; readonly assetOf: AssetOf },
): Promise<Restriction> {
  const left = new Set<string>();
  for (const row of await index.match(group, 'anywhere')) {
    const asset = assetOf(row);
    if (asset !== undefined) left.add(asset.id);
  }
  const said = part.text.length > 40 ? `${part.text.slice(0, 40)}…` : part.text.trim();
  return {
    says: says('search.without', { words: said }),
    without: withoutParts(text, [part]),
    test: (asset) => !left.has(asset.id),
  };
}
