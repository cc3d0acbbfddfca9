import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { z } from 'zod';
import type { Proposal } from '../../../contract/proposals.ts';
import { markedName } from '../../../words/new-members.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { useRemembered } from '../../base/remembered.ts';
import { showError } from '../../base/undo-toast.ts';
import { useSession } from '../../base/use-session.ts';

const nothing: readonly Proposal[] = [];

/** What is proposed: one's own; everybody's where one answers them. */
export function useProposals(): readonly Proposal[] {
  return useQuery(orpc.proposals.list.queryOptions()).data ?? nothing;
}

/** What others propose and nobody has answered, for who answers. */
export function useWaitingProposals(): readonly Proposal[] {
  const { can } = useSession();
  const all = useProposals();
  return can.publish ? all.filter(({ answer }) => answer === 'open') : nothing;
}

/** One's own proposals that have an answer which one has not looked at. */
export function useProposalNews(): readonly Proposal[] {
  return useProposals().filter(({ news }) => news);
}

/** What became of a proposal, as a sentence. */
export function answerSentence({ answer, answeredBy, fileName, asset }: Proposal): string {
  const name = answeredBy === undefined ? '' : markedName(answeredBy);
  switch (answer) {
    case 'open':
      return t`“${fileName}” is waiting for an answer`;
    case 'adopted':
      return asset === undefined
        ? t`${name} adopted “${fileName}”`
        : t`${name} published “${fileName}” as “${{ title: asset.title }}”`;
    case 'declined':
      return t`${name} declined “${fileName}”`;
    case 'withdrawn':
      return t`“${fileName}” was withdrawn`;
  }
}

/** Takes back what one proposed. */
export async function withdraw({ id, fileName }: Proposal): Promise<void> {
  try {
    const { undo } = await engine.proposals.answer({ proposal: id, answer: 'withdrawn' });
    showChanged({ message: t`Withdrew “${fileName}”.`, undo });
  } catch (error) {
    showError(error);
  }
}

/** Says that what was answered was looked at. */
export async function see(proposals: readonly Proposal[]): Promise<void> {
  try {
    for (const { id, said, news } of proposals) if (news) await engine.proposals.seen({ proposal: id, said });
  } catch (error) {
    showError(error);
  }
}

/** Has the system tell of answers that came, each once; by the same habit as of answers to requests. */
export function useTellOfProposals(): void {
  const news = useProposalNews();
  const [tells] = useRemembered('requests.notifications', z.boolean(), true);
  const router = useRouter();
  useEffect(() => {
    for (const entry of news) if (entry.untold) void tell(entry, tells).catch(showError);
  }, [news, tells]);
  useEffect(() => {
    // Whoever is where they stand sees them.
    if (router.state.location.pathname === '/requests' && document.hasFocus()) void see(news);
  }, [news, router]);
}

/** What is being told of, so that news asked for twice are told once. */
const telling = new Set<string>();

async function tell(entry: Proposal, tells: boolean): Promise<void> {
  const key = `${entry.id}/${entry.said}`;
  if (telling.has(key)) return;
  telling.add(key);
  try {
    if (tells) {
      const link = entry.asset === undefined ? '/requests' : `/asset/${entry.asset.asset}`;
      const body = (entry.reason ?? '').slice(0, 300);
      await window.kitbag.notify({ title: answerSentence(entry).slice(0, 200), body, link });
    }
    await engine.proposals.told({ proposal: entry.id, said: entry.said });
  } finally {
    telling.delete(key);
  }
}
