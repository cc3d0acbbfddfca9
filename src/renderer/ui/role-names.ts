import { t } from '@lingui/core/macro';
import type { Role } from '../../shared/vocabulary/roles.ts';

/** The words of the roles. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  rep: t`Rep`,
  marketer: t`Marketer`,
  lead: t`Content lead`,
};
