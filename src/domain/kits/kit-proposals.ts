import { z } from 'zod';
import { PROPOSAL_ANSWERS } from '../../shared/vocabulary/kits.ts';
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

/** The last answer counts. */
export const kitProposalAnswered = defineEvent({
  kind: 'kit-proposal-answered',
  body: z.object({
    proposal: kitProposalId,
    answer: z.enum(PROPOSAL_ANSWERS),
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
