import { plural, t } from '@lingui/core/macro';
import type { FileGrant } from '../../../contract/shell.ts';
import { engine } from '../../base/engine-client.ts';
import { showDone, showError } from '../../base/undo-toast.ts';

/** Puts files that were chosen or dropped on the publish table; they are read in the background from then on. */
export async function stageGrant(grant: FileGrant | null, shown: () => void): Promise<void> {
  if (grant === null) {
    showError(t`None of this is on this computer’s disks. Save it to a folder first, then drop it again.`);
    return;
  }
  try {
    const { files, skipped } = await engine.publish.stage({ grant: grant.grant });
    if (files === 0) showError(t`There was nothing in it to publish: only hidden or system files.`);
    else if (skipped > 0)
      showDone(
        t`${plural(files, { one: '# file', other: '# files' })} on the table, ${plural(skipped, { one: '# hidden or system file', other: '# hidden or system files' })} skipped.`,
      );
    if (files > 0) shown();
  } catch (error) {
    showError(error);
  }
}

/** Lets one choose files or a folder and puts them on the publish table; nothing happens when one chooses nothing. */
export async function chooseAndStage(what: 'files' | 'folder', shown: () => void): Promise<void> {
  try {
    const grant = await (what === 'files' ? window.kitbag.chooseFiles() : window.kitbag.chooseFolder());
    if (grant !== null) await stageGrant(grant, shown);
  } catch (error) {
    showError(error);
  }
}
