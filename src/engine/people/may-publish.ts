import { may } from '../../domain/people/permissions.ts';
import { says } from '../../shared/says/says.ts';
import { notAllowed } from '../base/refusal.ts';
import type { WithPeople } from './with-people.ts';

/** Refuses whoever may not publish. */
export function checkMayPublish(replica: WithPeople): void {
  const { role } = replica.catalog.self();
  if (!may(role, 'publish')) {
    throw notAllowed(says('people.publish-by-publishers'));
  }
}
