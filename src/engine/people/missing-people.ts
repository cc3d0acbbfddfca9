import { roleOf } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import type { MissingPerson } from '../../shared/vocabulary/reviews.ts';
import type { WithPeople } from './with-people.ts';

/** Who of those that answer for an asset or a kit is missing: nobody owns it, or its owner is not in the hub any more, or its verifier may not verify. */
export function missingPeople(
  replica: Pick<WithPeople, 'catalog'>,
  of: { readonly owner: { readonly id: string } | null; readonly verifier: { readonly id: string } | null },
): MissingPerson[] {
  const { owner, verifier } = of;
  const missing: MissingPerson[] = [];
  if (owner === null) missing.push('no-owner');
  else if (roleOf(replica.catalog, owner.id) === undefined) missing.push('owner-left');
  if (verifier !== null && !mayPublish(replica, verifier.id)) missing.push('verifier-left');
  return missing;
}

/** Whether a member publishes, and so may answer for what is published. */
export function mayPublish({ catalog }: Pick<WithPeople, 'catalog'>, member: string): boolean {
  const role = roleOf(catalog, member);
  return role !== undefined && may(role, 'publish');
}
