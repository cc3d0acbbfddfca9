import { useNavigate } from '@tanstack/react-router';
import type { Overview } from '../../../contract/insights.ts';
import { formatNumber } from '../../ui/format.ts';
import classes from './insights.module.css';
import { goToSection } from './insights-section.tsx';
import { NumberCard } from './number-card.tsx';

const counted = ({ part, whole }: Overview['adoption'], what: string) =>
  `${formatNumber(part)} of ${formatNumber(whole)} ${what}`;

/** The four numbers: what each means, how it moved, and where it leads. */
export function NumberCards({ overview }: { readonly overview: Overview }) {
  const { adoption, coverage, noResultRate, slaHitRate } = overview;
  const navigate = useNavigate();
  return (
    <div className={classes.cards}>
      <NumberCard
        name="Content adoption"
        definition="Published assets that somebody used at least once in the period, of all published assets."
        figure={adoption}
        counted={counted(adoption, 'assets used')}
        lead="See the never used"
        onLead={() => goToSection('unused')}
      />
      <NumberCard
        name="Coverage"
        definition="Cells of buying stage × persona with at least one published, fresh asset, of all cells."
        figure={coverage}
        counted={counted(coverage, 'cells covered')}
        lead="See the cells"
        onLead={() => goToSection('coverage')}
      />
      <NumberCard
        name="No-result rate"
        definition="Searches that found nothing, of all searches in the period. Good is 5 % or less."
        figure={noResultRate}
        counted={counted(noResultRate, 'searches in vain')}
        lowerIsBetter
        lead="See the searches"
        onLead={() => void navigate({ to: '/insights', search: { part: 'search' } })}
      />
      <NumberCard
        name="SLA hit rate"
        definition="Requests answered within the promised time, of all requests answered in the period."
        figure={slaHitRate}
        counted={counted(slaHitRate, 'answered in time')}
        lead="See the requests"
        onLead={() => goToSection('requests')}
      />
    </div>
  );
}
