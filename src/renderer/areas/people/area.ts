import { plural, t } from '@lingui/core/macro';
import { IconUsers } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { useSession } from '../../base/use-session.ts';
import { PeopleScreen } from './people-screen.tsx';

function useWaiting(): Waiting {
  const { waiting } = useSession().counts;
  return {
    count: waiting,
    told: plural(waiting, { one: '# waiting to be let in', other: '# waiting to be let in' }),
  };
}

/** What the area brings into the window. */
export const people = {
  screens: { '/people': PeopleScreen },
  rail: { to: '/people', name: t`People`, icon: IconUsers, digit: 7, needs: 'manage-members', useWaiting },
} as const satisfies Area;
