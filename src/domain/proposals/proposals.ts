import { z } from 'zod';
import { cleanLine } from '../../shared/clean-line.ts';
import { LARGEST_PROPOSED } from '../../shared/limits.ts';
import { PROPOSAL_ANSWERS, type ProposalAnswer } from '../../shared/vocabulary/proposals.ts';
import { blob, type KeptBlob } from '../kernel/blobs.ts';
import type { Claimed } from '../kernel/claims.ts';
import { defineCollection } from '../kernel/define-collection.ts';
import { assetId, line, nonce, optionalLine, proposalId, requestId, time } from '../kernel/fields.ts';
import type { OrderKey } from '../kernel/order.ts';
import { entryOf } from '../kernel/register.ts';
import type { Entries } from '../kernel/snapshot-json.ts';

/** Files that reps propose, and what became of them. They are no assets: nothing lists, finds or opens them before a marketer adopts them. */

/** What was proposed. */
export const proposalBody = z.object({
  proposal: proposalId,
  nonce,
  file: z.object({
    sha256: blob('original'),
    size: z.number().int().positive().max(LARGEST_PROPOSED),
    /** As the file was called; shown only. Never used as a path. */
    fileName: z.string().transform(cleanLine).pipe(z.string().min(1).max(1024)),
  }),
  why: line,
  /** The request that it would answer. */
  request: requestId.optional(),
  at: time,
});

export const proposalAnswerBody = z.object({
  proposal: proposalId,
  answer: z.enum(PROPOSAL_ANSWERS),
  /** Why it was declined. */
  reason: optionalLine.optional(),
  /** What it became, or what is there already. */
  asset: assetId.optional(),
  at: time,
});

/** What was proposed, and by whom. */
type Proposed = Omit<z.infer<typeof proposalBody>, 'nonce'> & { readonly member: string };

/** An answer. Those of reps count only where they withdraw or take up again their own. */
type AnswerState = z.infer<typeof proposalAnswerBody> & {
  readonly member: string;
  readonly byMarketing: boolean;
};

/** A proposal. Without `made` its making has not arrived yet. */
export type ProposalState = {
  readonly id: string;
  made?: Claimed<Proposed>;
  /** By their places in the order. */
  readonly answers: Map<OrderKey, AnswerState>;
};

export type ProposalsPart = { readonly proposals: Map<string, ProposalState> };

type ProposalJson = Omit<ProposalState, 'answers'> & { readonly answers: Entries<never> };

export const proposals = defineCollection({
  name: 'proposals',
  topics: ['proposals'],
  empty: (): ProposalsPart => ({ proposals: new Map() }),
  toJson: (state: ProposalsPart) =>
    [...state.proposals.values()].map((one) => ({ ...one, answers: [...one.answers] })),
  fill(state: ProposalsPart, json) {
    for (const one of json as readonly ProposalJson[])
      state.proposals.set(one.id, { ...one, answers: new Map(one.answers) });
  },
  blobs: blobsOfProposals,
  claims: { proposal: (state, id) => state.proposals.get(id)?.made },
});

/** The state of a proposal, made if nothing was known of it. */
export function proposalOf(state: ProposalsPart, id: string): ProposalState {
  return entryOf(state.proposals, id, () => ({ id, answers: new Map() }));
}

/** What of their own somebody may say who is not in marketing. */
const OWN_ANSWERS: ReadonlySet<ProposalAnswer> = new Set(['withdrawn', 'open']);

/** The answers that count with their places in the order, oldest first. */
export function countingEntries(proposal: ProposalState): readonly (readonly [OrderKey, AnswerState])[] {
  return [...proposal.answers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(
      ([, { byMarketing, member, answer }]) =>
        byMarketing || (member === proposal.made?.value.member && OWN_ANSWERS.has(answer)),
    );
}

/** The answer that holds; undefined while it waits for one. */
export function standingAnswer(proposal: ProposalState): AnswerState | undefined {
  const last = countingEntries(proposal).at(-1)?.[1];
  return last?.answer === 'open' ? undefined : last;
}

/** The files of all of them. Of what waits for no answer any more the file need not be here: adopted it is its asset's. */
function* blobsOfProposals(state: ProposalsPart): Iterable<KeptBlob> {
  for (const proposal of state.proposals.values()) {
    if (proposal.made === undefined) continue;
    const { file, member } = proposal.made.value;
    yield {
      sha256: file.sha256,
      role: 'original',
      size: file.size,
      member,
      of: proposal.id,
      ...(standingAnswer(proposal) !== undefined && { outdated: true }),
    };
  }
}
