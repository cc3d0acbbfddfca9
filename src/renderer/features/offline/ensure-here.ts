import { notifications } from '@mantine/notifications';
import type { AssetVersion } from '../../../contract/assets.ts';
import { engine } from '../../app/engine-client.ts';
import { formatBytes } from '../../ui/format.ts';
import { showError } from '../../ui/undo-toast.ts';

type FileOf = Pick<AssetVersion, 'id' | 'sha256'>;

/** Makes sure that the bytes of a version are on this device before they are taken out: fetches them where they are not kept. */
export async function ensureHere(version: FileOf): Promise<boolean> {
  const { present, away, message } = await engine.assets.checkFile({ version: version.id });
  if (present) return true;
  if (away !== true) {
    showError(message ?? 'The file is not on this device.');
    return false;
  }
  const id = `get-${version.sha256}`;
  notifications.show({ id, loading: true, autoClose: false, message: 'Getting the file from the hub' });
  try {
    for await (const { bytes, total } of await engine.offline.fetch({ version: version.id })) {
      const far = `Getting the file from the hub: ${formatBytes(bytes)} of ${formatBytes(total)}`;
      notifications.update({ id, loading: true, autoClose: false, message: far });
    }
    return true;
  } finally {
    notifications.hide(id);
  }
}
