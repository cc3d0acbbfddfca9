import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { openCallContext } from './call-context-pill.tsx';

/** What the area brings into the window. */
export const calls = {
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
  ],
} as const satisfies Area;
