import { may } from '../../domain/people/permissions.ts';
import type { DomainModel, EventDraft } from '../../domain/registry.ts';
import { LATEST_TIME } from '../../shared/limits.ts';
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
  throw invalid(
    `The clock of this computer says the year ${year}. Nothing was changed. Set the clock and try again.`,
  );
}

function checkDraft(draft: EventDraft, role: Role, model: DomainModel): void {
  const { kind } = draft;
  const roles = model.rolesOf(kind);
  if (roles !== undefined && !roles.includes(role)) {
    throw notAllowed(`Your role (${role}) does not allow this. Nothing was changed. Ask a content lead.`);
  }
  if (kind === 'hub-policy-set' && !may(role, 'manage-members')) {
    throw notAllowed('Only a content lead can change the hub’s policies. Nothing was changed.');
  }
  const read = model.read(draft);
  if (read.read !== 'known') {
    throw invalid(
      'Something in this does not fit: a text is too long or a value is not allowed. Nothing was changed.',
    );
  }
}
