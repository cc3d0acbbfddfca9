import { t } from '@lingui/core/macro';
import { IconInbox } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { useSession } from '../../base/use-session.ts';
import { ASK_KEY, askMarketing } from './request-drawer-state.ts';
import { RequestScreen } from './request-screen.tsx';
import { RequestsScreen } from './requests-screen.tsx';
import { useRequestNews } from './use-request-news.ts';

/** Who answers requests sees how many are open; a rep, which of theirs have news. */
function useWaiting(): Waiting {
  const { can, counts } = useSession();
  const news = useRequestNews().length;
  const open = can.answer ? counts.openRequests : 0;
  const told = [...(news === 0 ? [] : [t`${news} with news`]), ...(can.answer ? [t`${open} open`] : [])];
  return { count: Math.max(open, news), told: told.join(', '), fresh: news > 0 };
}

/** What the area brings into the window. */
export const requests = {
  screens: { '/requests': RequestsScreen, '/requests/$requestId': RequestScreen },
  rail: { to: '/requests', name: t`Requests`, icon: IconInbox, useWaiting },
  commands: [
    {
      ...PLAIN_COMMAND,
      id: 'ask',
      name: t`Ask marketing for something`,
      group: 'do',
      keywords: t`request need new missing`,
      keys: [ASK_KEY],
      perform: () => askMarketing(),
    },
  ],
} as const satisfies Area;
