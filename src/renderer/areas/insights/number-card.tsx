import { plural, t } from '@lingui/core/macro';
import { Anchor } from '@mantine/core';
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import type { Overview } from '../../../contract/insights.ts';
import type { Figure as Definition } from '../../../words/figures.ts';
import { DefinitionHint } from '../../ui/definition-hint.tsx';
import { formatPercent } from '../../ui/format.ts';
import report from '../../ui/report.module.css';
import classes from './insights.module.css';

type Figure = Overview['adoption'];

type Props = {
  readonly of: Definition;
  readonly figure: Figure;
  /** `12 of 25 assets used`: part and whole in words. */
  readonly counted: string;
  /** What the number leads to. */
  readonly lead: string;
  readonly onLead: () => void;
};

/** How a number moved against the period before, in percentage points. */
type Trend = {
  readonly word: string;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly points: number;
  /** False where there is no period before: then nothing moved, and nothing stayed either. */
  readonly compared: boolean;
};

/** Works out the trend of a number. */
export function trendOf(figure: Figure, lowerIsBetter: boolean): Trend {
  if (figure.value === null || figure.previous === null)
    return { word: t`No earlier period`, tone: 'plain', points: 0, compared: false };
  const points = Math.round((figure.value - figure.previous) * 100);
  if (points === 0) return { word: t`Unchanged`, tone: 'plain', points, compared: true };
  const up = points > 0;
  const tone = up === !lowerIsBetter ? 'good' : 'bad';
  const word = up
    ? plural(points, { one: 'Up # point', other: 'Up # points' })
    : plural(-points, { one: 'Down # point', other: 'Down # points' });
  return { word, tone, points, compared: true };
}

/** One of the four numbers. */
export function NumberCard({
  of: { name, definition, lowerIsBetter },
  figure,
  counted,
  lead,
  onLead,
}: Props) {
  const trend = trendOf(figure, lowerIsBetter);
  const Arrow =
    trend.points === 0 ? IconArrowRight : trend.points > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <article className={report.card} aria-label={name}>
      <h2 className={report.cardName}>
        {name}
        <DefinitionHint name={name} definition={definition} />
      </h2>
      <p className={report.value}>{figure.value === null ? '–' : formatPercent(figure.value)}</p>
      <p className={report.counted}>{figure.value === null ? t`Nothing to count yet` : counted}</p>
      <p className={classes.trend} data-tone={trend.tone}>
        {trend.compared && <Arrow size={14} aria-hidden />}
        {trend.word}
      </p>
      <Anchor component="button" type="button" size="sm" className={classes.lead} onClick={onLead}>
        {lead}
      </Anchor>
    </article>
  );
}
