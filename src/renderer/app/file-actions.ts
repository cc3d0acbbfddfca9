import type { AssetVersion } from '../../contract/assets.ts';
import type { ActionOutcome } from '../../contract/shell.ts';
import { ensureHere } from '../features/offline/ensure-here.ts';
import { showDone, showError } from '../ui/undo-toast.ts';
import { engine } from './engine-client.ts';

/** Files leaving Kitbag: the bytes are checked first, and that it happened is recorded as use. */

type How = 'opened' | 'saved' | 'copied' | 'dragged';
type FileOf = Pick<AssetVersion, 'id' | 'sha256' | 'fileName' | 'mediaType'>;

/** Records that a file was taken out; a failure of that bothers nobody. */
export function recordShared(asset: string, how: How): void {
  engine.activity
    .shared({ asset, how })
    .catch((error: unknown) => console.warn('The use was not recorded.', error));
}

/** Puts the file (or its picture) on the clipboard. */
export async function copyVersion(asset: string, version: FileOf): Promise<void> {
  try {
    if (!(await ensureHere(version))) return;
    const { sha256, fileName, mediaType } = version;
    const outcome = await window.kitbag.copyFile({ sha256, fileName, mediaType });
    if (outcome.status === 'failed') {
      showError(outcome.message);
      return;
    }
    recordShared(asset, 'copied');
    showDone(
      outcome.as === 'file'
        ? 'Copied the file'
        : outcome.as === 'image'
          ? 'Copied the picture'
          : 'Copied the text',
    );
  } catch (error) {
    showError(error);
  }
}

/** Opens the file in the application that the system has for it. */
export async function openVersion(asset: string, version: FileOf): Promise<void> {
  try {
    if (!(await ensureHere(version))) return;
    const outcome: ActionOutcome = await window.kitbag.openInApplication({
      sha256: version.sha256,
      fileName: version.fileName,
    });
    if (outcome.status === 'done') recordShared(asset, 'opened');
    else showError(outcome.message);
  } catch (error) {
    showError(error);
  }
}
