import { canonicalJson } from '../../shared/canonical-json.ts';
import { claimed } from '../kernel/claims.ts';
import { defineEvent, type Places } from '../kernel/define-event.ts';
import { EVERYBODY } from '../kernel/roles.ts';
import { may } from '../people/permissions.ts';
import { type ProposalsPart, proposalAnswerBody, proposalBody, proposalOf, proposals } from './proposals.ts';

/** What is said about proposals. */

type About = { readonly proposal: string };
const proposalIdOf = ({ proposal }: About): string => proposal;

export const proposalMade = defineEvent({
  kind: 'proposal-made',
  body: proposalBody,
  leaves: 'leaves.proposed',
  roles: EVERYBODY,
  into: proposals,
  entry: proposalIdOf,
  claims: ({ proposal }) => [{ kind: 'proposal', id: proposal }],
  over: overAnswers,
  fold(state, { nonce: _, ...made }, author) {
    proposalOf(state, made.proposal).made = claimed(author, { ...made, member: author.member });
  },
});

/** All answers are kept; the last that counts holds. A rep's counts only where it withdraws (or takes up again) their own: `countingEntries`. */
export const proposalAnswered = defineEvent({
  kind: 'proposal-answered',
  body: proposalAnswerBody,
  leaves: 'leaves.proposed',
  roles: EVERYBODY,
  into: proposals,
  entry: proposalIdOf,
  over: overAnswers,
  fold(state, body, { stamp, member, role }) {
    const { answers } = proposalOf(state, body.proposal);
    const answer = { ...body, member, byMarketing: may(role, 'publish') };
    const before = answers.get(stamp);
    // Only a device that repeats a stamp has two answers at one place.
    if (before === undefined || canonicalJson(before) < canonicalJson(answer)) answers.set(stamp, answer);
  },
});

/** An answer comes after all that there were. */
function overAnswers(state: ProposalsPart, { proposal }: About): Places {
  return [...(state.proposals.get(proposal)?.answers.keys() ?? [])];
}
