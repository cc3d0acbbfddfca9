import { LEADS, MARKETERS, type Role } from '../kernel/roles.ts';

/** What a person of a role may do, in the words of the interface. Which events count of whom, says each event's definition. */
export type Capability =
  | 'publish'
  | 'edit'
  | 'answer'
  | 'define-products'
  | 'define-terms'
  | 'manage-members';

const CAPABILITIES: Readonly<Record<Capability, readonly Role[]>> = {
  publish: MARKETERS,
  edit: MARKETERS,
  answer: MARKETERS,
  'define-products': MARKETERS,
  'define-terms': LEADS,
  'manage-members': LEADS,
};

/** Says whether a role may do something. */
export function may(role: Role, capability: Capability): boolean {
  return CAPABILITIES[capability].includes(role);
}
