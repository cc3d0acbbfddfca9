import { DEFAULT_SYNONYMS, type SynonymGroup, type SynonymMeaning } from '../../domain/taxonomy/synonyms.ts';
import { knownTerm, synonymsInUse } from '../../domain/taxonomy/term-selectors.ts';
import { wordKey } from '../search/query/word-key.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { refuseOthers } from './synonyms.ts';

/**
 * Of the synonyms that a new hub starts with those that this one lacks: hubs founded before there were any, and groups that were removed.
 * Not those for a term that is not there or retired, nor those of which a word is in use already: what it means here is up to the lead.
 */
export function missingSynonyms(replica: WithSearchQuality): readonly SynonymGroup[] {
  const inUse = synonymsInUse(replica.catalog);
  const ids = new Set(inUse.map(({ id }) => id));
  const words = new Set(inUse.flatMap((group) => group.words.map(wordKey)));
  return DEFAULT_SYNONYMS.filter(
    ({ id, means, words: own }) =>
      !ids.has(id) && !own.some((word) => words.has(wordKey(word))) && isOffered(replica, means),
  );
}

function isOffered(replica: WithSearchQuality, means: SynonymMeaning): boolean {
  if (means.facet === 'same') return true;
  const term = knownTerm(replica.catalog, means.facet, means.term);
  return term !== undefined && term.retired !== true;
}

/** Adds what is missing of the usual synonyms, all at once. Answers the ids of what was added. Leads. */
export async function addUsualSynonyms(
  replica: WithSearchQuality,
): Promise<{ added: string[]; undo?: string }> {
  refuseOthers(replica);
  const missing = missingSynonyms(replica);
  const undone = await replica.undos.commit(
    missing.map(({ id, words, means }) => ({
      kind: 'synonyms-defined',
      body: { id, words: [...words], means, retired: false },
    })),
  );
  return { added: missing.map(({ id }) => id), ...undone };
}
