import type { Implementer } from '../base/implementer.ts';
import { periodOf } from '../insights/facts/facts.ts';
import { searchWordsOf } from '../people/policies.ts';
import { defineGolden, goldenQueries, runGolden } from './golden.ts';
import { searchFigures, unansweredSearches } from './search-figures.ts';
import { synonymEffect } from './synonym-effect.ts';
import type { WithSearchQuality } from './with-search-quality.ts';

/** How good searching is: golden queries, and what became of people's searches. */
export function searchQualityRouter({ searchQuality }: Implementer, replica: () => WithSearchQuality) {
  return {
    list: searchQuality.list.handler(() => goldenQueries(replica())),
    define: searchQuality.define.handler(({ input }) => defineGolden(replica(), input)),
    run: searchQuality.run.handler(() => runGolden(replica())),
    trySynonyms: searchQuality.trySynonyms.handler(({ input }) => synonymEffect(replica(), input)),
    figures: searchQuality.figures.handler(({ input }) =>
      searchFigures(replica(), periodOf(replica(), input)),
    ),
    unanswered: searchQuality.unanswered.handler(({ input }) =>
      unansweredSearches(replica(), periodOf(replica(), input)),
    ),
    policy: searchQuality.policy.handler(() => ({ searchWords: searchWordsOf(replica()) })),
  };
}
