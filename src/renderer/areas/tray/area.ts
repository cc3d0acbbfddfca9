import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { trayShown } from './tray-state.ts';

/** What the area brings into the window. */
export const tray = {
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'tray',
      name: t`Tray of picked pages`,
      group: 'look',
      keywords: t`assemble pdf slides merge combine deck`,
      keys: ['Mod+Shift+Y'],
      perform: () => trayShown.set(true),
    },
  ],
} as const satisfies Area;
