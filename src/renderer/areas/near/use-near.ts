import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetSummary } from '../../../contract/assets.ts';
import type { NearPair, NearRelation } from '../../../contract/near.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';

/** Which pairs are shown: those that are the same as a whole, or those that share pages. */
export const PARTS = ['whole', 'pages'] as const;
export type Part = (typeof PARTS)[number];

const RELATIONS: Readonly<Record<Part, readonly NearRelation[]>> = {
  whole: ['same', 'version'],
  pages: ['pages'],
};

/** Pairs that are shown at first, and how many more at a time. */
const STEP = 100;

/** A pair as it is shown: which of the two is kept may have been swapped. */
export type ShownPair = Omit<NearPair, 'a' | 'b'> & {
  readonly kept: AssetSummary;
  readonly given: AssetSummary;
};

/** Names a pair, whichever of the two is kept. */
export function keyOf({ kept, given }: Pick<ShownPair, 'kept' | 'given'>): string {
  return [kept.id, given.id].toSorted().join(' ');
}

/** The pairs of a part, those that are used most first; `assets`: only theirs. */
export function useNear(part: Part, assets: readonly string[] | undefined) {
  const [limit, setLimit] = useState(STEP);
  const [swapped, setSwapped] = useState<ReadonlySet<string>>(new Set());
  const query = useQuery({
    ...orpc.near.list.queryOptions({
      input: { relations: [...RELATIONS[part]], limit, ...(assets && { assets: [...assets] }) },
    }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const pairs = (data?.pairs ?? []).map((pair) => shown(pair, swapped));
  const total = {
    whole: (data?.total.same ?? 0) + (data?.total.version ?? 0),
    pages: data?.total.pages ?? 0,
  };
  const swap = (pair: ShownPair): void => {
    const next = new Set(swapped);
    if (!next.delete(keyOf(pair))) next.add(keyOf(pair));
    setSwapped(next);
  };
  return { query, pairs, total, working: data?.working, swap, more: () => setLimit(limit + STEP) };
}

/** The pages stand as those of the kept one, then of the other. */
function shown({ a, b, runs, pages, ...rest }: NearPair, swapped: ReadonlySet<string>): ShownPair {
  const kept = { ...rest, kept: a, given: b, runs, pages };
  if (!swapped.has(keyOf(kept))) return kept;
  return {
    ...rest,
    kept: b,
    given: a,
    runs: runs.map((run) => ({ ...run, a: run.b, b: run.a })),
    pages: pages.map((page) => ({ ...page, a: page.b, b: page.a })),
  };
}

/** What can be done with a pair. Both are undone from a toast. */
export const nearActions = {
  merge: async ({ kept, given }: ShownPair): Promise<void> => {
    try {
      const { undo } = await engine.near.merge({ asset: given.id, into: kept.id });
      showChanged({ message: t`Merged ‘${{ given: given.title }}’ into ‘${{ kept: kept.title }}’.`, undo });
    } catch (error) {
      showError(error);
    }
  },
  tellApart: async ({ kept, given }: ShownPair): Promise<void> => {
    try {
      const { undo } = await engine.near.tellApart({ a: kept.id, b: given.id });
      showChanged({
        message: t`‘${{ kept: kept.title }}’ and ‘${{ given: given.title }}’ are not the same. They won’t be shown again.`,
        undo,
      });
    } catch (error) {
      showError(error);
    }
  },
} as const;
