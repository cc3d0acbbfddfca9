import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import type { KitProposal } from '../../../contract/kits.ts';
import { markedName } from '../../../words/new-members.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { useRemembered } from '../../base/remembered.ts';
import { showError } from '../../base/undo-toast.ts';

const nothing: readonly KitProposal[] = [];

/** Kits that colleagues propose and nobody has answered. */
export function useProposedKits(enabled: boolean): readonly KitProposal[] {
  return (
    useQuery({ ...orpc.kits.proposals.queryOptions({ input: { open: true } }), enabled }).data ?? nothing
  );
}

/** One's own proposals that have an answer which one has not looked at. */
export function useKitProposalNews(): readonly KitProposal[] {
  const { data = nothing } = useQuery(orpc.kits.proposals.queryOptions({ input: {} }));
  return data.filter(({ news }) => news);
}

/** What became of a proposed kit, as a sentence. */
export function kitAnswerSentence({ answer, answeredBy, name: kit }: KitProposal): string {
  const name = answeredBy === undefined ? '' : markedName(answeredBy);
  switch (answer) {
    case 'open':
      return t`“${kit}” is waiting for an answer`;
    case 'adopted':
      return t`${name} adopted your kit “${kit}”`;
    case 'declined':
      return t`${name} declined your kit “${kit}”`;
    case 'withdrawn':
      return t`“${kit}” was withdrawn`;
  }
}

/** Says that what was answered was looked at. */
export function seeKitProposals(proposals: readonly KitProposal[]): void {
  const news = proposals.filter(({ news }) => news).map(({ id }) => id);
  if (news.length > 0) engine.kits.proposalsSeen({ proposals: news }).catch(showError);
}

/** Has the system tell of answers that came, each once; by the same habit as of answers to requests. */
export function useTellOfKitProposals(): void {
  const news = useKitProposalNews();
  const [tells] = useRemembered('requests.notifications', z.boolean(), true);
  useEffect(() => {
    for (const proposal of news) if (proposal.untold) void tell(proposal, tells).catch(showError);
  }, [news, tells]);
}

/** What is being told of, so that news asked for twice are told once. */
const telling = new Set<string>();

async function tell(proposal: KitProposal, tells: boolean): Promise<void> {
  const { id, answeredAt, kit, reason = '' } = proposal;
  const key = `${id}/${answeredAt}`;
  if (telling.has(key)) return;
  telling.add(key);
  try {
    if (tells) {
      const link = kit === undefined ? '/library/kits' : `/library/kits/${kit}`;
      const title = kitAnswerSentence(proposal).slice(0, 200);
      await window.kitbag.notify({ title, body: reason.slice(0, 300), link });
    }
    await engine.kits.proposalsTold({ proposals: [id] });
  } finally {
    telling.delete(key);
  }
}

/** Takes back what one proposed. */
export async function withdrawKit({ id, name }: Pick<KitProposal, 'id' | 'name'>): Promise<void> {
  try {
    const { undo } = await engine.kits.withdraw({ proposal: id });
    showChanged({ message: t`Withdrew “${{ fileName: name }}”.`, undo });
  } catch (error) {
    showError(error);
  }
}

/** Makes a proposal a kit of the hub, a draft to be edited. Answers its id. */
export async function adoptKit({ id, name }: KitProposal): Promise<string | undefined> {
  try {
    const { kit, undo } = await engine.kits.adopt({ proposal: id });
    showChanged({ message: t`Adopted “${name}” as a draft.`, undo });
    return kit;
  } catch (error) {
    showError(error);
    return undefined;
  }
}

/** Declines a proposal with a reason. Says whether it was done. */
export async function declineKit({ id, name, by }: KitProposal, reason: string): Promise<boolean> {
  try {
    const { undo } = await engine.kits.decline({ proposal: id, reason });
    showChanged({ message: t`Declined “${name}”. ${{ name: by.name }} is told why.`, undo });
    return true;
  } catch (error) {
    showError(error);
    return false;
  }
}
