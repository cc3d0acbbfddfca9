import { t } from '@lingui/core/macro';
import type { Area } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { exchangeNow } from './sync/exchange-now.ts';
import { SyncScreen } from './sync/sync-screen.tsx';

/** What the area brings into the window. */
export const hub = {
  screens: { '/sync': SyncScreen },
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'exchange',
      name: t`Sync now`,
      group: 'do',
      keywords: t`exchange hub synchronize refresh update pull push`,
      perform: () => void exchangeNow(),
    },
    {
      ...PLAIN_COMMAND,
      id: 'sync',
      name: t`Sync`,
      group: 'go',
      keywords: t`screen open hub devices state offline blocked behind folder`,
      perform: (context) => context.go('/sync'),
    },
  ],
} as const satisfies Area;
