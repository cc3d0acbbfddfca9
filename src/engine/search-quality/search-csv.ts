import type { SearchExport } from '../../contract/golden.ts';
import { dayOf } from '../../domain/calendar.ts';
import { csvOf } from '../insights/csv.ts';
import type { ReportRow } from '../insights/report-rows.ts';
import type { OpenHub } from '../open-hub.ts';
import { runGolden } from './golden.ts';
import { unansweredSearches } from './search-figures.ts';

/** Days that the list of searches without an answer goes back. */
const DAYS = 90;

/** A table of the search part of Insights as a CSV file. */
export async function exportSearchTable(
  hub: OpenHub,
  table: SearchExport,
): Promise<{ fileName: string; text: string }> {
  const rows = table === 'golden' ? await goldenRows(hub) : await unansweredRows(hub);
  return { fileName: `kitbag-${table}-${hub.summaries.today()}.csv`, text: csvOf(rows) };
}

/** A row a right answer. */
async function goldenRows(hub: OpenHub): Promise<ReportRow[]> {
  const { rows } = await runGolden(hub);
  return rows.flatMap(({ query, context, results, answers }) =>
    answers.map(({ asset, title, place }) => ({
      query,
      stage: context.stage ?? null,
      persona: context.persona ?? null,
      assetId: asset,
      title,
      place,
      results,
    })),
  );
}

async function unansweredRows(hub: OpenHub): Promise<ReportRow[]> {
  const { rows } = await unansweredSearches(hub, DAYS);
  return rows.map(({ words, times, lastAt, stage, persona, now, request }) => ({
    words,
    searches: times,
    last: dayOf(lastAt),
    stage: stage ?? null,
    persona: persona ?? null,
    findsNow: now,
    requestId: request ?? null,
  }));
}
