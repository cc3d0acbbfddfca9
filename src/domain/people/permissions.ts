import { CAPABILITIES, type Can, type Capability } from '../../shared/vocabulary/capabilities.ts';
import { ROLES, type Role } from '../../shared/vocabulary/roles.ts';
import { LEADS, MARKETERS } from '../kernel/roles.ts';

/**
 * Who may what by their role. Which events count of whom, says each event's definition; a test ties the two.
 *
 * What a capability writes, the engine refuses (`NOT_ALLOWED`) to whoever has it not, and no fold counts it. `see-insights` and `oversee`
 * only look: they decide what a window offers, and nobody is refused their figures. These are worked out of what this device holds, and the
 * catalog is on all of them: to refuse would hide nothing from whoever looks for it, and to say so would promise what can't be kept.
 * For the same reason a device without `see-insights` is spared its colleagues' activity (`engine/hub/hub-link.ts`), not denied it: its figures
 * count what was done on it.
 */
const ALLOWED: Readonly<Record<Capability, readonly Role[]>> = {
  publish: MARKETERS,
  edit: MARKETERS,
  answer: MARKETERS,
  /** The page of insights: shown or not, refused to nobody. */
  'see-insights': MARKETERS,
  'define-products': MARKETERS,
  'define-terms': LEADS,
  /** The four numbers on Home: shown or not, refused to nobody. */
  oversee: LEADS,
  'manage-members': LEADS,
};

/** Says whether a role may do something. */
export function may(role: Role, capability: Capability): boolean {
  return ALLOWED[capability].includes(role);
}

/** All that a role may, each said. */
export function canOf(role: Role): Can {
  return CANS[role];
}

const CANS: Readonly<Record<Role, Can>> = eachOf(ROLES, (role) =>
  eachOf(CAPABILITIES, (one) => may(role, one)),
);

function eachOf<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
