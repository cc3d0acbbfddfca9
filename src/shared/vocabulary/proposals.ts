/** What can be said of a proposal. */
export const PROPOSAL_ANSWERS = ['adopted', 'declined', 'withdrawn', 'open'] as const;

/** An answer to a proposal: by marketing, or of one's own that one withdraws or takes up again. */
export type ProposalAnswer = (typeof PROPOSAL_ANSWERS)[number];
