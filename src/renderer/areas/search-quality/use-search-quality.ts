import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { figuresInWords } from '../../../words/figures.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine, orpc } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';

/** Everything that the search part of Insights shows. */
export function useSearchQuality(days: number) {
  const options = { input: { days }, placeholderData: keepPreviousData };
  const figures = useQuery(orpc.searchQuality.figures.queryOptions(options));
  const unanswered = useQuery(orpc.searchQuality.unanswered.queryOptions(options));
  const run = useQuery(orpc.searchQuality.run.queryOptions());
  const policy = useQuery(orpc.searchQuality.policy.queryOptions());
  const all = [figures, unanswered, run, policy];
  return {
    error: all.find((query) => query.isError)?.error ?? null,
    again: () => {
      for (const query of all) if (query.isError) void query.refetch();
    },
    data:
      figures.data && unanswered.data && run.data && policy.data
        ? {
            figures: figures.data,
            unanswered: unanswered.data,
            run: run.data,
            policy: policy.data,
            definitions: figuresInWords(),
          }
        : null,
  };
}

/** Decides whether the words of searches are shared; can be taken back for what comes after. */
export async function shareWords(shared: boolean): Promise<void> {
  try {
    const { undo } = await engine.people.setPolicies({ searchWords: shared ? 'words' : 'counts' });
    showChanged({
      id: 'search-words',
      message: shared
        ? t`From now on, search terms are shared with marketers and leads.`
        : t`From now on, search terms stay on each device.`,
      undo,
    });
  } catch (error) {
    showError(error);
  }
}
