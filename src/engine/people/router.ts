import type { Implementer } from '../base/implementer.ts';
import { inviteDevice } from './invite-device.ts';
import { grantRole, listPeople, removeMember } from './people.ts';
import { hubPolicies, setPolicies } from './policies.ts';
import { listRefused } from './refused.ts';
import { deedsOf } from './removal.ts';
import type { WithPeople } from './with-people.ts';

/** Who is who. */
export function peopleRouter({ people }: Implementer, replica: () => WithPeople) {
  return {
    list: people.list.handler(() => ({
      people: [...listPeople(replica())],
      policies: hubPolicies(replica()),
    })),
    grant: people.grant.handler(({ input }) => grantRole(replica(), input.member, input.role)),
    remove: people.remove.handler(({ input }) => removeMember(replica(), input.member, input.everything)),
    deeds: people.deeds.handler(({ input }) => deedsOf(replica().catalog, input.member)),
    inviteDevice: people.inviteDevice.handler(() => inviteDevice(replica())),
    setPolicies: people.setPolicies.handler(({ input }) => setPolicies(replica(), input)),
    refused: people.refused.handler(({ input }) => listRefused(replica(), input)),
  };
}
