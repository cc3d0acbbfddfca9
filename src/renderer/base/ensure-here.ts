import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import type { AssetVersion } from '../../contract/assets.ts';
import { say } from '../../words/say.ts';
import { FetchingMessage } from '../ui/fetching-message.tsx';
import { formatBytes } from '../ui/format.ts';
import { engine } from './engine-client.ts';
import { showError } from './undo-toast.ts';

type FileOf = Pick<AssetVersion, 'id' | 'sha256'>;

/**
 * Makes sure that the bytes of a version are on this device before they are taken out: fetches them where they are not kept. False where
 * they are not here, or the person stopped it.
 */
export async function ensureHere(version: FileOf): Promise<boolean> {
  const { present, away, says } = await engine.assets.checkFile({ version: version.id });
  if (present) return true;
  if (away !== true) {
    showError(says === undefined ? t`The file isn’t on this device.` : say(says));
    return false;
  }
  const id = `get-${version.sha256}`;
  const stop = new AbortController();
  const shown = (far: string) => ({
    id,
    loading: true,
    autoClose: false as const,
    message: createElement(FetchingMessage, { far, onStop: () => stop.abort() }),
  });
  notifications.show(shown(t`Downloading the file from the hub`));
  try {
    const { signal } = stop;
    for await (const { bytes, total } of await engine.offline.fetch({ version: version.id }, { signal })) {
      notifications.update(
        shown(
          t`Downloading the file from the hub: ${{ done: formatBytes(bytes) }} of ${{ total: formatBytes(total) }}`,
        ),
      );
    }
    return !signal.aborted;
  } catch (error) {
    if (stop.signal.aborted) return false;
    throw error;
  } finally {
    notifications.hide(id);
  }
}
