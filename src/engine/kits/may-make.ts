import { may } from '../../domain/people/permissions.ts';
import { says } from '../../shared/says/says.ts';
import { notAllowed } from '../base/refusal.ts';
import type { WithKits } from './with-kits.ts';

/** Refuses whoever may not make kits for everybody. */
export function checkMayMake({ catalog }: Pick<WithKits, 'catalog'>): void {
  if (!may(catalog.self().role, 'publish')) throw notAllowed(says('kits.made-by-publishers'));
}
