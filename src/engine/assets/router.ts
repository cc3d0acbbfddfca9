import type { Implementer } from '../base/implementer.ts';
import { assetDetail, checkFile, editAssets, verifyAsset, versionPreview, versionText } from './assets.ts';
import { changeAssets } from './batch-edit.ts';
import { companionOf } from './companions.ts';
import { moveVersion, publishAssets } from './publishing.ts';
import type { WithAssets } from './with-assets.ts';

/** Assets: looked at, changed, published, read. */
export function assetsRouter({ assets }: Implementer, replica: () => WithAssets) {
  return {
    get: assets.get.handler(({ input }) => assetDetail(replica(), input.asset)),
    edit: assets.edit.handler(({ input }) => editAssets(replica(), [input.asset], input.set)),
    editMany: assets.editMany.handler(({ input }) => editAssets(replica(), input.assets, input.set)),
    change: assets.change.handler(({ input }) => changeAssets(replica(), input)),
    publish: assets.publish.handler(({ input }) => publishAssets(replica(), input)),
    moveVersion: assets.moveVersion.handler(({ input }) => moveVersion(replica(), input)),
    verify: assets.verify.handler(({ input }) => verifyAsset(replica(), input.asset)),
    companion: assets.companion.handler(({ input }) => companionOf(replica(), input.version)),
    text: assets.text.handler(({ input }) => versionText(replica(), input.version)),
    preview: assets.preview.handler(({ input }) => versionPreview(replica(), input.version)),
    checkFile: assets.checkFile.handler(({ input }) => checkFile(replica(), input.version)),
  };
}
