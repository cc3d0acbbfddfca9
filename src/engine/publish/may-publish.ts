import { may } from '../../domain/people/permissions.ts';
import type { OpenHub } from '../open-hub.ts';
import { notAllowed } from '../refusal.ts';

/** Refuses whoever may not publish. */
export function checkMayPublish(hub: OpenHub): void {
  const { role } = hub.catalog.self();
  if (!may(role, 'publish')) {
    throw notAllowed(
      'Only marketers and content leads can publish. Nothing was changed. Ask for content instead, or ask a lead for another role.',
    );
  }
}
