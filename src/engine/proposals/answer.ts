import type { Proposal } from '../../contract/proposals.ts';
import { standingAnswer } from '../../domain/proposals/proposals.ts';
import type { EventBody } from '../../domain/registry.ts';
import { says } from '../../shared/says/says.ts';
import { summaryOf } from '../assets/assets.ts';
import { invalid, notAllowed } from '../base/refusal.ts';
import { checkMayPublish } from '../people/may-publish.ts';
import { mayAnswer, proposalViews, saidOf, seenProposal } from './proposal-view.ts';
import type { WithProposals } from './with-proposals.ts';

/** What becomes of what was proposed. */

/** An answer but adopting, which publishing brings about. */
type Answer = {
  readonly proposal: string;
  readonly answer: 'declined' | 'withdrawn' | 'open';
  readonly reason?: string | undefined;
  readonly asset?: string | undefined;
};

/** Declines (marketing, with a reason), withdraws one's own, or lets it wait again. */
export async function answerProposal(
  replica: WithProposals,
  given: Answer,
): Promise<{ proposal: Proposal; undo?: string }> {
  const { id, made } = seenProposal(replica, given.proposal);
  const isOwn = made.value.member === replica.catalog.selfId();
  if (given.answer === 'declined') {
    if (!mayAnswer(replica)) throw notAllowed(says('proposals.answered-by-marketing'));
    if ((given.reason ?? '') === '') throw invalid(says('proposals.declined-why'), 'reason');
  } else if (!isOwn) throw notAllowed(says('proposals.answered-by-marketing'));
  checkOpen(replica, given);
  const body: EventBody<'proposal-answered'> = {
    proposal: id,
    answer: given.answer,
    ...(given.reason !== undefined && { reason: given.reason }),
    ...(given.asset !== undefined && { asset: summaryOf(replica, given.asset).id }),
    at: replica.ports.clock.now(),
  };
  const undone = await replica.undos.commit([{ kind: 'proposal-answered', body }]);
  const view = await proposalViews(replica);
  return { proposal: view(seenProposal(replica, id)), ...undone };
}

/** Who declines or withdraws answers what waits; only one's own withdrawal is taken up again. */
function checkOpen(replica: WithProposals, { proposal, answer }: Answer): void {
  const standing = standingAnswer(seenProposal(replica, proposal));
  const expected = answer === 'open' ? 'withdrawn' : undefined;
  if (standing?.answer !== expected) throw invalid(says('proposals.answered'));
}

/** Puts the file of a proposal on the publish table, where it is read and asked about as every other one. Brings it here first. */
export async function* stageProposal(
  replica: WithProposals,
  id: string,
): AsyncGenerator<{ bytes: number; total: number } | { row: string }, void> {
  checkMayPublish(replica);
  const proposal = seenProposal(replica, id);
  if (standingAnswer(proposal) !== undefined) throw invalid(says('proposals.answered'));
  const { file, why, member } = proposal.made.value;
  const { staging, offline, ports, catalog } = replica;
  const onTable = staging.all().find(({ row }) => row.proposal?.id === id);
  if (onTable !== undefined) {
    yield { row: onTable.row.id };
    return;
  }
  yield* offline.fetch({ sha256: file.sha256, size: file.size, asset: '' });
  const [row = ''] = staging.stageFound([
    {
      file: {
        path: ports.home.blobs.path(file.sha256),
        name: file.fileName,
        folder: '',
        size: file.size,
        modifiedAt: 0,
      },
      proposal: { id, by: catalog.member(member).name, why },
    },
  ]);
  yield { row };
}

/** Whoever proposed has seen so much of what was answered. */
export async function seeProposal(
  replica: WithProposals,
  id: string,
  said: number,
): Promise<{ seen: boolean }> {
  const proposal = seenProposal(replica, id);
  if (await replica.seen.see(id, Math.min(said, await saidOf(replica, proposal))))
    replica.changes.emit('proposals');
  return { seen: true };
}

/** The system told whoever proposed of so much. */
export async function toldOfProposal(replica: WithProposals, id: string, said: number): Promise<void> {
  const proposal = seenProposal(replica, id);
  if (await replica.seen.tell(id, Math.min(said, await saidOf(replica, proposal))))
    replica.changes.emit('proposals');
}
