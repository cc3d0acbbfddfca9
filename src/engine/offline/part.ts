import type { AssetSummary } from '../../contract/assets.ts';
import { nameOfError } from '../../shared/defect.ts';
import type { OpenAssets } from '../assets/with-assets.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { Life } from '../base/parts.ts';
import { AlteredFiles } from './altered-files.ts';
import { FilesHere } from './files-here.ts';
import { Offline } from './offline.ts';
import { OfflineSettings } from './offline-settings.ts';

/** Opens which files are on this device: what is shown of assets rests on it. */
export function filesHerePart({ ports }: { readonly ports: BasePorts }) {
  return { here: new FilesHere(ports.home.blobs) };
}

/** What stands on files that are kept, or is to be told of them. */
type Below = OpenAssets & {
  readonly here: FilesHere;
  readonly staging: { blobs(): Iterable<string> };
  readonly finding: {
    readonly pins: { assets(of: (id: string) => AssetSummary | undefined): readonly AssetSummary[] };
  };
  readonly indexing: { start(): void };
  /** Assets of kits that are pinned. */
  readonly kits: { pinnedAssets(): readonly string[] };
};

/** Opens the keeping of files on this device. Which of them are here is read after the start: the window does not wait for it. */
export async function offlinePart(replica: Below, life: Life) {
  const { ports, catalog, summaries, changes, here, staging, finding, indexing, kits } = replica;
  const { home, clock, later, logger } = ports;
  const offline = new Offline({
    blobs: home.blobs,
    here,
    altered: await AlteredFiles.open(home.local, logger),
    settings: await OfflineSettings.open(home.local),
    catalog,
    summaries,
    changes,
    clock,
    later,
    logger,
    staged: () => staging.blobs(),
    atHand: () => [
      ...finding.pins.assets((id) => summaries.seen(id)).map(({ id }) => id),
      ...kits.pinnedAssets(),
    ],
    onText: () => indexing.start(),
  });
  life.onStart(() => {
    void offline.start().catch((error: unknown) => {
      logger.warn('files-not-counted', { error: nameOfError(error) });
    });
  });
  life.onClose('offline-not-closed', () => offline.close());
  return { offline };
}
