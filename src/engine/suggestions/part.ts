import { versionOf } from '../assets/versions.ts';
import type { OpenAssets } from '../assets/with-assets.ts';
import { breatheBy } from '../base/breathe.ts';
import { TaggedLibrary } from './tagged-library.ts';

/** Opens what the hub's tagged documents teach. */
export function suggestionsPart(replica: OpenAssets) {
  const { ports, catalog, summaries, texts } = replica;
  const tagged = new TaggedLibrary({
    catalog,
    summaries: () => summaries.visible(),
    textOf: (asset) => texts.read(versionOf(replica, asset.version.id).body.textBlob),
    breathe: breatheBy(ports.later),
    failed: (asset, error) => ports.logger.debug('document-not-learned', { asset, error }),
  });
  return { tagged };
}
