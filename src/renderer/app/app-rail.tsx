import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { SavedSearchBell } from '../areas/finding/saved-searches/saved-search-bell.tsx';
import { SyncIndicator } from '../areas/hub/sync/sync-indicator.tsx';
import type { RailPlace, Waiting } from '../base/area.ts';
import { useSession } from '../base/use-session.ts';
import { RailCount } from '../ui/rail-count.tsx';
import rail from '../ui/rail-item.module.css';
import { ROLE_NAMES } from '../ui/role-names.ts';
import styles from './app-rail.module.css';
import shellStyles from './app-shell.module.css';
import { railOf, SETTINGS } from './areas.ts';

type LinkProps = { readonly place: RailPlace; readonly hint: string; readonly waiting?: Waiting };

function RailLink({ place, hint, waiting }: LinkProps) {
  const Drawn = place.icon;
  return (
    <Link
      className={rail.tall}
      to={place.to}
      title={hint}
      activeOptions={{ exact: place.to === '/', includeSearch: false }}
      draggable={false}
    >
      <Drawn size={22} stroke={1.6} aria-hidden />
      {place.name}
      <RailCount count={waiting?.count ?? 0} fresh={waiting?.fresh ?? false} />
    </Link>
  );
}

const nothing = (): Waiting => ({ count: 0, told: '' });

/** A place with what waits there. */
function CountedLink({ place, keys }: { readonly place: RailPlace; readonly keys: string }) {
  const { useWaiting = nothing } = place;
  const waiting = useWaiting();
  const counted = waiting.count === 0 ? '' : `, ${waiting.told}`;
  return <RailLink place={place} hint={`${place.name}${counted} (${keys})`} waiting={waiting} />;
}

/** The screens that somebody may see, the hub's state, you and the settings. */
export function AppRail() {
  const { member, can } = useSession();
  return (
    <nav className={shellStyles.rail} aria-label={t`Screens`}>
      <ul className={styles.links}>
        {railOf(can).map((place) => (
          <li key={place.to}>
            <CountedLink place={place} keys={`Ctrl+${place.digit}`} />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <SyncIndicator />
        <SavedSearchBell />
        <RailLink place={SETTINGS} hint={t`Settings: ${member.name}, ${ROLE_NAMES[member.role]} (Ctrl+,)`} />
      </div>
    </nav>
  );
}
