import type { GoldenRun, SearchFigures } from '../../../contract/golden.ts';
import { formatNumber, formatPercent, formatScore } from '../../ui/format.ts';
import { plural } from '../../ui/plural.ts';
import classes from '../insights/insights.module.css';

type CardProps = {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly definition: string;
};

function Card({ name, value, text, definition }: CardProps) {
  return (
    <article className={classes.card} aria-label={name} title={definition}>
      <h2 className={classes.cardName}>{name}</h2>
      <p className={classes.value}>{value}</p>
      <p className={classes.counted}>{text}</p>
      <p className={classes.counted}>{definition}</p>
    </article>
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : formatPercent(part / whole);
}

/** How well people find: from everybody's searches, and from the golden queries. */
export function SearchCards({ figures, run }: { readonly figures: SearchFigures; readonly run: GoldenRun }) {
  const { searches, withoutHit, opened, meanPlace } = figures;
  const nothing = 'Nothing to count yet';
  return (
    <div className={classes.cards}>
      <Card
        name="No-result rate"
        value={share(withoutHit, searches)}
        text={
          searches === 0
            ? nothing
            : `${formatNumber(withoutHit)} of ${plural(searches, 'search', 'searches')}`
        }
        definition={`Searches that found nothing. Good is ${formatPercent(0.05)} or less.`}
      />
      <Card
        name="Click-through"
        value={share(opened, searches)}
        text={
          searches === 0 ? nothing : `${formatNumber(opened)} of ${plural(searches, 'search', 'searches')}`
        }
        definition={`Searches after which something was opened. Good is over ${formatPercent(0.6)}.`}
      />
      <Card
        name="Click position"
        value={meanPlace === null ? '–' : formatScore(meanPlace)}
        text={meanPlace === null ? nothing : `MRR ${formatScore(figures.mrr ?? 0)}`}
        definition="Mean place of what was opened; 1 is the first result."
      />
      <Card
        name="Golden queries"
        value={run.mrr === null ? '–' : formatMrr(run.mrr)}
        text={
          run.mrr === null ? 'None defined yet' : `MRR over ${plural(run.rows.length, 'query', 'queries')}`
        }
        definition="Mean of 1 / place of the first right answer; 1 is perfect."
      />
    </div>
  );
}

/** A mean reciprocal rank with two digits. */
export function formatMrr(mrr: number): string {
  return new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(mrr);
}
