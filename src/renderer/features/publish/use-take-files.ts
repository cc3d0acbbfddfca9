import { useCallback } from 'react';
import type { DroppedFile, FileGrant } from '../../../contract/shell.ts';
import { engine } from '../../app/engine-client.ts';
import { plural } from '../../ui/plural.ts';
import { showDone, showError } from '../../ui/undo-toast.ts';

async function stage(grant: FileGrant | null, nothing?: string): Promise<boolean> {
  if (grant === null) {
    if (nothing !== undefined) showDone(nothing);
    return false;
  }
  const { files, skipped } = await engine.publish.stage({ grant: grant.grant });
  if (files === 0) {
    showDone(
      skipped > 0
        ? `There is nothing to publish in it: ${plural(skipped, 'system or hidden file')} passed over.`
        : 'There are no files in it.',
    );
  }
  return files > 0;
}

/** The ways in which files come to the table. Each answers whether there is something new on it. */
export type TakeFiles = {
  readonly chooseFiles: () => Promise<boolean>;
  readonly chooseFolder: () => Promise<boolean>;
  readonly takeDropped: (files: readonly DroppedFile[]) => Promise<boolean>;
};

/** Asks the shell for leave to read files and hands that leave to the engine; a path never comes into the window. */
export function useTakeFiles(): TakeFiles {
  const guard = useCallback(async (take: () => Promise<boolean>) => {
    try {
      return await take();
    } catch (error) {
      showError(error);
      return false;
    }
  }, []);
  return {
    chooseFiles: () => guard(async () => stage(await window.kitbag.chooseFiles())),
    chooseFolder: () => guard(async () => stage(await window.kitbag.chooseFolder())),
    takeDropped: (files) =>
      guard(async () =>
        stage(
          await window.kitbag.grantFiles(files),
          'Kitbag can only take files that lie on this computer. Save them to a folder first, then drop them.',
        ),
      ),
  };
}
