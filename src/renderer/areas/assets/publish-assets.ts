import { plural, t } from '@lingui/core/macro';
import type { AssetDetail, AssetSummary } from '../../../contract/assets.ts';
import type { StepTaken } from '../../../contract/step-taken.ts';
import { say } from '../../../words/say.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import { askForMissing } from './ask-for-missing.ts';
import type { Given } from './step-asked.ts';

/** Publishing what waits, from wherever one sees it. Everything can be undone from a toast. */

/** What publishing this asset would do, as a button's word; null where nothing waits. */
export function publishWord(asset: AssetSummary): string | null {
  if (asset.state === 'archived') return t`Publish again`;
  if (!asset.released) return t`Publish`;
  return asset.waiting === undefined ? null : t`Publish version ${{ number: asset.waiting.number }}`;
}

/** Publishes assets: drafts, and the draft versions that wait. `title` where it is one. */
export async function publishAssets(assets: readonly string[], title?: string): Promise<void> {
  const tell = ({ changed, refused, undo }: StepTaken): void => {
    const [first] = refused;
    if (first !== undefined) {
      const why = say(first.says);
      showError(refused.length === 1 ? why : `${why} ${others(refused.length - 1)}`);
    }
    if (changed.length === 0) return;
    const message =
      changed.length === 1 && title !== undefined
        ? t`Published “${title}”.`
        : plural(changed.length, { one: 'Published # asset.', other: 'Published # assets.' });
    showChanged({ message, undo });
  };
  try {
    const taken = await engine.assets.publish({ assets: [...assets] });
    const again = { word: t`Publish`, take: publishWith, tell };
    tell(askForMissing(taken, again, title));
  } catch (error) {
    showError(error);
  }
}

function publishWith(assets: readonly string[], given: Given): Promise<StepTaken> {
  return engine.assets.publish({ assets: [...assets], given });
}

function others(count: number): string {
  return plural(count, { one: 'One more was not published.', other: '# more were not published.' });
}

/** Gives a draft version up. */
export async function dropVersion(asset: AssetDetail, version: string): Promise<void> {
  const number = asset.versions.find(({ id }) => id === version)?.number ?? 0;
  try {
    const { undo } = await engine.assets.moveVersion({ asset: asset.id, version, to: 'dropped' });
    showChanged({ message: t`Dropped the draft of version ${number}.`, undo });
  } catch (error) {
    showError(error);
  }
}
