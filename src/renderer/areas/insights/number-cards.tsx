import { t } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import type { Overview } from '../../../contract/insights.ts';
import type { Figures } from '../../../words/figures.ts';
import { formatNumber } from '../../ui/format.ts';
import { goToSection } from '../../ui/insights-section.tsx';
import classes from '../../ui/report.module.css';
import { NumberCard } from './number-card.tsx';

const counted = ({ part, whole }: Overview['adoption'], what: string) =>
  t`${formatNumber(part)} of ${formatNumber(whole)} ${what}`;

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
        counted={counted(adoption, t`assets used`)}
        lead={t`See the unused`}
        onLead={() => goToSection('unused')}
      />
      <NumberCard
        of={figures.coverage}
        figure={coverage}
        counted={counted(coverage, t`cells covered`)}
        lead={t`See the cells`}
        onLead={() => goToSection('coverage')}
      />
      <NumberCard
        of={figures.noResultRate}
        figure={noResultRate}
        counted={counted(noResultRate, t`searches found nothing`)}
        lead={t`See the searches`}
        onLead={() => void navigate({ to: '/insights', search: { part: 'search' } })}
      />
      <NumberCard
        of={figures.slaHitRate}
        figure={slaHitRate}
        counted={counted(slaHitRate, t`promises kept`)}
        lead={t`See the requests`}
        onLead={() => goToSection('requests')}
      />
    </div>
  );
}
