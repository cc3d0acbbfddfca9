import { may } from '../../domain/people/permissions.ts';
import { notAllowed } from '../base/refusal.ts';
import type { WithPeople } from './with-people.ts';

/** Refuses whoever may not publish. */
export function checkMayPublish(replica: WithPeople): void {
  const { role } = replica.catalog.self();
  if (!may(role, 'publish')) {
    throw notAllowed(
      'Only marketers and content leads can publish. Nothing was changed. Ask for content instead, or ask a lead for another role.',
    );
  }
}
