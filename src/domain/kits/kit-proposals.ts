import { z } from 'zod';
import { KIT_PROPOSAL_REPLIES } from '../../shared/vocabulary/kits.ts';
import { claimed } from '../kernel/claims.ts';
import { defineEvent } from '../kernel/define-event.ts';
import { kitId, kitProposalId, nonce, prose, time } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { EVERYBODY, MARKETERS } from '../kernel/roles.ts';
import { proposedFieldsSchema, proposedItemsSchema } from './kit-fields.ts';
import { kits, type ProposalMade, type ProposalReply, proposalOf } from './kits.ts';

/** What people propose for kits who may not publish any, and what becomes of it. */

type About = { readonly proposal: string };
const proposalIdOf = ({ proposal }: About): string => proposal;

/** Stated once; it is adopted into a kit of its own, so that nothing of that rests on what its author may write. */
export const kitProposed = defineEvent({
  kind: 'kit-proposed',
  body: z.object({
    proposal: kitProposalId,
    nonce,
    fields: proposedFieldsSchema,
    items: proposedItemsSchema,
    note: prose.optional(),
    at: time,
  }),
  leaves: 'leaves.kit-proposals',
  roles: EVERYBODY,
  into: kits,
  entry: proposalIdOf,
  claims: ({ proposal }) => [{ kind: 'kitProposal', id: proposal }],
  over: (state, { proposal }) => [state.kitProposals.get(proposal)?.reply?.stamp],
  fold(state, { proposal, fields, items, note, at }, author) {
    // zod gives what is absent as absent.
    const said = { fields, items, ...(note !== undefined && { note }) } as Pick<
      ProposalMade,
      'fields' | 'items' | 'note'
    >;
    proposalOf(state, proposal).made = claimed(author, { member: author.member, at, ...said });
  },
});

/** Whoever proposed it takes it back, or lets it wait again. What anybody else says so counts nothing: `standingReply`. */
export const kitProposalWithdrawn = defineEvent({
  kind: 'kit-proposal-withdrawn',
  body: z.object({ proposal: kitProposalId, withdrawn: z.boolean(), at: time }),
  leaves: 'leaves.kit-proposals',
  roles: EVERYBODY,
  into: kits,
  entry: proposalIdOf,
  over: (state, { proposal }, member) => [state.kitProposals.get(proposal)?.withdrawals?.get(member)?.stamp],
  fold(state, { proposal: id, withdrawn, at }, { member, stamp }) {
    const proposal = proposalOf(state, id);
    proposal.withdrawals ??= new Map();
    const said = { withdrawn, at };
    proposal.withdrawals.set(member, later(proposal.withdrawals.get(member), stamp, said));
  },
});

/** The last answer counts. */
export const kitProposalAnswered = defineEvent({
  kind: 'kit-proposal-answered',
  body: z.object({
    proposal: kitProposalId,
    answer: z.enum(KIT_PROPOSAL_REPLIES),
    /** What it was adopted as. */
    kit: kitId.optional(),
    /** Why it was declined. */
    reason: prose.optional(),
    at: time,
  }),
  leaves: 'leaves.kits',
  roles: MARKETERS,
  into: kits,
  entry: proposalIdOf,
  over: (state, { proposal }) => [state.kitProposals.get(proposal)?.reply?.stamp],
  fold(state, { proposal: id, ...said }, { member, stamp }) {
    const proposal = proposalOf(state, id);
    proposal.reply = later(proposal.reply, stamp, { ...said, member } as ProposalReply);
  },
});
