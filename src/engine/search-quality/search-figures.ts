import type { Unanswered } from '../../contract/finding.ts';
import type { SearchFigures } from '../../contract/golden.ts';
import { sumDays, type UnansweredWords } from '../../domain/activity/activity.ts';
import { noResultRate, searchesIn } from '../../domain/insights/figures.ts';
import { type Period, periodDays } from '../../domain/insights/period.ts';
import type { SearchWords } from '../../domain/people/hub-events.ts';
import { policiesOf } from '../../domain/people/membership.ts';
import { factsOf } from '../insights/facts.ts';
import type { OpenHub } from '../open-hub.ts';
import { listRequests } from '../requests/requests.ts';

/** More rows than anybody reads through; each is searched for again. */
const MOST_ROWS = 100;

/** What reps' searches of a period came to. */
export function searchFigures(hub: OpenHub, period: Period): SearchFigures {
  const { all, withoutHit, opened, placed, places, reciprocal } = searchesIn(factsOf(hub), period);
  return {
    days: periodDays(period).days,
    searches: all,
    withoutHit,
    opened,
    meanPlace: placed === 0 ? null : places / placed,
    mrr: placed === 0 ? null : reciprocal / placed,
  };
}

type UnansweredRow = Unanswered & { now: number; request?: string };

/** Words that found nothing in a period; `hidden` searches by reps found nothing and nobody shared their words. */
export type UnansweredList = { from: 'shared' | 'device'; hidden: number; rows: UnansweredRow[] };

/** Searches without an answer: from the words that the hub shares, else from this device's own. */
export async function unansweredSearches(hub: OpenHub, period: Period): Promise<UnansweredList> {
  const shared = [...hub.catalog.activity.unanswered.values()]
    .map((entry) => sharedRow(entry, period))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || b.lastAt - a.lastAt || (a.words < b.words ? -1 : 1));
  const isShared = shared.length > 0 || searchWordsOf(hub) === 'words';
  const known = isShared ? shared : hub.finding.history.unanswered(period.from);
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
  const named = shared.reduce((sum, { times }) => sum + times, 0);
  const hidden = noResultRate(factsOf(hub), period).part - named;
  return { from: isShared ? 'shared' : 'device', hidden, rows };
}

function sharedRow(entry: UnansweredWords, { from, to }: Period): Unanswered {
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
