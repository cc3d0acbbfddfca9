import { t } from '@lingui/core/macro';
import type { CallSummary } from '../../../contract/calls.ts';
import { CALL_LASTS_MS } from '../../../shared/vocabulary/calls.ts';
import { formatDate } from '../../ui/format.ts';

/** The calls of one day, with what the day is called: `Today`, `Tomorrow`, `Dec 3, 2026`. */
type CallDay = { readonly day: string; readonly calls: readonly CallSummary[] };

/** Calls to come, day by day, and those that are over, the last one first. `calls` are in order of time. */
export function daysOf(
  calls: readonly CallSummary[],
  now: number,
): { readonly ahead: readonly CallDay[]; readonly earlier: readonly CallSummary[] } {
  const isOver = ({ at }: CallSummary): boolean => at + CALL_LASTS_MS < now;
  const days = new Map<string, CallSummary[]>();
  for (const call of calls) {
    if (isOver(call)) continue;
    const day = nameOf(call.at, now);
    days.set(day, [...(days.get(day) ?? []), call]);
  }
  return {
    ahead: [...days].map(([day, ofDay]) => ({ day, calls: ofDay })),
    earlier: calls.filter(isOver).toReversed(),
  };
}

function nameOf(at: number, now: number): string {
  const day = formatDate(at);
  if (day === formatDate(now)) return t`Today`;
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  return day === formatDate(tomorrow.getTime()) ? t`Tomorrow` : day;
}
