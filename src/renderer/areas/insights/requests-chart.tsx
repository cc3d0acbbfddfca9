import { t } from '@lingui/core/macro';
import { BarChart } from '@mantine/charts';
import type { AgedRequest } from '../../../contract/insights.ts';
import { BOARD_STATUSES, FOLDED_STATUSES, STATUS_WORDS } from '../requests/request-words.ts';

/** Bands of age in days; each holds ages below its bound. From light to dark, so that age reads as weight. */
const BANDS = [
  { name: t`Under a week`, below: 7, color: 'var(--kb-age-1)' },
  { name: t`One to two weeks`, below: 14, color: 'var(--kb-age-2)' },
  { name: t`Two to four weeks`, below: 28, color: 'var(--kb-age-3)' },
  { name: t`Older`, below: Number.POSITIVE_INFINITY, color: 'var(--kb-age-4)' },
] as const;

type Bar = { readonly status: string } & Record<string, string | number>;

/** Counts requests by status and band of age. */
export function barsOf(rows: readonly AgedRequest[]): Bar[] {
  return [...BOARD_STATUSES, ...FOLDED_STATUSES].map((status) => {
    const counts = Object.fromEntries(BANDS.map((band) => [band.name, 0]));
    for (const row of rows) {
      if (row.status !== status) continue;
      const band = BANDS.find(({ below }) => row.ageDays < below);
      if (band) counts[band.name] = (counts[band.name] ?? 0) + 1;
    }
    return { ...counts, status: STATUS_WORDS[status] };
  });
}

/** Requests by status, each bar cut by age. The table below it says the same in words. */
export function RequestsChart({ rows }: { readonly rows: readonly AgedRequest[] }) {
  return (
    <BarChart
      h={200}
      data={barsOf(rows)}
      dataKey="status"
      type="stacked"
      series={BANDS.map(({ name, color }) => ({ name, color }))}
      withLegend
      legendProps={{ verticalAlign: 'top', height: 32, itemSorter: null }}
      maxBarWidth={56}
      yAxisProps={{ allowDecimals: false, width: 32 }}
      barProps={{ isAnimationActive: false }}
      tooltipAnimationDuration={0}
      tickLine="none"
      role="img"
      aria-label={t`Requests by status and age`}
    />
  );
}
