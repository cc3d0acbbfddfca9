import type { Role } from '../../shared/vocabulary/roles.ts';
import { may } from '../people/permissions.ts';

/**
 * Whether somebody of a role finds what authors hid in their documents: slides, sheets, rows, hidden text. Reps don't: what they find they
 * say to customers.
 */
export function findsHidden(role: Role): boolean {
  return may(role, 'publish');
}
