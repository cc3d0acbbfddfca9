import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { openCallContext } from './call-context-pill.tsx';
import { CallScreen } from './call-screen.tsx';
import { preparing } from './prepare-state.ts';

/** What the area brings into the window. */
export const calls = {
  screens: { '/calls/$callId': CallScreen },
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'call',
      name: t`Set my call`,
      group: 'do',
      keywords: t`context stage persona prepare`,
      keys: ['Mod+.'],
      perform: () => openCallContext(),
    },
    {
      ...PLAIN_COMMAND,
      id: 'prepare-call',
      name: t`Prepare a call`,
      group: 'do',
      keywords: t`meeting invitation calendar ics pack flight check`,
      keys: ['Mod+Shift+M'],
      perform: () => preparing.set({}),
    },
  ],
} as const satisfies Area;
