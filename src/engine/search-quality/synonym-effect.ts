import type { SynonymEffect } from '../../contract/golden.ts';
import type { SynonymsInput } from '../../contract/taxonomy.ts';
import type { OpenHub } from '../open-hub.ts';
import type { Synonyms } from '../search/search-words.ts';
import { goldenQueries, runGolden } from './golden.ts';

/** What a change of synonyms would do, before it is saved: for its own words, and for the golden queries. */
export async function synonymEffect(hub: OpenHub, input: SynonymsInput): Promise<SynonymEffect> {
  const { synonyms: saved } = hub.catalog.state.taxonomy;
  const changed: Synonyms[] = [...saved.values()].flatMap(({ value }) =>
    value.retired === true || value.id === input.id ? [] : [{ words: value.words, means: value.means }],
  );
  if (input.retired !== true) changed.push({ words: input.words, means: input.means });

  const words: SynonymEffect['words'] = [];
  for (const word of input.words) {
    const before = await hub.search.ranking({ query: word });
    const after = await hub.search.ranking({ query: word }, { synonyms: changed });
    words.push({ word, before: before.length, after: after.length });
  }
  if (goldenQueries(hub).length === 0) return { words, queries: 0, before: null, after: null, changed: [] };
  const before = await runGolden(hub);
  const after = await runGolden(hub, (search) => hub.search.ranking(search, { synonyms: changed }));
  return {
    words,
    queries: before.rows.length,
    before: before.mrr,
    after: after.mrr,
    changed: before.rows.flatMap((row, at) => {
      const answers = row.answers.map((answer, place) => ({
        asset: answer.asset,
        title: answer.title,
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
