import { Link } from '@tanstack/react-router';
import { SavedSearchBell } from '../areas/finding/saved-searches/saved-search-bell.tsx';
import { arrivalsSentence, useArrivals } from '../areas/home/use-arrivals.ts';
import { SyncIndicator } from '../areas/hub/sync/sync-indicator.tsx';
import { useRequestNews } from '../areas/requests/use-request-news.ts';
import { useSession } from '../base/use-session.ts';
import { RailCount } from '../ui/rail-count.tsx';
import rail from '../ui/rail-item.module.css';
import { ROLE_NAMES } from '../ui/role-names.ts';
import styles from './app-rail.module.css';
import shellStyles from './app-shell.module.css';
import { type Area, areasOf, settingsArea } from './areas.ts';

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
