import { plural, t } from '@lingui/core/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SynonymEffect as Effect } from '../../../contract/search-quality.ts';
import type { SynonymsInput } from '../../../contract/taxonomy.ts';
import { answerTitle } from '../../../words/search-quality.ts';
import { orpc } from '../../base/engine-client.ts';
import { formatNumber } from '../../ui/format.ts';
import { formatMrr } from './search-cards.tsx';
import styles from './search-quality.module.css';

function place(at: number | null): string {
  return at === null ? t`not found` : t`no. ${at}`;
}

function inGolden({ queries, before, after, changed }: Effect): string {
  if (queries === 0 || before === null || after === null) {
    return t`Without golden queries, Kitbag can’t tell what else it would change.`;
  }
  if (changed.length === 0)
    return plural(queries, {
      one: 'The only golden query would stay as it is.',
      other: 'None of the # golden queries would change.',
    });
  const [of, now, then] = [formatNumber(queries), formatMrr(before), formatMrr(after)];
  return plural(changed.length, {
    one: `# of ${of} golden queries would change: MRR ${now} now, ${then} then.`,
    other: `# of ${of} golden queries would change: MRR ${now} now, ${then} then.`,
  });
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
    <section className={styles.effect} aria-label={t`What it would change`}>
      <h3 className={styles.effectTitle}>{t`What it would change`}</h3>
      <ul className={styles.effects}>
        {data.words.map(({ word, before, after }) => (
          <li key={word}>
            {before === after
              ? t`“${word}” finds ${plural(after, { one: '# asset', other: '# assets' })}, same as now`
              : t`“${word}” finds ${plural(after, { one: '# asset', other: '# assets' })} instead of ${{ before: formatNumber(before) }}`}
          </li>
        ))}
        <li>{inGolden(data)}</li>
        {data.changed.map(({ id, query, results, answers }) => (
          <li key={id}>
            {t`“${query}” (${plural(results.after, { one: '# result', other: '# results' })} instead of ${{ before: formatNumber(results.before) }}):`}{' '}
            {answers
              .map((answer) =>
                answer.before === answer.after
                  ? t`${{ title: answerTitle(answer.title) }} stays ${{ place: place(answer.after) }}`
                  : `${answerTitle(answer.title)} ${place(answer.before)} → ${place(answer.after)}`,
              )
              .join('; ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
