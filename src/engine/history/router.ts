import type { Subject } from '../../domain/kernel/define-event.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import type { Implementer } from '../base/implementer.ts';
import { assetHistory } from './asset-history.ts';
import { explainAsset } from './explain.ts';
import { kitHistory, type WithSeenKits } from './kit-history.ts';
import { requestHistory } from './request-history.ts';
import { restoreField, restoreVersion } from './restore.ts';

/** Who changed what: a subject of events without a history of its name does not compile. */
export function historyRouter({ history }: Implementer, replica: () => WithAssets & WithSeenKits) {
  return {
    asset: history.asset.handler(({ input }) => assetHistory(replica(), input.asset)),
    request: history.request.handler(({ input }) => requestHistory(replica(), input.request)),
    kit: history.kit.handler(({ input }) => kitHistory(replica(), input.kit)),
    restoreField: history.restoreField.handler(({ input }) => restoreField(replica(), input)),
    restoreVersion: history.restoreVersion.handler(({ input }) =>
      restoreVersion(replica(), input.asset, input.version),
    ),
    explain: history.explain.handler(({ input }) => explainAsset(replica(), input.asset)),
  } satisfies Readonly<Record<Subject, unknown>> & Readonly<Record<string, unknown>>;
}
