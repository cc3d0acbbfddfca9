import { DAY_MS } from './calendar.ts';
import { cellKey } from './coverage.ts';
import type { EventBody } from './events.ts';
import { type FoldEvent, readEvent } from './fold-event.ts';
import type { EventPlace, Timeline } from './membership.ts';
import { isImpossibleTime, timeOfStamp } from './order.ts';
import { entryOf, stampOf } from './register.ts';
import { type LastSeen, type SeenDevices, see, standingOf } from './standing.ts';

/**
 * What reps used and searched for, counted by day: by the role that somebody had at the event's place. Of marketers and leads it is only
 * kept when they looked at what, for themselves. Sums and latest times commute; an event counts once because the journal hands it out
 * once. Kept apart from the catalog: not every device has the activity of others.
 */
export type ActivityState = {
  readonly uses: Map<string, AssetUse>;
  /** By day number. */
  readonly searches: Map<number, SearchCounts>;
  /** Searches in a context: cell key → day number → count. */
  readonly demand: Map<string, Map<number, number>>;
  /** Searches without a hit whose words were shared, by these in lower case. */
  readonly unanswered: Map<string, UnansweredWords>;
  /** What was folded: where a change of who is who may matter to it, everything is folded again (`worthChanged`). */
  readonly seen: SeenDevices;
};

/** The use of one asset by reps. */
export type AssetUse = {
  total: number;
  lastAt: number;
  /** By day number. */
  readonly days: Map<number, number>;
  /** When each member, whatever their role, looked at it last. */
  readonly members: Map<string, number>;
};

/** The searches of one day. `placed` is how many were opened at a known place, `places` the sum of these places. */
export type SearchCounts = {
  all: number;
  withoutHit: number;
  opened: number;
  reciprocal: number;
  placed: number;
  places: number;
};

/** Words that found nothing. */
export type UnansweredWords = {
  /** As they were typed last. */
  words: string;
  lastAt: number;
  /** By day number. */
  readonly days: Map<number, number>;
  /** How often for which call: `stage/persona`, either part empty where none was chosen. */
  readonly calls: Map<string, number>;
};

function noSearches(): SearchCounts {
  return { all: 0, withoutHit: 0, opened: 0, reciprocal: 0, placed: 0, places: 0 };
}

/** No activity yet. */
export function emptyActivity(): ActivityState {
  return {
    uses: new Map(),
    searches: new Map(),
    demand: new Map(),
    unanswered: new Map(),
    seen: new Map(),
  };
}

/** Folds events of the `activity` stream; answers the assets whose use changed. */
export function foldActivity(
  state: ActivityState,
  events: Iterable<FoldEvent>,
  timeline: Timeline,
): ReadonlySet<string> {
  const touched = new Set<string>();
  for (const event of events) {
    const result = readEvent(event);
    if (result.read !== 'known') continue;
    const { draft } = result;
    if (draft.kind !== 'asset-viewed' && draft.kind !== 'asset-shared' && draft.kind !== 'searched') continue;
    if (isImpossibleTime(timeOfStamp(event.hlc))) continue;
    const { device, seq } = event;
    const place: EventPlace = { device, seq, stream: 'activity', stamp: stampOf(event) };
    see(state.seen, place);
    const standing = standingOf(timeline, event, draft.kind, place);
    if (!standing.counts) continue;
    const byRep = standing.role === 'rep';
    if (draft.kind === 'searched') {
      if (byRep) countSearch(state, draft.body);
      continue;
    }
    const { asset, at } = draft.body;
    const use = entryFor(state, asset);
    use.members.set(event.member, Math.max(use.members.get(event.member) ?? 0, at));
    if (!byRep) continue;
    countUse(use, at);
    touched.add(asset);
  }
  return touched;
}

function entryFor(state: ActivityState, asset: string): AssetUse {
  return entryOf(state.uses, asset, () => ({ total: 0, lastAt: 0, days: new Map(), members: new Map() }));
}

function countUse(use: AssetUse, at: number): void {
  use.total += 1;
  use.lastAt = Math.max(use.lastAt, at);
  const day = Math.floor(at / DAY_MS);
  use.days.set(day, (use.days.get(day) ?? 0) + 1);
}

function countSearch(state: ActivityState, body: EventBody<'searched'>): void {
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

function countUnanswered(state: ActivityState, typed: string, body: EventBody<'searched'>): void {
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

/** Sums what a map by day holds from one time (inclusive, by its day) to another (exclusive). */
export function sumDays(days: ReadonlyMap<number, number>, from: number, to: number): number {
  const first = Math.floor(from / DAY_MS);
  const last = Math.floor((to - 1) / DAY_MS);
  let total = 0;
  for (const [day, count] of days) if (day >= first && day <= last) total += count;
  return total;
}

/** The searches of a period by the day that they were made on (the start of it, milliseconds since 1970), the earliest first. */
export function searchesByDay(
  state: ActivityState,
  from: number,
  to: number,
): readonly (readonly [number, Readonly<SearchCounts>])[] {
  const first = Math.floor(from / DAY_MS);
  const last = Math.floor((to - 1) / DAY_MS);
  return [...state.searches]
    .filter(([day]) => day >= first && day <= last)
    .sort(([a], [b]) => a - b)
    .map(([day, counts]) => [day * DAY_MS, counts]);
}

/** The searches of a period. */
export function searchesBetween(state: ActivityState, from: number, to: number): Readonly<SearchCounts> {
  const total = noSearches();
  for (const [, counts] of searchesByDay(state, from, to)) {
    total.all += counts.all;
    total.withoutHit += counts.withoutHit;
    total.opened += counts.opened;
    total.reciprocal += counts.reciprocal;
    total.placed += counts.placed;
    total.places += counts.places;
  }
  return total;
}

type ActivityJson = {
  readonly uses: readonly (readonly [
    string,
    {
      readonly total: number;
      readonly lastAt: number;
      readonly days: readonly (readonly [number, number])[];
      readonly members: readonly (readonly [string, number])[];
    },
  ])[];
  readonly searches: readonly (readonly [number, SearchCounts])[];
  readonly demand: readonly (readonly [string, readonly (readonly [number, number])[]])[];
  readonly unanswered: readonly (readonly [
    string,
    {
      readonly words: string;
      readonly lastAt: number;
      readonly days: readonly (readonly [number, number])[];
      readonly calls: readonly (readonly [string, number])[];
    },
  ])[];
  readonly seen: readonly (readonly [string, LastSeen])[];
};

/** The activity as plain JSON. */
export function activityToJson(state: ActivityState): unknown {
  const json: ActivityJson = {
    uses: [...state.uses].map(([asset, use]) => [
      asset,
      { ...use, days: [...use.days], members: [...use.members] },
    ]),
    searches: [...state.searches],
    demand: [...state.demand].map(([key, days]) => [key, [...days]]),
    unanswered: [...state.unanswered].map(([key, entry]) => [
      key,
      { ...entry, days: [...entry.days], calls: [...entry.calls] },
    ]),
    seen: [...state.seen],
  };
  return json;
}

/** The activity out of what {@link activityToJson} gave; throws a TypeError on another shape. */
export function activityFromJson(value: unknown): ActivityState {
  const json = value as ActivityJson;
  return {
    uses: new Map(
      json.uses.map(([asset, use]) => [
        asset,
        { ...use, days: new Map(use.days), members: new Map(use.members) },
      ]),
    ),
    searches: new Map(json.searches),
    demand: new Map(json.demand.map(([key, days]) => [key, new Map(days)])),
    unanswered: new Map(
      json.unanswered.map(([key, entry]) => [
        key,
        { ...entry, days: new Map(entry.days), calls: new Map(entry.calls) },
      ]),
    ),
    seen: new Map(json.seen),
  };
}
