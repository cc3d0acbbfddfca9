import { engine } from '../../../base/engine-client.ts';
import { showError } from '../../../base/undo-toast.ts';

/**
 * Lets a person choose the file of a new version and puts it on the publishing table as such. True when there is something to publish.
 * Where several files are chosen they stay what they are.
 */
export async function stageNewVersion(asset: string): Promise<boolean> {
  try {
    const grant = await window.kitbag.chooseFiles();
    if (grant === null) return false;
    const { files } = await engine.publish.stage({ grant: grant.grant, versionOf: asset });
    return files > 0;
  } catch (error) {
    showError(error);
    return false;
  }
}
