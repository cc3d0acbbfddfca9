import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { DAY_MS } from '../kernel/calendar.ts';
import { defineActivityCollection, type StreamState } from '../kernel/define-collection.ts';
import type { LastSeen } from '../kernel/fold-event.ts';

/**
 * What reps used and searched for, counted by day: by the role that somebody had at the event's place. Of marketers and leads it is only
 * kept when they looked at what, for themselves. Sums and latest times commute; an event counts once because the journal hands it out
 * once. Kept apart from the catalog: not every device has the activity of others.
 */
export type ActivityPart = {
  readonly uses: Map<string, AssetUse>;
  /** By day number. */
  readonly searches: Map<number, SearchCounts>;
  /** Searches in a context: cell key → day number → count. */
  readonly demand: Map<string, Map<number, number>>;
  /** Searches without a hit whose words were shared, by these in lower case. */
  readonly unanswered: Map<string, UnansweredWords>;
};

type ActivityState = ActivityPart & StreamState;

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

/** No searches yet. */
export function noSearches(): SearchCounts {
  return { all: 0, withoutHit: 0, opened: 0, reciprocal: 0, placed: 0, places: 0 };
}

export const activity = defineActivityCollection({
  name: 'activity',
  topics: ['activity'],
  empty: (): ActivityPart => ({
    uses: new Map(),
    searches: new Map(),
    demand: new Map(),
    unanswered: new Map(),
  }),
  toJson: activityToJson,
  fill: fillActivity,
});

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
  state: ActivityPart,
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
export function searchesBetween(state: ActivityPart, from: number, to: number): Readonly<SearchCounts> {
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
  readonly seen: readonly (readonly [DeviceId, LastSeen])[];
};

function activityToJson(state: ActivityState): unknown {
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

function fillActivity(state: ActivityState, value: unknown): void {
  const json = value as ActivityJson;
  for (const [asset, use] of json.uses)
    state.uses.set(asset, { ...use, days: new Map(use.days), members: new Map(use.members) });
  for (const [day, counts] of json.searches) state.searches.set(day, counts);
  for (const [key, days] of json.demand) state.demand.set(key, new Map(days));
  for (const [key, entry] of json.unanswered)
    state.unanswered.set(key, { ...entry, days: new Map(entry.days), calls: new Map(entry.calls) });
  for (const [device, last] of json.seen) state.seen.set(device, last);
}
