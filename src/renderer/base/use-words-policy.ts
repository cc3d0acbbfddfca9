import { useQuery } from '@tanstack/react-query';
import { orpc } from './engine-client.ts';

/** Whether the words of searches are shared with marketers and leads, as the hub's leads decided. */
export function useWordsAreShared(): boolean {
  return useQuery(orpc.searchQuality.policy.queryOptions()).data?.searchWords === 'words';
}
