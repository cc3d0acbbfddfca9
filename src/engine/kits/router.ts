import type { Implementer } from '../base/implementer.ts';
import { archiveKits, copyKit, createKit, discardKit, editKit, rateKit, restoreKit } from './change-kit.ts';
import { kitsToReview, recalledKits, seeKitRecalls } from './kit-care.ts';
import { kitChanges, lookAtKit } from './kit-changes.ts';
import { kitDetail, listKits } from './kit-detail.ts';
import { passKit } from './kit-gate.ts';
import { approveKits, liftKitRecalls, recallKits, returnKits, submitKits, verifyKits } from './kit-life.ts';
import { kitTemplate } from './kit-template.ts';
import { pinKit } from './pin-kit.ts';
import {
  adoptProposal,
  declineProposal,
  listProposals,
  noteProposals,
  proposeKit,
  withdrawProposal,
} from './proposals.ts';
import type { WithKits } from './with-kits.ts';

/** Kits: those of the hub, those that a person keeps, and what is proposed. */
export function kitsRouter({ kits }: Implementer, replica: () => WithKits) {
  return {
    list: kits.list.handler(({ input }) => listKits(replica(), input)),
    get: kits.get.handler(({ input }) => kitDetail(replica(), input.kit)),
    create: kits.create.handler(({ input }) => createKit(replica(), input)),
    edit: kits.edit.handler(({ input }) => editKit(replica(), input)),
    copy: kits.copy.handler(({ input }) => copyKit(replica(), input)),
    archive: kits.archive.handler(({ input }) => archiveKits(replica(), input.kits)),
    discard: kits.discard.handler(({ input }) => discardKit(replica(), input.kit)),
    restore: kits.restore.handler(({ input }) => restoreKit(replica(), input)),
    pin: kits.pin.handler(({ input }) => pinKit(replica(), input)),
    rate: kits.rate.handler(({ input }) => rateKit(replica(), input)),
    changes: kits.changes.handler(({ input }) => kitChanges(replica(), input)),
    look: kits.look.handler(({ input }) => lookAtKit(replica(), input.kit)),
    submit: kits.submit.handler(({ input }) => submitKits(replica(), input)),
    approve: kits.approve.handler(({ input }) => approveKits(replica(), input)),
    return: kits.return.handler(({ input }) => returnKits(replica(), input)),
    verify: kits.verify.handler(({ input }) => verifyKits(replica(), input)),
    recall: kits.recall.handler(({ input }) => recallKits(replica(), input)),
    liftRecall: kits.liftRecall.handler(({ input }) => liftKitRecalls(replica(), input)),
    pass: kits.pass.handler(({ input }) => passKit(replica(), input)),
    toReview: kits.toReview.handler(() => kitsToReview(replica())),
    recallNews: kits.recallNews.handler(() => recalledKits(replica())),
    recallsSeen: kits.recallsSeen.handler(({ input }) => seeKitRecalls(replica(), input.kits)),
    template: kits.template.handler(({ input }) => kitTemplate(replica(), input)),
    propose: kits.propose.handler(({ input }) => proposeKit(replica(), input)),
    proposals: kits.proposals.handler(({ input }) => listProposals(replica(), input)),
    adopt: kits.adopt.handler(({ input }) => adoptProposal(replica(), input)),
    withdraw: kits.withdraw.handler(({ input }) => withdrawProposal(replica(), input.proposal)),
    proposalsSeen: kits.proposalsSeen.handler(({ input }) =>
      noteProposals(replica(), input.proposals, 'see'),
    ),
    proposalsTold: kits.proposalsTold.handler(async ({ input }) => {
      await noteProposals(replica(), input.proposals, 'tell');
    }),
    decline: kits.decline.handler(({ input }) => declineProposal(replica(), input)),
  };
}
