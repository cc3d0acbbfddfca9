import { Link } from '@tanstack/react-router';
import type { Role } from '../../contract/common.ts';
import { SyncIndicator } from '../features/exchange/sync-indicator.tsx';
import { arrivalsSentence, useArrivals } from '../features/exchange/use-arrivals.ts';
import { useRequestNews } from '../features/requests/use-request-news.ts';
import { SavedSearchBell } from '../features/saved-searches/saved-search-bell.tsx';
import styles from './app-rail.module.css';
import shellStyles from './app-shell.module.css';
import { type Area, areasOf, settingsArea } from './areas.ts';
import { RailCount } from './rail-count.tsx';
import rail from './rail-item.module.css';
import { useSession } from './use-session.ts';

/** The words of the roles. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  rep: 'Rep',
  marketer: 'Marketer',
  lead: 'Content lead',
};

function RailLink({
  area,
  hint,
  count,
  fresh = false,
}: {
  readonly area: Area;
  readonly hint: string;
  readonly count: number;
  /** Some of it is news to this person. */
  readonly fresh?: boolean;
}) {
  const Drawn = area.icon;
  return (
    <Link
      className={rail.tall}
      to={area.to}
      title={hint}
      activeOptions={{ exact: area.to === '/', includeSearch: false }}
      draggable={false}
    >
      <Drawn size={22} stroke={1.6} aria-hidden />
      {area.name}
      <RailCount count={count} fresh={fresh} />
    </Link>
  );
}

/** The screens that the role needs, the hub's state, you and the settings. */
export function AppRail() {
  const { member, counts } = useSession();
  const arrived = useArrivals();
  const news = useRequestNews().length;
  const countOf = (area: Area): number => {
    if (area.to === '/') return arrived.total;
    if (area.to === '/people') return counts.waiting;
    if (area.to === '/requests') return member.role === 'rep' ? news : Math.max(counts.openRequests, news);
    return area.to === '/publish' ? counts.staged : 0;
  };
  const countedAs = (area: Area, count: number): string => {
    if (area.to === '/') return arrivalsSentence(arrived);
    if (area.to === '/people') return `${count} waiting to be let in`;
    if (area.to === '/publish') return `${count} on the table`;
    const open = member.role === 'rep' ? [] : [`${counts.openRequests} open`];
    return [...(news === 0 ? [] : [`${news} with news`]), ...open].join(', ');
  };
  const hintOf = (area: Area, index: number): string => {
    const count = countOf(area);
    const counted = count === 0 ? '' : `, ${countedAs(area, count)}`;
    return `${area.name}${counted} (Ctrl+${index + 1})`;
  };
  return (
    <nav className={shellStyles.rail} aria-label="Screens">
      <ul className={styles.links}>
        {areasOf(member.role).map((area, index) => (
          <li key={area.to}>
            <RailLink
              area={area}
              hint={hintOf(area, index)}
              count={countOf(area)}
              fresh={area.to === '/requests' && news > 0}
            />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <SyncIndicator />
        <SavedSearchBell />
        <RailLink
          area={settingsArea}
          hint={`Settings: ${member.name}, ${ROLE_NAMES[member.role]} (Ctrl+,)`}
          count={0}
        />
      </div>
    </nav>
  );
}
