import { t } from '@lingui/core/macro';
import { IconSettings } from '@tabler/icons-react';
import type { Area } from '../../base/area.ts';
import { SettingsScreen } from './settings-screen.tsx';

/** What the area brings into the window. */
export const settings = {
  screens: { '/settings': SettingsScreen },
  rail: { to: '/settings', name: t`Settings`, icon: IconSettings },
} as const satisfies Area;
