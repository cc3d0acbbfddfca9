import type { Role } from '../../shared/vocabulary/roles.ts';

/** The words of the roles. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  rep: 'Rep',
  marketer: 'Marketer',
  lead: 'Content lead',
};
