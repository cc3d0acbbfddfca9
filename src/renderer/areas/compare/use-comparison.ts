import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ComparedPage, Comparison } from '../../../contract/compare.ts';
import { orpc } from '../../base/engine-client.ts';

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

/** The two versions page by page, those first that changed. Who leaves, or asks for others, ends the comparison. */
export function useComparison(asked: Asked) {
  const query = useQuery(orpc.compare.versions.queryOptions({ input: asked }));
  const pages = useMemo(() => changedFirst(query.data), [query.data]);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, Math.max(0, pages.length - 1));
  const changes = pages.filter(({ change }) => change !== 'same').length;
  const select = (next: number): void => setPlace(Math.max(0, Math.min(pages.length - 1, next)));
  return { query, pages, changes, at, select };
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
