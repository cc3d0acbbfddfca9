import type { OpenAssets } from '../assets/with-assets.ts';
import type { Life } from '../base/parts.ts';
import { KnownFiles } from './known-files.ts';
import { SecondReading } from './second-reading.ts';
import { Staging } from './staging.ts';

/** Opens the publish table, which goes on reading what it had not read, and the second reading of what is published. */
export async function publishPart({ ports, catalog, texts, summaries }: OpenAssets, life: Life) {
  const knownFiles = new KnownFiles(catalog);
  const secondReading = new SecondReading(ports, catalog, texts);
  life.onStart(() => secondReading.wake());
  life.onClose('second-reading-not-closed', () => secondReading.close());
  const staging = new Staging(ports, catalog, knownFiles, secondReading, (asset) => {
    const summary = summaries.known(asset);
    return summary && { title: summary.title, versions: summary.versionCount };
  });
  life.onClose('staging-not-closed', () => staging.close());
  await staging.restore();
  return { knownFiles, secondReading, staging };
}
