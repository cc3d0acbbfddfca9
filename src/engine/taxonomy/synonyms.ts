import type { SynonymsInput } from '../../contract/taxonomy.ts';
import { may } from '../../domain/people/permissions.ts';
import { allSynonyms, isTerm } from '../../domain/taxonomy/term-selectors.ts';
import { says } from '../../shared/says/says.ts';
import { invalid, notAllowed } from '../base/refusal.ts';
import { wordKey } from '../search/query/word-key.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { freshId } from './ordered.ts';

/** Adds or changes words that mean the same, or a term. Leads. */
export async function defineSynonyms(
  replica: WithSearchQuality,
  input: SynonymsInput,
): Promise<{ id: string; undo?: string }> {
  refuseOthers(replica);
  const words = distinct(input.words);
  checkWords(words, input.means);
  const { means } = input;
  if (means.facet !== 'same' && !isTerm(replica.catalog, means.facet, means.term)) {
    throw invalid(says('taxonomy.no-such-term', means), 'means');
  }
  const retired = input.retired ?? false;
  const id = input.id ?? freshId(words[0] ?? '', new Set(allSynonyms(replica.catalog).map(({ id }) => id)));
  const body = { id, words, means, retired };
  const undone = await replica.undos.commit([{ kind: 'synonyms-defined', body }]);
  return { id, ...undone };
}

/** Words without those that only differ in case, accents, spaces or hyphens from one before them. */
function distinct(words: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const word of words) {
    const key = wordKey(word);
    if (!known.has(key)) known.set(key, word.trim());
  }
  return [...known.values()];
}

function checkWords(words: readonly string[], means: SynonymsInput['means']): void {
  const odd = words.find((word) => !/[\p{L}\p{N}]/u.test(word));
  if (odd !== undefined) throw invalid(says('taxonomy.unsearchable-word', { word: odd }), 'words');
  if (means.facet === 'same' && words.length < 2) {
    throw invalid(says('taxonomy.two-words'), 'words');
  }
}

/** Synonyms are for leads to change. */
export function refuseOthers(replica: WithSearchQuality): void {
  if (!may(replica.catalog.self().role, 'define-terms')) {
    throw notAllowed(says('taxonomy.synonyms-by-lead'));
  }
}
