import { IconSettings } from '@tabler/icons-react';
import type { Area } from '../../base/area.ts';
import { EVERYBODY } from '../../base/command.ts';
import { SettingsScreen } from './settings-screen.tsx';

/** What the area brings into the window. */
export const settings = {
  screens: { '/settings': SettingsScreen },
  rail: { to: '/settings', name: 'Settings', icon: IconSettings, roles: EVERYBODY },
} as const satisfies Area;
