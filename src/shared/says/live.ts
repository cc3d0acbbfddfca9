import type { Role } from '../vocabulary/roles.ts';
import type { NoValues } from './says.ts';

/** Why a change is not written. */
export type LiveSays = {
  readonly 'live.clock': { readonly year: number };
  readonly 'live.role': { readonly role: Role };
  readonly 'live.policies-by-lead': NoValues;
  readonly 'live.does-not-fit': NoValues;
};
