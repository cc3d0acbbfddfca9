import { may } from '../../domain/people/permissions.ts';
import type { DomainModel, EventDraft } from '../../domain/registry.ts';
import { LATEST_TIME } from '../../shared/limits.ts';
import { says } from '../../shared/says/says.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import { invalid, notAllowed } from '../base/refusal.ts';

/** Throws `Refusal` where an event would not count: it is not written in the first place. `now`: milliseconds since 1970. */
export function checkDrafts(
  drafts: readonly EventDraft[],
  role: Role,
  now: number,
  model: DomainModel,
): void {
  checkClock(now);
  for (const draft of drafts) checkDraft(draft, role, model);
}

/** What a clock far beyond its time would stamp counts nowhere. */
function checkClock(now: number): void {
  if (now >= 0 && now <= LATEST_TIME) return;
  const year = new Date(now).getUTCFullYear();
  throw invalid(says('live.clock', { year }));
}

function checkDraft(draft: EventDraft, role: Role, model: DomainModel): void {
  const { kind } = draft;
  const roles = model.rolesOf(kind);
  if (roles !== undefined && !roles.includes(role)) {
    throw notAllowed(says('live.role', { role }));
  }
  if (kind === 'hub-policy-set' && !may(role, 'manage-members')) {
    throw notAllowed(says('live.policies-by-lead'));
  }
  const read = model.read(draft);
  if (read.read !== 'known') {
    throw invalid(says('live.does-not-fit'));
  }
}
