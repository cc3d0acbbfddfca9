import { CAPABILITIES, type Can, type Capability } from '../../shared/vocabulary/capabilities.ts';
import { LEADS, MARKETERS, ROLES, type Role } from '../kernel/roles.ts';

/** Who may what by their role. Which events count of whom, says each event's definition. */
const ALLOWED: Readonly<Record<Capability, readonly Role[]>> = {
  publish: MARKETERS,
  edit: MARKETERS,
  answer: MARKETERS,
  'see-insights': MARKETERS,
  'define-products': MARKETERS,
  'define-terms': LEADS,
  /** The four numbers on Home. */
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
