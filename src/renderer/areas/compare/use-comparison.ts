import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ComparedPage, Comparison } from '../../../contract/compare.ts';
import { engine, orpc } from '../../base/engine-client.ts';

/** What became of a page. */
export type Change = 'changed' | 'moved' | 'added' | 'removed' | 'same';

/** A page of the comparison with its key. */
export type ShownPage = ComparedPage & { readonly key: string; readonly change: Change };

/** What became of a page. One that was moved and changed counts as changed. */
function changeOf({ from, to, moved, added, removed }: ComparedPage): Change {
  if (from === undefined) return 'added';
  if (to === undefined) return 'removed';
  if (added + removed > 0) return 'changed';
  return moved ? 'moved' : 'same';
}

/** What is compared, by the address. */
type Asked = {
  readonly asset: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Pages of both versions that have been compared, of so many. */
type Progress = { readonly done: number; readonly total: number };

/** The two versions page by page, those first that changed. Who leaves, or asks for others, ends the comparison. */
export function useComparison(asked: Asked) {
  const [progress, setProgress] = useState<Progress>();
  const query = useQuery({
    ...orpc.compare.versions.queryOptions({ input: asked }),
    queryFn: ({ signal }) => comparisonOf(asked, signal, setProgress),
  });
  const pages = useMemo(() => changedFirst(query.data), [query.data]);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, Math.max(0, pages.length - 1));
  const changes = pages.filter(({ change }) => change !== 'same').length;
  const select = (next: number): void => setPlace(Math.max(0, Math.min(pages.length - 1, next)));
  return { query, progress, pages, changes, at, select };
}

/** The comparison, telling how far it is. */
async function comparisonOf(
  asked: Asked,
  signal: AbortSignal,
  onProgress: (progress: Progress | undefined) => void,
): Promise<Comparison> {
  let found: Comparison | undefined;
  try {
    for await (const step of await engine.compare.watch(asked, { signal })) {
      if (step.step === 'compared') found = step.comparison;
      else onProgress(step);
    }
  } finally {
    onProgress(undefined);
  }
  if (found === undefined) throw new Error('The comparison ended without a result.');
  return found;
}

function changedFirst(comparison: Comparison | undefined): readonly ShownPage[] {
  const pages = (comparison?.pages ?? []).map((page) => ({
    ...page,
    key: `${page.from ?? ''}/${page.to ?? ''}`,
    change: changeOf(page),
  }));
  return [
    ...pages.filter(({ change }) => change !== 'same'),
    ...pages.filter(({ change }) => change === 'same'),
  ];
}

/** The words of a page in both versions, with what came and went marked. */
export function useMarkedPage(comparison: Comparison, page: ShownPage | undefined) {
  return useQuery({
    ...orpc.compare.page.queryOptions({
      input: {
        from: comparison.from.id,
        to: comparison.to.id,
        fromPage: page?.from,
        toPage: page?.to,
      },
    }),
    enabled: page !== undefined,
  });
}
