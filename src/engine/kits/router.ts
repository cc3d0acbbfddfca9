import type { Implementer } from '../base/implementer.ts';
import {
  archiveKits,
  copyKit,
  createKit,
  discardKit,
  editKit,
  pinKit,
  rateKit,
  restoreKit,
} from './change-kit.ts';
import { kitChanges, lookAtKit } from './kit-changes.ts';
import { kitDetail, listKits } from './kit-detail.ts';
import { kitTemplate } from './kit-template.ts';
import { adoptProposal, declineProposal, listProposals, proposeKit } from './proposals.ts';
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
    restore: kits.restore.handler(({ input }) => restoreKit(replica(), input.kit)),
    pin: kits.pin.handler(({ input }) => pinKit(replica(), input)),
    rate: kits.rate.handler(({ input }) => rateKit(replica(), input)),
    changes: kits.changes.handler(({ input }) => kitChanges(replica(), input)),
    look: kits.look.handler(({ input }) => lookAtKit(replica(), input.kit)),
    template: kits.template.handler(({ input }) => kitTemplate(replica(), input)),
    propose: kits.propose.handler(({ input }) => proposeKit(replica(), input)),
    proposals: kits.proposals.handler(({ input }) => listProposals(replica(), input)),
    adopt: kits.adopt.handler(({ input }) => adoptProposal(replica(), input)),
    decline: kits.decline.handler(({ input }) => declineProposal(replica(), input)),
  };
}
