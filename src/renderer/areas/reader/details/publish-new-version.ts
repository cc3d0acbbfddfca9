import { engine } from '../../../base/engine-client.ts';
import { showError } from '../../../base/undo-toast.ts';

/**
 * Lets a person choose the file of a new version and puts it on the publishing table as such. True when there is something to publish.
 * Where several files are chosen they stay what they are: which of them is meant is for the table to say.
 */
export async function stageNewVersion(asset: string): Promise<boolean> {
  try {
    const grant = await window.kitbag.chooseFiles();
    if (grant === null) return false;
    const before = new Set((await engine.publish.state()).rows.map((row) => row.id));
    await engine.publish.stage({ grant: grant.grant });
    const added = (await engine.publish.state()).rows.filter((row) => !before.has(row.id));
    const [only] = added;
    if (only !== undefined && added.length === 1) {
      await engine.publish.set({ rows: [only.id], set: { versionOf: asset } });
    }
    return added.length > 0;
  } catch (error) {
    showError(error);
    return false;
  }
}
