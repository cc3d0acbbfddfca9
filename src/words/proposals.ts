import { msg } from '@lingui/core/runtime-macro';
import type { ProposalsSays } from '../shared/says/proposals.ts';
import type { Words } from './words.ts';

/** Files that reps propose. */
export const proposalsWords: Words<ProposalsSays> = {
  'proposals.nothing': () => msg`There was nothing in it to propose: only hidden or system files.`,
  'proposals.too-many': ({ most }) =>
    msg`At most ${{ most }} files can be proposed at once. Choose those that help most.`,
  'proposals.too-many-open': ({ most }) =>
    msg`At most ${{ most }} of your proposals can wait for an answer. Withdraw one that is no longer needed.`,
  'proposals.too-large': ({ megabytes }) =>
    msg`This file is too large to be proposed: at most ${{ megabytes }} MB. Save a smaller copy and propose that.`,
  'proposals.answered-by-marketing': () =>
    msg`Only marketing can answer a proposal. You can withdraw your own.`,
  'proposals.declined-why': () => msg`Say why it is declined, so that the one who proposed it knows.`,
  'proposals.answered': () => msg`This proposal is answered already. Nothing was changed.`,
};
