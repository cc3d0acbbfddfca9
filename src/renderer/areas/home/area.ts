import { t } from '@lingui/core/macro';
import { IconHome } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { HomeScreen } from './home-screen.tsx';
import { arrivalsSentence, useArrivals } from './use-arrivals.ts';

function useWaiting(): Waiting {
  const arrived = useArrivals();
  return { count: arrived.total, told: arrivalsSentence(arrived) };
}

/** What the area brings into the window. */
export const home = {
  screens: { '/': HomeScreen },
  rail: { to: '/', name: t`Home`, icon: IconHome, useWaiting },
} as const satisfies Area;
