import { plural } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DueNews } from '../../../contract/reviews.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';

type Due = {
  readonly news: readonly DueNews[];
  /** All of it was looked at. */
  readonly look: () => void;
};

/** What comes due of what one answers for, until one has looked. */
export function useDue(): Due {
  const { data } = useQuery(orpc.reviews.dueNews.queryOptions());
  return useMemo(
    () => ({
      news: data ?? [],
      look: () => {
        const assets = (data ?? []).map(({ asset }) => asset.id);
        engine.reviews.dueSeen({ assets }).catch(showError);
      },
    }),
    [data],
  );
}

/** `2 of your assets are due soon`. */
export function dueSentence(news: readonly DueNews[]): string {
  const assets = new Set(news.map(({ asset }) => asset.id)).size;
  return plural(assets, { one: '# of your assets is due soon', other: '# of your assets are due soon' });
}
