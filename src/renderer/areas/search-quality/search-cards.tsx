import { plural, t } from '@lingui/core/macro';
import type { GoldenRun, SearchFigures } from '../../../contract/search-quality.ts';
import type { Figure, Figures } from '../../../words/figures.ts';
import { DefinitionHint } from '../../ui/definition-hint.tsx';
import { formatNumber, formatPercent, formatScore } from '../../ui/format.ts';
import { inLanguage } from '../../ui/language.ts';
import classes from '../../ui/report.module.css';

type CardProps = {
  readonly of: Figure;
  readonly value: string;
  readonly text: string;
};

function Card({ of: { name, definition }, value, text }: CardProps) {
  return (
    <article className={classes.card} aria-label={name}>
      <h2 className={classes.cardName}>
        {name}
        <DefinitionHint name={name} definition={definition} />
      </h2>
      <p className={classes.value}>{value}</p>
      <p className={classes.counted}>{text}</p>
    </article>
  );
}

type Props = { readonly figures: SearchFigures; readonly run: GoldenRun; readonly definitions: Figures };

/** How well people find: from reps' searches, and from the golden queries. */
export function SearchCards({ figures, run, definitions }: Props) {
  const { searches, withoutHit, opened, meanPlace, mrr } = figures;
  const share = (part: number): string => (searches === 0 ? '–' : formatPercent(part / searches));
  const all = formatNumber(searches);
  const counted = (text: string): string => (searches === 0 ? t`Nothing to count yet` : text);
  return (
    <div className={classes.cards}>
      <Card
        of={definitions.noResultRate}
        value={share(withoutHit)}
        text={counted(
          plural(withoutHit, {
            one: `# of ${all} searches found nothing`,
            other: `# of ${all} searches found nothing`,
          }),
        )}
      />
      <Card
        of={definitions.clickThrough}
        value={share(opened)}
        text={counted(
          plural(opened, {
            one: `# of ${all} searches led to an open`,
            other: `# of ${all} searches led to an open`,
          }),
        )}
      />
      <Card
        of={definitions.clickPosition}
        value={meanPlace === null ? '–' : formatScore(meanPlace)}
        text={mrr === null ? t`Nothing to count yet` : `${definitions.mrr.name} ${formatMrr(mrr)}`}
      />
      <Card
        of={definitions.goldenMrr}
        value={run.mrr === null ? '–' : formatMrr(run.mrr)}
        text={
          run.mrr === null
            ? t`None defined yet`
            : t`MRR over ${plural(run.rows.length, { one: '# query', other: '# queries' })}`
        }
      />
    </div>
  );
}

const ranks = inLanguage(
  (_, region) => new Intl.NumberFormat(region, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);

/** A mean reciprocal rank with two digits. */
export function formatMrr(mrr: number): string {
  return ranks().format(mrr);
}
