import { StorageError } from '../../shared/errors.ts';
import { versionOf } from '../assets/versions.ts';
import type { OpenAssets } from '../assets/with-assets.ts';
import type { Life } from '../base/parts.ts';
import { BackgroundIndexing } from './background-indexing.ts';
import { HubWords } from './hub-words.ts';
import type { FoundKit, OpenSearch } from './search.ts';

type Below = OpenAssets & {
  readonly ports: { readonly openSearch: OpenSearch };
  readonly here: { has(sha256: string): boolean };
  readonly foundKits: { get(): ReadonlyMap<string, FoundKit> };
};

/** Opens the search, and keeps its index in step from the start on. Throws `TextIndexError`. */
export async function searchPart(replica: Below, life: Life) {
  const { ports, catalog, summaries, texts, changes, here, foundKits } = replica;
  const words = new HubWords(catalog, summaries);
  const search = await ports.openSearch({
    summaries: () => summaries.all(),
    visible: () => summaries.visible(),
    kits: () => foundKits.get(),
    words: () => words.get(),
    mended: () => changes.emit('index'),
    textOf: async (version) => {
      const { textBlob } = versionOf(replica, version).body;
      // Without asking the disk: while thousands of texts are on their way, each is asked for again and again.
      if (textBlob !== undefined && !here.has(textBlob)) throw new StorageError('missing', 'not arrived');
      return texts.read(textBlob);
    },
    clock: ports.clock,
    logger: ports.logger,
  });
  life.onClose('search-not-closed', () => search.close());
  const indexing = new BackgroundIndexing({ ports, catalog, search, changes });
  life.onStart(() => indexing.start());
  life.onClose('index-not-closed', () => indexing.close(ports.later));
  return { search, indexing };
}
