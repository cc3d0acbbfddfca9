import { statusOfState } from '../../contract/common.ts';
import type { ExportTable } from '../../contract/insights.ts';
import { dayOf } from '../../domain/calendar.ts';
import type { OpenHub } from '../open-hub.ts';
import { byUsefulness, coverageMatrix, requestInsights, unusedAssets } from './numbers.ts';

/** A row of a report: column → value, in the order of the columns. */
export type ReportRow = Readonly<Record<string, string | number | null>>;

/** The rows of a table, for CSV, for the command line, for other programs. */
export function reportRows(hub: OpenHub, table: ExportTable): readonly ReportRow[] {
  switch (table) {
    case 'usefulness':
      return byUsefulness(hub).map(({ usefulness, ...asset }) => ({
        assetId: asset.id,
        title: asset.title,
        type: asset.type,
        stages: asset.stages.join(' '),
        personas: asset.personas.join(' '),
        usefulness: usefulness.enough ? round(usefulness.score) : null,
        lowerBound: usefulness.enough ? round(usefulness.lowerBound) : null,
        ratings: usefulness.count,
        ...Object.fromEntries(usefulness.distribution.map((count, place) => [`of${place + 1}`, count])),
        uses: asset.uses,
        lastUsed: asset.lastUsedAt === null ? null : dayOf(asset.lastUsedAt),
        freshness: asset.freshness,
        status: statusOfState(asset.state),
        state: asset.state,
      }));
    case 'coverage':
      return coverageMatrix(hub).cells.map(({ usefulness, ...cell }) => ({
        ...cell,
        usefulness: usefulness === null ? null : round(usefulness),
        gap: round(cell.gap),
      }));
    case 'requests':
      return requestInsights(hub).rows.map((request) => ({
        requestId: request.id,
        title: request.title,
        status: request.status,
        stage: request.stage ?? null,
        persona: request.persona ?? null,
        type: request.type ?? null,
        votes: request.votes,
        dealValue: request.dealValue,
        asked: dayOf(request.at),
        by: request.by.name,
        due: dayOf(request.sla.dueAt),
        sla: request.sla.state,
        ageDays: round(request.ageDays),
        cycleDays: request.cycleDays === null ? null : round(request.cycleDays),
      }));
    case 'unused':
      return unusedAssets(hub).map((asset) => ({
        assetId: asset.id,
        title: asset.title,
        type: asset.type,
        stages: asset.stages.join(' '),
        personas: asset.personas.join(' '),
        published: dayOf(asset.publishedAt),
        freshness: asset.freshness,
      }));
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
