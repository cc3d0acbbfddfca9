import { useRouter } from '@tanstack/react-router';
import { performKey } from '../../ui/keys/perform-key.ts';
import { usePageKeys } from '../../ui/use-page-keys.ts';

type Steps = {
  readonly at: number;
  /** How many pages changed: they come first. */
  readonly changes: number;
  readonly select: (at: number) => void;
};

/** The keys of the comparison. Answers what goes back to where one came from. */
export function useCompareKeys({ at, changes, select }: Steps): () => void {
  const router = useRouter();
  const leave = (): void => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: '/library' });
  };
  usePageKeys((event) => {
    performKey(event, 'compare', {
      next: changes > 0 ? () => select(Math.min(at + 1, changes - 1)) : null,
      previous: changes > 0 ? () => select(Math.min(at - 1, changes - 1)) : null,
      leave,
    });
  });
  return leave;
}
