import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { NearScreen } from './near-screen.tsx';

/** What the area brings into the window. */
export const near = {
  screens: { '/duplicates': NearScreen },
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'duplicates',
      name: t`Find duplicates`,
      group: 'go',
      keywords: t`merge same similar copies versions clean up`,
      needs: 'publish',
      perform: (context) => context.go('/duplicates'),
    },
  ],
} as const satisfies Area;
