import type { SynonymEffect } from '../../contract/search-quality.ts';
import type { SynonymsInput } from '../../contract/taxonomy.ts';
import { synonymsInUse } from '../../domain/taxonomy/term-selectors.ts';
import type { Synonyms } from '../search/words/search-words.ts';
import { goldenQueries, runGolden } from './golden.ts';
import type { WithSearchQuality } from './with-search-quality.ts';

/** What a change of synonyms would do, before it is saved: for its own words, and for the golden queries. */
export async function synonymEffect(
  replica: WithSearchQuality,
  input: SynonymsInput,
): Promise<SynonymEffect> {
  const changed: Synonyms[] = synonymsInUse(replica.catalog).flatMap(({ id, words, means }) =>
    id === input.id ? [] : [{ words, means }],
  );
  if (input.retired !== true) changed.push({ words: input.words, means: input.means });

  const words: SynonymEffect['words'] = [];
  for (const word of input.words) {
    const before = await replica.search.ranking({ query: word });
    const after = await replica.search.ranking({ query: word }, { synonyms: changed });
    words.push({ word, before: before.length, after: after.length });
  }
  if (goldenQueries(replica).length === 0)
    return { words, queries: 0, before: null, after: null, changed: [] };
  const before = await runGolden(replica);
  const after = await runGolden(replica, (search) => replica.search.ranking(search, { synonyms: changed }));
  return {
    words,
    queries: before.rows.length,
    before: before.mrr,
    after: after.mrr,
    changed: before.rows.flatMap((row, at) => {
      const answers = row.answers.map((answer, place) => ({
        asset: answer.asset,
        ...(answer.title !== undefined && { title: answer.title }),
        before: answer.place,
        after: after.rows[at]?.answers[place]?.place ?? null,
      }));
      const results = { before: row.results, after: after.rows[at]?.results ?? 0 };
      const same =
        results.before === results.after && answers.every((answer) => answer.before === answer.after);
      return same ? [] : [{ id: row.id, query: row.query, results, answers }];
    }),
  };
}
