import { MOST_OPEN_PROPOSALS } from '../../shared/limits.ts';
import type { Holds } from '../kernel/holds.ts';
import { type ProposalState, type ProposalsPart, standingAnswer } from './proposals.ts';

/** What one asks of what was proposed. */

type Catalog = Holds<ProposalsPart>;

/** A proposal that has arrived. */
export type MadeProposal = ProposalState & Required<Pick<ProposalState, 'made'>>;

/** A proposal whose making has arrived. */
export function madeProposal({ state }: Catalog, id: string): MadeProposal | undefined {
  const proposal = state.proposals.get(id);
  return isMade(proposal) ? proposal : undefined;
}

/** Who proposed something. */
export function proposerOf(catalog: Catalog, id: string): string | undefined {
  return madeProposal(catalog, id)?.made.value.member;
}

/** What the file of a proposal is called. */
export function fileOfProposal(catalog: Catalog, id: string): string | undefined {
  return madeProposal(catalog, id)?.made.value.file.fileName;
}

/** All that a member proposed, the newest first. Goes through all proposals. */
export function allProposedBy(catalog: Catalog, member: string): MadeProposal[] {
  return allMade(catalog).filter(({ made }) => made.value.member === member);
}

/**
 * All that are to be shown to marketing, the newest first. Of each member's that wait, only so many as a device at work lets them make: whoever
 * writes thousands with a program of their own hides nobody else's.
 */
export function allShownProposals(catalog: Catalog): MadeProposal[] {
  const waiting = new Map<string, number>();
  return allMade(catalog).filter((proposal) => {
    if (standingAnswer(proposal) !== undefined) return true;
    const { member } = proposal.made.value;
    const before = waiting.get(member) ?? 0;
    waiting.set(member, before + 1);
    return before < MOST_OPEN_PROPOSALS;
  });
}

function allMade({ state }: Catalog): MadeProposal[] {
  const byTime = (one: MadeProposal, other: MadeProposal): number =>
    other.made.value.at - one.made.value.at || (one.id < other.id ? -1 : 1);
  return [...state.proposals.values()].filter(isMade).sort(byTime);
}

function isMade(proposal: ProposalState | undefined): proposal is MadeProposal {
  return proposal?.made !== undefined;
}
