import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { openCallContext } from './call-context-pill.tsx';

/** What the area brings into the window. */
export const calls = {
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'call',
      name: 'Set my call',
      group: 'Do',
      keywords: 'context stage persona prepare',
      keys: ['Mod+.'],
      perform: () => openCallContext(),
    },
  ],
} as const satisfies Area;
