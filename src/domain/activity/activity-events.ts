import { z } from 'zod';
import { LONGEST_LINE } from '../../shared/limits.ts';
import { SHARE_KINDS } from '../../shared/vocabulary/activity.ts';
import type { Role } from '../../shared/vocabulary/roles.ts';
import { cellKey } from '../coverage/coverage.ts';
import { DAY_MS } from '../kernel/calendar.ts';
import { defineActivityEvent } from '../kernel/define-event.ts';
import { assetId, count, pages, termId, time, versionId } from '../kernel/fields.ts';
import { entryOf } from '../kernel/register.ts';
import { EVERYBODY } from '../kernel/roles.ts';
import { type ActivityPart, type AssetUse, activity, noSearches } from './activity.ts';

/** What is done with the catalog. */

export const assetViewed = defineActivityEvent({
  kind: 'asset-viewed',
  body: z.object({ asset: assetId, version: versionId, page: pages.min(1).optional(), at: time }),
  leaves: 'leaves.reading',
  roles: EVERYBODY,
  into: activity,
  fold: foldUse,
});

export const assetShared = defineActivityEvent({
  kind: 'asset-shared',
  body: z.object({ asset: assetId, version: versionId, how: z.enum(SHARE_KINDS), at: time }),
  leaves: 'leaves.taking-out',
  roles: EVERYBODY,
  into: activity,
  fold: foldUse,
});

/** Counts only: the words that somebody searched for stay on the device, unless the hub's policy shares them. */
const searchedBody = z.object({
  results: count,
  stage: termId.optional(),
  persona: termId.optional(),
  opened: assetId.optional(),
  /** 1-based place of what was opened. */
  position: count.min(1).optional(),
  /** Written only while the policy `searchWords` is `words`. */
  words: z.string().max(LONGEST_LINE).optional(),
  at: time,
});
type Searched = z.infer<typeof searchedBody>;

export const searched = defineActivityEvent({
  kind: 'searched',
  body: searchedBody,
  leaves: {
    counts: 'leaves.searches',
    words: 'leaves.searches-with-words',
  },
  roles: EVERYBODY,
  into: activity,
  fold(state, body, { role }) {
    if (role === 'rep') countSearch(state, body);
    return undefined;
  },
});

/** Who looked at it last is kept of everybody; use is use by reps. */
function foldUse(
  state: ActivityPart,
  { asset, at }: { readonly asset: string; readonly at: number },
  { member, role }: { readonly member: string; readonly role: Role },
): string | undefined {
  const use = entryFor(state, asset);
  use.members.set(member, Math.max(use.members.get(member) ?? 0, at));
  if (role !== 'rep') return undefined;
  countUse(use, at);
  return asset;
}

function entryFor(state: ActivityPart, asset: string): AssetUse {
  return entryOf(state.uses, asset, () => ({ total: 0, lastAt: 0, days: new Map(), members: new Map() }));
}

function countUse(use: AssetUse, at: number): void {
  use.total += 1;
  use.lastAt = Math.max(use.lastAt, at);
  const day = Math.floor(at / DAY_MS);
  use.days.set(day, (use.days.get(day) ?? 0) + 1);
}

function countSearch(state: ActivityPart, body: Searched): void {
  const day = Math.floor(body.at / DAY_MS);
  const counts = entryOf(state.searches, day, noSearches);
  // Whoever opened a result had one, even where it was written before the results had been counted.
  const vain = body.results === 0 && body.opened === undefined;
  counts.all += 1;
  if (vain) counts.withoutHit += 1;
  if (body.opened !== undefined) counts.opened += 1;
  if (body.position !== undefined) {
    counts.reciprocal += 1 / body.position;
    counts.placed += 1;
    counts.places += body.position;
  }
  if (vain && body.words !== undefined) countUnanswered(state, body.words, body);
  if (body.stage === undefined || body.persona === undefined) return;
  const days = entryOf(state.demand, cellKey(body.stage, body.persona), () => new Map<number, number>());
  days.set(day, (days.get(day) ?? 0) + 1);
}

function countUnanswered(state: ActivityPart, typed: string, body: Searched): void {
  const words = typed.trim();
  if (words === '') return;
  const key = words.toLowerCase().replace(/\s+/gu, ' ');
  const entry = entryOf(state.unanswered, key, () => ({
    words,
    lastAt: body.at,
    days: new Map(),
    calls: new Map(),
  }));
  // The latest spelling, and of two at the same time the greater one, so that the order of arrival leaves no trace.
  if (body.at > entry.lastAt || (body.at === entry.lastAt && words > entry.words)) entry.words = words;
  entry.lastAt = Math.max(entry.lastAt, body.at);
  const day = Math.floor(body.at / DAY_MS);
  entry.days.set(day, (entry.days.get(day) ?? 0) + 1);
  const call = `${body.stage ?? ''}/${body.persona ?? ''}`;
  entry.calls.set(call, (entry.calls.get(call) ?? 0) + 1);
}
