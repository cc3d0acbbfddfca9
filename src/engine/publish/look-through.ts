import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { untilAborted } from '../base/cancellation-source.ts';
import type { SourceFiles, Walked } from '../ports/files.ts';
import type { ReadingProgress } from './reading-progress.ts';

/** Who follows a look through folders. */
type Following = {
  readonly sources: SourceFiles;
  readonly signal: Cancellation;
  readonly progress: ReadingProgress;
  readonly changed: () => void;
};

/** Looks through folders and hands over what is found on the way, until that is no longer wanted; meanwhile it is told that more may come. Answers how many files were passed over. */
export async function lookThrough(
  paths: readonly string[],
  { sources, signal, progress, changed }: Following,
  take: (found: Walked) => void,
): Promise<number> {
  let skipped = 0;
  const onFound = (found: Walked): void => {
    // A drive that answers late answers somebody who has gone.
    if (signal.aborted) return;
    skipped += found.skipped;
    take(found);
    changed();
  };
  progress.look();
  changed();
  try {
    await untilAborted(sources.walk(paths, { signal, onFound }), signal);
  } finally {
    progress.looked();
    changed();
  }
  return skipped;
}
