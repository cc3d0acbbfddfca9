import { plural, t } from '@lingui/core/macro';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { useWaitingProposals } from '../proposals/use-proposals.ts';
import { ReviewsScreen } from './reviews-screen.tsx';
import { useReviews } from './use-reviews.ts';

function useWaiting(): Waiting {
  const forMe = useReviews(false).data?.forMe ?? 0;
  const proposed = useWaitingProposals().length;
  const told = [
    ...(forMe > 0
      ? [plural(forMe, { one: '# waiting for your approval', other: '# waiting for your approval' })]
      : []),
    ...(proposed > 0 ? [plural(proposed, { one: '# proposed', other: '# proposed' })] : []),
  ];
  return { count: forMe + proposed, told: told.join(', ') };
}

/** What the area brings into the window. */
export const reviews = {
  screens: { '/reviews': ReviewsScreen },
  rail: {
    to: '/reviews',
    name: t`Reviews`,
    icon: IconRosetteDiscountCheck,
    digit: 8,
    needs: 'publish',
    useWaiting,
  },
} as const satisfies Area;
