import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isCovered, isTextField } from '../../ui/keys/keys.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { useLatest } from '../../ui/use-same.ts';

type Steps = {
  readonly at: number;
  /** How many pages changed: they come first. */
  readonly changes: number;
  readonly select: (at: number) => void;
};

/** The keys of the comparison. Answers what goes back to where one came from. */
export function useCompareKeys(steps: Steps): () => void {
  const router = useRouter();
  const leave = (): void => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: '/library' });
  };
  const latest = useLatest({ ...steps, leave });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTextField(event.target) || isCovered(event.target)) return;
      const { at, changes, select, leave: back } = latest.current;
      performKey(event, 'compare', {
        next: changes > 0 ? () => select(Math.min(at + 1, changes - 1)) : null,
        previous: changes > 0 ? () => select(Math.min(at - 1, changes - 1)) : null,
        leave: back,
      });
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [latest]);
  return leave;
}
