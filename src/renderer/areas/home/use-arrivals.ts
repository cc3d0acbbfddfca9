import { plural } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import { listed } from '../../../words/sentence.ts';
import { engine, orpc } from '../../base/engine-client.ts';

/** How many assets are asked for: enough to name those who published them. */
const LIMIT = 50;

/** What colleagues published or renewed and nobody has looked at. What counts is the engine's to know: a window may open late, or ask late. */
type Arrivals = {
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

type Arrived = Pick<Arrivals, 'assets' | 'total'>;

/** `3 new assets from Mara and Jon`; the names only where they are few. */
export function arrivalsSentence(arrived: Arrived): string {
  const { total } = arrived;
  const names = whoPublished(arrived);
  return names === null
    ? plural(total, {
        one: '# new asset from your colleagues',
        other: '# new assets from your colleagues',
      })
    : plural(total, { one: `# new asset from ${names}`, other: `# new assets from ${names}` });
}

/** The same of what came while one sees Home. */
export function arrivedJustNow(arrived: Arrived): string {
  const { total } = arrived;
  const names = whoPublished(arrived);
  return names === null
    ? plural(total, {
        one: '# new asset from your colleagues just now',
        other: '# new assets from your colleagues just now',
      })
    : plural(total, {
        one: `# new asset from ${names} just now`,
        other: `# new assets from ${names} just now`,
      });
}

/** One or two names as a list; null where they are more or not known. */
function whoPublished({ assets }: Arrived): string | null {
  const names = [...new Set(assets.flatMap(({ version }) => version.addedBy?.name ?? []))];
  return names.length === 0 || names.length > 2 ? null : listed(names);
}
