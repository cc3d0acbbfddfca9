import { t } from '@lingui/core/macro';
import { IconChartBar } from '@tabler/icons-react';
import type { Area } from '../../base/area.ts';
import { InsightsScreen } from './insights-screen.tsx';

/** What the area brings into the window. */
export const insights = {
  screens: { '/insights': InsightsScreen },
  rail: { to: '/insights', name: t`Insights`, icon: IconChartBar, digit: 5, needs: 'see-insights' },
} as const satisfies Area;
