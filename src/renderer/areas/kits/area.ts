import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { newKit } from './kit-dialogs-state.ts';
import { KitScreen } from './kit-screen.tsx';
import { KitsScreen } from './kits-screen.tsx';

/** What the area brings into the window. */
export const kits = {
  screens: { '/library/kits': KitsScreen, '/library/kits/$kitId': KitScreen },
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'kits',
      name: t`Go to the kits`,
      group: 'go',
      keywords: t`plays collections`,
      perform: (context) => context.go('/library/kits'),
    },
    {
      ...PLAIN_COMMAND,
      id: 'make-kit',
      name: t`Make a kit`,
      group: 'do',
      keywords: t`play collection new`,
      perform: () => newKit.set({}),
    },
  ],
} as const satisfies Area;
