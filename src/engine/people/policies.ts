import type { Policies } from '../../contract/people.ts';
import { policiesNow, whoIsWho } from '../../domain/people/people-selectors.ts';
import type { EventDraft } from '../../domain/registry.ts';
import { isTimeZone } from '../../shared/day.ts';
import { says } from '../../shared/says/says.ts';
import type { SearchWords } from '../../shared/vocabulary/people.ts';
import { invalid } from '../base/refusal.ts';
import { checkLead } from './people.ts';
import type { WithPeople } from './with-people.ts';

/** The hub's policies as they hold now. */
export function hubPolicies(replica: WithPeople): Policies {
  return policiesNow(replica.catalog);
}

/** Whether the words of searches leave their device. */
export function searchWordsOf(replica: WithPeople): SearchWords {
  return hubPolicies(replica).searchWords;
}

type PolicyChanges = { readonly [Field in keyof Policies]?: Policies[Field] | undefined };

/** Sets policies. Beginning to ask names the devices known now: whoever else turns up later waits. */
export async function setPolicies(
  replica: WithPeople,
  set: PolicyChanges,
): Promise<{ policies: Policies; undo?: string }> {
  if (set.timeZone !== undefined && !isTimeZone(set.timeZone))
    throw invalid(says('people.no-such-time-zone', { zone: set.timeZone }), 'timeZone');
  const before = hubPolicies(replica);
  const reversals = POLICIES.filter((policy) => isNew(before, set, policy)).map((policy) => ({
    written: { what: 'policy', policy } as const,
    back: () => settingPolicies(replica, { [policy]: before[policy] }),
  }));
  const drafts = settingPolicies(replica, set);
  const undone = await replica.undos.commit(drafts.map((draft) => ({ draft, reversals })));
  return { policies: hubPolicies(replica), ...undone };
}

const POLICIES: readonly (keyof Policies)[] = [
  'admission',
  'searchWords',
  'recognition',
  'kitReview',
  'timeZone',
];

function isNew(before: Policies, set: PolicyChanges, policy: keyof Policies): boolean {
  return set[policy] !== undefined && set[policy] !== before[policy];
}

/** What sets policies; nothing where they hold. Throws `Refusal`. */
function settingPolicies(replica: WithPeople, set: PolicyChanges): readonly EventDraft[] {
  checkLead(replica, 'people.policies-by-lead');
  const before = hubPolicies(replica);
  const changed = POLICIES.filter((policy) => isNew(before, set, policy));
  if (changed.length === 0) return [];
  const values = Object.fromEntries(changed.map((policy) => [policy, set[policy]]));
  const known = [...whoIsWho(replica.catalog).devices.values()].map(({ id }) => id).sort();
  return [{ kind: 'hub-policy-set', body: { ...values, ...(values.admission === 'ask' && { known }) } }];
}
