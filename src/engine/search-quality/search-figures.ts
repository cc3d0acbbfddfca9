import type { Unanswered } from '../../contract/finding.ts';
import type { SearchFigures } from '../../contract/golden.ts';
import { searchesBetween, sumDays, type UnansweredWords } from '../../domain/activity.ts';
import { DAY_MS } from '../../domain/calendar.ts';
import type { SearchWords } from '../../domain/events.ts';
import { policiesOf } from '../../domain/membership.ts';
import type { OpenHub } from '../open-hub.ts';
import { listRequests } from '../requests/requests.ts';

/** More rows than anybody reads through; each is searched for again. */
const MOST_ROWS = 100;

/** What searches came to in a period, the running day included. */
export function searchFigures(hub: OpenHub, days: number): SearchFigures {
  const to = hub.ports.clock.now() + DAY_MS;
  const counts = searchesBetween(hub.catalog.activity, to - days * DAY_MS, to);
  const { all, withoutHit, opened, placed, places, reciprocal } = counts;
  return {
    days,
    searches: all,
    withoutHit,
    opened,
    meanPlace: placed === 0 ? null : places / placed,
    mrr: placed === 0 ? null : reciprocal / placed,
  };
}

type UnansweredRow = Unanswered & { now: number; request?: string };

/** Searches without an answer: from the words that the hub shares, else from this device's own. */
export async function unansweredSearches(
  hub: OpenHub,
  days: number,
): Promise<{ from: 'shared' | 'device'; rows: UnansweredRow[] }> {
  const to = hub.ports.clock.now() + DAY_MS;
  const from = to - days * DAY_MS;
  const shared = [...hub.catalog.activity.unanswered.values()]
    .map((entry) => sharedRow(entry, from, to))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || b.lastAt - a.lastAt || (a.words < b.words ? -1 : 1));
  const isShared = shared.length > 0 || searchWordsOf(hub) === 'words';
  const known = isShared ? shared : hub.finding.history.unanswered(from);
  const requests = new Map(
    listRequests(hub, {})
      .filter(({ status }) => status !== 'declined' && status !== 'merged')
      .map(({ id, title }) => [title.trim().toLowerCase(), id]),
  );
  const rows: UnansweredRow[] = [];
  for (const row of known.slice(0, MOST_ROWS)) {
    const found = await hub.search.ranking({ query: row.words });
    const request = requests.get(row.words.trim().toLowerCase());
    const now = found.filter(({ all }) => all).length;
    rows.push({ ...row, now, ...(request === undefined ? {} : { request }) });
  }
  return { from: isShared ? 'shared' : 'device', rows };
}

function sharedRow(entry: UnansweredWords, from: number, to: number): Unanswered {
  const [call = '/'] = [...entry.calls].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  const [stage = '', persona = ''] = call.split('/');
  return {
    words: entry.words,
    times: sumDays(entry.days, from, to),
    lastAt: entry.lastAt,
    ...(stage === '' ? {} : { stage }),
    ...(persona === '' ? {} : { persona }),
  };
}

/** Whether the words of searches leave their device. */
export function searchWordsOf(hub: OpenHub): SearchWords {
  return policiesOf(hub.catalog.state.membership.timeline).searchWords;
}
