import { plural, t } from '@lingui/core/macro';
import { IconInbox } from '@tabler/icons-react';
import type { Area, Waiting } from '../../base/area.ts';
import { PLAIN_COMMAND } from '../../base/command.ts';
import { useSession } from '../../base/use-session.ts';
import { formatNumber } from '../../ui/format.ts';
import { useProposalNews } from '../proposals/use-proposals.ts';
import { ASK_KEY, askMarketing } from './request-drawer-state.ts';
import { RequestScreen } from './request-screen.tsx';
import { RequestsScreen } from './requests-screen.tsx';
import { useRequestNews } from './use-request-news.ts';

/** Who answers requests sees how many are open; a rep, which of theirs have news. */
function useWaiting(): Waiting {
  const { can, counts } = useSession();
  const news = useRequestNews().length + useProposalNews().length;
  const open = can.answer ? counts.openRequests : 0;
  return { count: Math.max(open, news), told: toldOf(news, can.answer ? open : null), fresh: news > 0 };
}

/** `2 with news, 5 open`; only what the person has to do with, and nothing where there is nothing. */
function toldOf(news: number, open: number | null): string {
  if (open === null) return news === 0 ? '' : plural(news, { one: '# with news', other: '# with news' });
  if (news === 0) return plural(open, { one: '# open', other: '# open' });
  return t`${{ news: formatNumber(news) }} with news, ${{ open: formatNumber(open) }} open`;
}

/** What the area brings into the window. */
export const requests = {
  screens: { '/requests': RequestsScreen, '/requests/$requestId': RequestScreen },
  rail: { to: '/requests', name: t`Requests`, icon: IconInbox, digit: 3, useWaiting },
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
