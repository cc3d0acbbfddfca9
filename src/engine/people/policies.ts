import type { Policies } from '../../contract/people.ts';
import { policiesOf } from '../../domain/people/membership.ts';
import type { EventDraft } from '../../domain/registry.ts';
import type { OpenHub } from '../open-hub.ts';
import { checkLead } from './people.ts';

/** The hub's policies as they hold now. */
export function hubPolicies(hub: OpenHub): Policies {
  return policiesOf(hub.catalog.state.membership.timeline);
}

type PolicyChanges = { readonly [Field in keyof Policies]?: Policies[Field] | undefined };

/** Sets policies. Beginning to ask names the devices known now: whoever else turns up later waits. */
export async function setPolicies(
  hub: OpenHub,
  set: PolicyChanges,
): Promise<{ policies: Policies; undo?: string }> {
  const before = hubPolicies(hub);
  const reversals = POLICIES.filter((policy) => isNew(before, set, policy)).map((policy) => ({
    written: { what: 'policy', policy } as const,
    back: () => settingPolicies(hub, { [policy]: before[policy] }),
  }));
  const drafts = settingPolicies(hub, set);
  const undone = await hub.undos.commit(drafts.map((draft) => ({ draft, reversals })));
  return { policies: hubPolicies(hub), ...undone };
}

const POLICIES: readonly (keyof Policies)[] = ['admission', 'searchWords'];

function isNew(before: Policies, set: PolicyChanges, policy: keyof Policies): boolean {
  return set[policy] !== undefined && set[policy] !== before[policy];
}

/** What sets policies; nothing where they hold. Throws `Refusal`. */
function settingPolicies(hub: OpenHub, set: PolicyChanges): readonly EventDraft[] {
  checkLead(hub, 'change the hub’s policies');
  const before = hubPolicies(hub);
  const changed = POLICIES.filter((policy) => isNew(before, set, policy));
  if (changed.length === 0) return [];
  const values = Object.fromEntries(changed.map((policy) => [policy, set[policy]]));
  const known = [...hub.catalog.state.membership.timeline.devices.keys()].sort();
  return [{ kind: 'hub-policy-set', body: { ...values, ...(values.admission === 'ask' && { known }) } }];
}
