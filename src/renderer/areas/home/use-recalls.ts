import { plural } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RecallNews } from '../../../contract/reviews.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';

type Recalls = {
  readonly news: readonly RecallNews[];
  /** All of it was looked at. */
  readonly look: () => void;
};

/** Recalls of what one used, until one has looked. */
export function useRecalls(): Recalls {
  const { data } = useQuery(orpc.reviews.recallNews.queryOptions());
  return useMemo(
    () => ({
      news: data ?? [],
      look: () => {
        const assets = (data ?? []).map(({ asset }) => asset.id);
        engine.reviews.recallsSeen({ assets }).catch(showError);
      },
    }),
    [data],
  );
}

/** `2 assets you used were recalled`. */
export function recallsSentence(news: readonly RecallNews[]): string {
  return plural(news.length, {
    one: '# asset you used was recalled',
    other: '# assets you used were recalled',
  });
}
