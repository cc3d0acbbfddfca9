import type { Unanswered } from '../../contract/finding.ts';
import type { SearchFigures } from '../../contract/search-quality.ts';
import { sumDays, type UnansweredWords } from '../../domain/activity/activity.ts';
import { noResultRate, searchesIn } from '../../domain/insights/figures.ts';
import { type Period, periodDays } from '../../domain/insights/period.ts';
import { factsOf } from '../insights/facts/facts.ts';
import { searchWordsOf } from '../people/policies.ts';
import { listRequests } from '../requests/requests.ts';
import type { WithSearchQuality } from './with-search-quality.ts';

/** More rows than anybody reads through; each is searched for again. */
const MOST_ROWS = 100;

/** What reps' searches of a period came to. */
export function searchFigures(replica: WithSearchQuality, period: Period): SearchFigures {
  const { all, withoutHit, opened, placed, places, reciprocal } = searchesIn(factsOf(replica), period);
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
type UnansweredList = { from: 'shared' | 'device'; hidden: number; rows: UnansweredRow[] };

/** Searches without an answer: from the words that the hub shares, else from this device's own. */
export async function unansweredSearches(
  replica: WithSearchQuality,
  period: Period,
): Promise<UnansweredList> {
  const shared = [...replica.catalog.activity.unanswered.values()]
    .map((entry) => sharedRow(entry, period))
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || b.lastAt - a.lastAt || (a.words < b.words ? -1 : 1));
  const isShared = shared.length > 0 || searchWordsOf(replica) === 'words';
  const known = isShared ? shared : replica.finding.history.unanswered(period.from);
  const requests = new Map(
    listRequests(replica, {})
      .filter(({ status }) => status !== 'declined' && status !== 'merged')
      .map(({ id, title }) => [title.trim().toLowerCase(), id]),
  );
  const rows: UnansweredRow[] = [];
  for (const row of known.slice(0, MOST_ROWS)) {
    const found = await replica.search.ranking({ query: row.words });
    const request = requests.get(row.words.trim().toLowerCase());
    const now = found.filter(({ all }) => all).length;
    rows.push({ ...row, now, ...(request === undefined ? {} : { request }) });
  }
  const named = shared.reduce((sum, { times }) => sum + times, 0);
  const hidden = noResultRate(factsOf(replica), period).part - named;
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
