import { plural, t } from '@lingui/core/macro';
import { IconHome } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { newVersionsSentence, useNewVersions } from '../compare/use-new-versions.ts';
import { useRecalledKits } from '../kits/recalled-kits.tsx';
import { HomeScreen } from './home-screen.tsx';
import { arrivalsSentence, useArrivals } from './use-arrivals.ts';
import { dueSentence, useDue } from './use-due.ts';
import { recallsSentence, useRecalls } from './use-recalls.ts';

function useWaiting(): Waiting {
  const arrived = useArrivals();
  const { news } = useRecalls();
  const kits = useRecalledKits().news;
  const due = useDue().news;
  const renewed = useNewVersions().news;
  const told = [
    ...(news.length > 0 ? [recallsSentence(news)] : []),
    ...(kits.length > 0
      ? [
          plural(kits.length, {
            one: '# kit you used was recalled',
            other: '# kits you used were recalled',
          }),
        ]
      : []),
    ...(due.length > 0 ? [dueSentence(due)] : []),
    ...(renewed.length > 0 ? [newVersionsSentence(renewed)] : []),
    ...(arrived.total > 0 ? [arrivalsSentence(arrived)] : []),
  ];
  return {
    count: arrived.total + news.length + kits.length + due.length + renewed.length,
    told: told.join(', '),
    fresh: news.length + kits.length > 0,
  };
}

/** What the area brings into the window. */
export const home = {
  screens: { '/': HomeScreen },
  rail: { to: '/', name: t`Home`, icon: IconHome, digit: 1, useWaiting },
} as const satisfies Area;
