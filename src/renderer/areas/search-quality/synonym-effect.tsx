import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SynonymEffect as Effect } from '../../../contract/search-quality.ts';
import type { SynonymsInput } from '../../../contract/taxonomy.ts';
import { orpc } from '../../base/engine-client.ts';
import { plural } from '../../ui/plural.ts';
import { formatMrr } from './search-cards.tsx';
import styles from './search-quality.module.css';

function place(at: number | null): string {
  return at === null ? 'not found' : `no. ${at}`;
}

function inGolden({ queries, before, after, changed }: Effect): string {
  if (queries === 0 || before === null || after === null) {
    return 'There are no golden queries yet that could tell what else it would change.';
  }
  if (changed.length === 0) return `No golden query of ${queries} would answer differently.`;
  return `${changed.length} of ${plural(queries, 'golden query', 'golden queries')} would answer differently: MRR ${formatMrr(before)} now, ${formatMrr(after)} then.`;
}

/** What synonyms would do before they are saved: for their own words, and for the golden queries. */
export function SynonymEffect({ input }: { readonly input: SynonymsInput }) {
  const [asked] = useDebouncedValue(input, 250);
  const enabled = asked.words.length > 0;
  const { data, isError } = useQuery(
    orpc.searchQuality.trySynonyms.queryOptions({
      input: asked,
      enabled,
      placeholderData: keepPreviousData,
      gcTime: 10_000,
    }),
  );
  if (!enabled || data === undefined || isError) return null;
  return (
    <section className={styles.effect} aria-label="What it would change">
      <h3 className={styles.effectTitle}>What it would change</h3>
      <ul className={styles.effects}>
        {data.words.map(({ word, before, after }) => (
          <li key={word}>
            {before === after
              ? `“${word}” finds ${plural(after, 'asset')}, as now`
              : `“${word}” finds ${plural(after, 'asset')} instead of ${before}`}
          </li>
        ))}
        <li>{inGolden(data)}</li>
        {data.changed.map(({ id, query, results, answers }) => (
          <li key={id}>
            {`“${query}” (${plural(results.after, 'result')} instead of ${results.before}): `}
            {answers
              .map((answer) =>
                answer.before === answer.after
                  ? `${answer.title} stays ${place(answer.after)}`
                  : `${answer.title} ${place(answer.before)} → ${place(answer.after)}`,
              )
              .join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
