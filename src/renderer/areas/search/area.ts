import { t } from '@lingui/core/macro';
import { IconFolders } from '@tabler/icons-react';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { enterResultsFromNowhere, focusSearch } from '../../base/focus-search.ts';
import { LibraryScreen } from './library-screen.tsx';

/** What the area brings into the window. */
export const search = {
  screens: { '/library': LibraryScreen },
  rail: { to: '/library', name: t`Library`, icon: IconFolders, digit: 2 },
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'search',
      name: t`Search`,
      group: 'do',
      keywords: t`find look for`,
      keys: ['/', 'Mod+K'],
      perform: () => focusSearch(),
    },
    {
      ...PLAIN_COMMAND,
      id: 'results',
      name: t`Go to the results`,
      group: 'do',
      keys: ['ArrowDown'],
      inPalette: false,
      perform: () => enterResultsFromNowhere(),
    },
  ],
} as const satisfies Area;
