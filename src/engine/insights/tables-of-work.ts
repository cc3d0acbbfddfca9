import { searchesByDay } from '../../domain/activity/activity.ts';
import { fallenDue } from '../../domain/insights/figures.ts';
import type { Period } from '../../domain/insights/period.ts';
import { dayOf } from '../../shared/day.ts';
import { listRequests } from '../requests/requests.ts';
import { runGolden } from '../search-quality/golden.ts';
import { unansweredSearches } from '../search-quality/search-figures.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { factsOf } from './facts/facts.ts';
import { namesOf, type Rows, round, rowsOf } from './tables.ts';

/** The promises that fell due, a row each. */
export function slaRows(replica: WithSearchQuality, period: Period): Rows {
  const requests = new Map(listRequests(replica, {}).map((request) => [request.id, request]));
  return rowsOf(fallenDue(factsOf(replica), period), {
    requestId: ({ request }) => request,
    title: ({ request }) => requests.get(request)?.title,
    size: ({ request }) => requests.get(request)?.size,
    asked: ({ askedAt }) => dayOf(askedAt),
    due: ({ dueAt }) => dayOf(dueAt),
    promise: ({ outcome }) => outcome,
    status: ({ request }) => requests.get(request)?.status,
  });
}

/** What searches came to, a row a day with searches. */
export function searchRows(replica: WithSearchQuality, period: Period): Rows {
  const days = searchesByDay(replica.catalog.activity, period.from, period.to);
  const rows = days.map(([from, counts]) => ({ from, ...counts }));
  return rowsOf(rows, {
    day: ({ from }) => dayOf(from),
    searches: ({ all }) => all,
    withoutResult: ({ withoutHit }) => withoutHit,
    opened: ({ opened }) => opened,
    clickPosition: ({ placed, places }) => (placed === 0 ? null : round(places / placed)),
    mrr: ({ placed, reciprocal }) => (placed === 0 ? null : round(reciprocal / placed)),
  });
}

/** Words that found nothing. */
export async function unansweredRows(replica: WithSearchQuality, period: Period): Promise<Rows> {
  const { stages, personas } = namesOf(replica);
  const { rows } = await unansweredSearches(replica, period);
  return rowsOf(rows, {
    words: ({ words }) => words,
    searches: ({ times }) => times,
    last: ({ lastAt }) => dayOf(lastAt),
    stage: ({ stage }) => stage,
    stageName: ({ stage }) => stages(stage),
    persona: ({ persona }) => persona,
    personaName: ({ persona }) => personas(persona),
    findsNow: ({ now }) => now,
    requestId: ({ request }) => request,
  });
}

/** Golden queries, a row a right answer. */
export async function goldenRows(replica: WithSearchQuality): Promise<Rows> {
  const { stages, personas } = namesOf(replica);
  const { rows } = await runGolden(replica);
  const answers = rows.flatMap(({ query, context, results, answers: right }) =>
    right.map((answer) => ({ query, context, results, ...answer })),
  );
  return rowsOf(answers, {
    query: ({ query }) => query,
    stage: ({ context }) => context.stage,
    stageName: ({ context }) => stages(context.stage),
    persona: ({ context }) => context.persona,
    personaName: ({ context }) => personas(context.persona),
    assetId: ({ asset }) => asset,
    title: ({ title }) => title,
    place: ({ place }) => place,
    results: ({ results }) => results,
  });
}
