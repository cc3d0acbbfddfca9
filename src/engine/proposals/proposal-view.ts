import type { Proposal } from '../../contract/proposals.ts';
import { may } from '../../domain/people/permissions.ts';
import {
  allProposedBy,
  allShownProposals,
  type MadeProposal,
  madeProposal,
} from '../../domain/proposals/proposal-selectors.ts';
import { countingEntries, standingAnswer } from '../../domain/proposals/proposals.ts';
import { titleOfRequest } from '../../domain/requests/request-selectors.ts';
import { notFound } from '../base/refusal.ts';
import type { Covers } from '../live/journal-place.ts';
import { shownMember } from '../people/shown-member.ts';
import type { WithProposals } from './with-proposals.ts';

/** What was proposed, as whoever is here may see it: their own; everybody's where they answer. */

/** Whether somebody answers proposals. */
export function mayAnswer({ catalog }: WithProposals): boolean {
  return may(catalog.self().role, 'publish');
}

/** A proposal that the person here may see. Throws `Refusal` NOT_FOUND. */
export function seenProposal(replica: WithProposals, id: string): MadeProposal {
  const proposal = madeProposal(replica.catalog, id);
  const isOwn = proposal?.made.value.member === replica.catalog.selfId();
  if (proposal === undefined || !(isOwn || mayAnswer(replica))) throw notFound('proposal');
  return proposal;
}

/** All that the person here may see, the newest first. */
export async function listProposals(replica: WithProposals): Promise<Proposal[]> {
  const { catalog } = replica;
  const seen = mayAnswer(replica) ? allShownProposals(catalog) : allProposedBy(catalog, catalog.self().id);
  const view = await proposalViews(replica);
  return seen.map(view);
}

/** What gives a proposal as windows are told of it. */
export async function proposalViews(replica: WithProposals): Promise<(proposal: MadeProposal) => Proposal> {
  const covered = await replica.places.covers(replica.seen.cameInAt);
  return (proposal) => viewOf(replica, proposal, covered);
}

/** How much others answered since this device came in. */
export async function saidOf(replica: WithProposals, proposal: MadeProposal): Promise<number> {
  return answersSince(replica, proposal, await replica.places.covers(replica.seen.cameInAt));
}

function answersSince({ catalog }: WithProposals, proposal: MadeProposal, covered: Covers): number {
  const self = catalog.selfId();
  return countingEntries(proposal).filter(([stamp, { member }]) => member !== self && !covered(stamp)).length;
}

function viewOf(replica: WithProposals, proposal: MadeProposal, covered: Covers): Proposal {
  const { catalog, seen } = replica;
  const { id } = proposal;
  const { file, why, member, at, request } = proposal.made.value;
  const answer = standingAnswer(proposal);
  const mine = member === catalog.selfId();
  const said = answersSince(replica, proposal, covered);
  const asked = request === undefined ? undefined : titleOfRequest(catalog, request);
  return {
    id,
    fileName: file.fileName,
    size: file.size,
    why,
    by: shownMember(replica, member),
    mine,
    at,
    ...(request !== undefined && asked !== undefined && { request: { request, title: asked } }),
    answer: answer?.answer ?? 'open',
    ...(answer && { answeredBy: shownMember(replica, answer.member), answeredAt: answer.at }),
    ...(answer?.reason !== undefined && answer.reason !== '' && { reason: answer.reason }),
    ...named('asset', replica, answer?.asset),
    ...(answer === undefined && named('inLibrary', replica, replica.knownFiles.assetWith(file.sha256))),
    said,
    news: mine && said > seen.seenOf(id),
    untold: mine && said > seen.toldOf(id),
  };
}

/** An asset by its title, where the person here sees it. */
function named<Name extends 'asset' | 'inLibrary'>(
  name: Name,
  { summaries }: WithProposals,
  id: string | undefined,
): { readonly [Key in Name]?: NonNullable<Proposal['asset']> } {
  const asset = id === undefined ? undefined : summaries.seen(id);
  return (asset === undefined ? {} : { [name]: { asset: asset.id, title: asset.title } }) as {
    readonly [Key in Name]?: NonNullable<Proposal['asset']>;
  };
}
