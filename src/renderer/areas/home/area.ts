import { t } from '@lingui/core/macro';
import { IconHome } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { newVersionsSentence, useNewVersions } from '../compare/use-new-versions.ts';
import { HomeScreen } from './home-screen.tsx';
import { arrivalsSentence, useArrivals } from './use-arrivals.ts';
import { dueSentence, useDue } from './use-due.ts';
import { recallsSentence, useRecalls } from './use-recalls.ts';

function useWaiting(): Waiting {
  const arrived = useArrivals();
  const { news } = useRecalls();
  const due = useDue().news;
  const renewed = useNewVersions().news;
  const told = [
    ...(news.length > 0 ? [recallsSentence(news)] : []),
    ...(due.length > 0 ? [dueSentence(due)] : []),
    ...(renewed.length > 0 ? [newVersionsSentence(renewed)] : []),
    ...(arrived.total > 0 ? [arrivalsSentence(arrived)] : []),
  ];
  return {
    count: arrived.total + news.length + due.length + renewed.length,
    told: told.join(', '),
    fresh: news.length > 0,
  };
}

/** What the area brings into the window. */
export const home = {
  screens: { '/': HomeScreen },
  rail: { to: '/', name: t`Home`, icon: IconHome, digit: 1, useWaiting },
} as const satisfies Area;
