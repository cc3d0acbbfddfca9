import type { Role } from '../../contract/common.ts';

/** The words of the roles. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  rep: 'Rep',
  marketer: 'Marketer',
  lead: 'Content lead',
};
