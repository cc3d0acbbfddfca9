import { t } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import type { Overview } from '../../../contract/insights.ts';
import type { Figures } from '../../../words/figures.ts';
import { formatNumber } from '../../ui/format.ts';
import { goToSection } from '../../ui/insights-section.tsx';
import classes from '../../ui/report.module.css';
import { NumberCard } from './number-card.tsx';

type Counted = (part: string, whole: string) => string;

const assetsUsed: Counted = (part, whole) => t`${part} of ${whole} assets used`;
const cellsCovered: Counted = (part, whole) => t`${part} of ${whole} cells covered`;
const foundNothing: Counted = (part, whole) => t`${part} of ${whole} searches found nothing`;
const promisesKept: Counted = (part, whole) => t`${part} of ${whole} promises kept`;

const counted = ({ part, whole }: Overview['adoption'], say: Counted) =>
  say(formatNumber(part), formatNumber(whole));

/** The four numbers: what each means, how it moved, and where it leads. */
export function NumberCards({
  overview,
  figures,
}: {
  readonly overview: Overview;
  readonly figures: Figures;
}) {
  const { adoption, coverage, noResultRate, slaHitRate } = overview;
  const navigate = useNavigate();
  return (
    <div className={classes.cards}>
      <NumberCard
        of={figures.adoption}
        figure={adoption}
        counted={counted(adoption, assetsUsed)}
        lead={t`See unused assets`}
        onLead={() => goToSection('unused')}
      />
      <NumberCard
        of={figures.coverage}
        figure={coverage}
        counted={counted(coverage, cellsCovered)}
        lead={t`See the cells`}
        onLead={() => goToSection('coverage')}
      />
      <NumberCard
        of={figures.noResultRate}
        figure={noResultRate}
        counted={counted(noResultRate, foundNothing)}
        lead={t`See the searches`}
        onLead={() => void navigate({ to: '/insights', search: { part: 'search-quality' } })}
      />
      <NumberCard
        of={figures.slaHitRate}
        figure={slaHitRate}
        counted={counted(slaHitRate, promisesKept)}
        lead={t`See the requests`}
        onLead={() => goToSection('requests')}
      />
    </div>
  );
}
