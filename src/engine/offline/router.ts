import { assetOfVersion } from '../../domain/assets/asset-selectors.ts';
import { readableVersion, summaryOf } from '../assets/assets.ts';
import type { Implementer } from '../base/implementer.ts';
import type { Told } from '../base/wire-error.ts';
import type { WithOffline } from './with-offline.ts';

/** Which files are kept on this device. */
export function offlineRouter({ offline }: Implementer, replica: () => WithOffline, told: Told) {
  const files = () => replica().offline;
  return {
    get: offline.get.handler(() => files().state()),
    here: offline.here.handler(() => files().whatIsHere()),
    preview: offline.preview.handler(({ input }) => files().preview(input)),
    takeBack: offline.takeBack.handler(() => files().takeBack()),
    set: offline.set.handler(({ input }) => files().setPolicy(input)),
    pin: offline.pin.handler(({ input }) => files().pin(summaryOf(replica(), input.asset).id, input.pinned)),
    fetch: offline.fetch.handler(({ input }) => {
      const { sha256, size } = readableVersion(replica(), input.version).body;
      const asset = assetOfVersion(replica().catalog, input.version) ?? '';
      return told(files().fetch({ sha256, size, asset }), 'offline.fetch');
    }),
  };
}
