import type { Policies } from '../../contract/people.ts';
import { policiesOf } from '../../domain/membership.ts';
import type { OpenHub } from '../open-hub.ts';
import { checkLead } from './people.ts';

/** The hub's policies as they hold now. */
export function hubPolicies(hub: OpenHub): Policies {
  return policiesOf(hub.catalog.state.membership.timeline);
}

/** Sets policies; answers those before. Beginning to ask names the devices known now: whoever else turns up later waits. */
export async function setPolicies(
  hub: OpenHub,
  set: { readonly [Field in keyof Policies]?: Policies[Field] | undefined },
): Promise<{ before: Policies; policies: Policies }> {
  checkLead(hub, 'change the hub’s policies');
  const before = hubPolicies(hub);
  const admission = set.admission === before.admission ? undefined : set.admission;
  const searchWords = set.searchWords === before.searchWords ? undefined : set.searchWords;
  if (admission !== undefined || searchWords !== undefined) {
    const known = [...hub.catalog.state.membership.timeline.devices.keys()].sort();
    const body = {
      ...(admission !== undefined && { admission }),
      ...(searchWords !== undefined && { searchWords }),
      ...(admission === 'ask' && { known }),
    };
    await hub.catalog.commit([{ kind: 'hub-policy-set', body }]);
  }
  return { before, policies: hubPolicies(hub) };
}
