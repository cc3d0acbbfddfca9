import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import { engine, orpc } from '../../base/engine-client.ts';

/** How many assets are asked for: enough to name those who published them. */
const LIMIT = 50;

/** What colleagues published or renewed and nobody has looked at. What counts is the engine's to know: a window may open late, or ask late. */
export type Arrivals = {
  readonly total: number;
  readonly assets: readonly AssetSummary[];
  /** What is shown now was looked at. */
  readonly look: () => void;
};

/** What came while one works. */
export function useArrivals(): Arrivals {
  const { data } = useQuery(orpc.news.arrivals.queryOptions({ input: { limit: LIMIT } }));
  return useMemo(
    () => ({
      total: data?.total ?? 0,
      assets: data?.assets ?? [],
      look: () => {
        if (data === undefined || data.total === 0) return;
        engine.news
          .arrivalsSeen({ mark: data.mark })
          .catch((error: unknown) => console.warn('Looking was not kept.', error));
      },
    }),
    [data],
  );
}

/** `3 new assets from Mara and Jon`; the names only where they are few. */
export function arrivalsSentence({ assets, total }: Pick<Arrivals, 'assets' | 'total'>): string {
  const names = [...new Set(assets.flatMap(({ version }) => version.addedBy?.name ?? []))];
  const from =
    names.length === 0 || names.length > 2 ? t` from your colleagues` : t` from ${names.join(' and ')}`;
  return `${plural(total, { one: '# new asset', other: '# new assets' })}${from}`;
}
