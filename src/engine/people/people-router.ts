import { assetHistory } from '../history/asset-history.ts';
import { explainAsset } from '../history/explain.ts';
import { requestHistory } from '../history/request-history.ts';
import { restoreField, restoreVersion } from '../history/restore.ts';
import { takeBack } from '../history/take-back.ts';
import type { Implementer } from '../implementer.ts';
import type { OpenHub } from '../open-hub.ts';
import { inviteDevice } from './invite-device.ts';
import { grantRole, listPeople, removeMember } from './people.ts';
import { hubPolicies, setPolicies } from './policies.ts';
import { listRefused } from './refused.ts';
import { deedsOf } from './removal.ts';

/** Who changed what. */
export function historyRouter({ history }: Implementer, hub: () => OpenHub) {
  return {
    asset: history.asset.handler(({ input }) => assetHistory(hub(), input.asset)),
    request: history.request.handler(({ input }) => requestHistory(hub(), input.request)),
    restoreField: history.restoreField.handler(({ input }) => restoreField(hub(), input)),
    restoreVersion: history.restoreVersion.handler(({ input }) =>
      restoreVersion(hub(), input.asset, input.version),
    ),
    explain: history.explain.handler(({ input }) => explainAsset(hub(), input.asset)),
  };
}

/** Taking changes back. */
export function undoRouter({ undo }: Implementer, hub: () => OpenHub) {
  return { take: undo.take.handler(({ input }) => takeBack(hub(), input.undo)) };
}

/** Who is who. */
export function whoIsWhoRouter(os: Implementer, hub: () => OpenHub) {
  const { people } = os;
  return {
    list: people.list.handler(() => ({ people: [...listPeople(hub())], policies: hubPolicies(hub()) })),
    grant: people.grant.handler(({ input }) => grantRole(hub(), input.member, input.role)),
    remove: people.remove.handler(({ input }) => removeMember(hub(), input.member, input.everything)),
    deeds: people.deeds.handler(({ input }) => deedsOf(hub().catalog.state, input.member)),
    inviteDevice: people.inviteDevice.handler(() => inviteDevice(hub())),
    setPolicies: people.setPolicies.handler(({ input }) => setPolicies(hub(), input)),
    refused: people.refused.handler(({ input }) => listRefused(hub(), input)),
  };
}
