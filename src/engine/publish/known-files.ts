import type { CatalogState } from '../../domain/catalog-state.ts';
import { standingVersions } from '../../domain/versions.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { nameWithoutVersion, withoutEnding } from './file-names.ts';

/** Which bytes and which names assets have already. Grows with the catalog. */
export class KnownFiles {
  readonly #catalog: LiveCatalog;
  readonly #bySha = new Map<string, string>();
  readonly #byName = new Map<string, string>();

  constructor(catalog: LiveCatalog) {
    this.#catalog = catalog;
    this.#learn(catalog.state, catalog.state.assets.keys());
    catalog.onFold(({ touched, refolded }) => {
      if (refolded) {
        this.#bySha.clear();
        this.#byName.clear();
      }
      this.#learn(catalog.state, touched.assets);
    });
  }

  /** The asset that has these bytes in any version. */
  assetWith(sha256: string): string | undefined {
    return this.#bySha.get(sha256);
  }

  /** An asset that is called the same but for version and date. */
  assetLike(title: string, fileName: string): string | undefined {
    for (const name of [nameWithoutVersion(title), nameWithoutVersion(withoutEnding(fileName))]) {
      const asset = name.length < 4 ? undefined : this.#byName.get(name);
      if (asset !== undefined && this.#catalog.state.assets.get(asset)?.fields.status?.value !== 'archived') {
        return asset;
      }
    }
    return undefined;
  }

  #learn(state: CatalogState, assets: Iterable<string>): void {
    for (const id of assets) {
      const asset = state.assets.get(id);
      if (asset?.added === undefined) continue;
      const names = [asset.fields.title?.value ?? ''];
      const files = standingVersions(asset).map(({ body }) => body);
      const there = new Set(files.map(({ sha256 }) => sha256));
      // What was dropped is no copy of anything.
      for (const { value } of asset.versions.values()) {
        const { sha256 } = value.body;
        if (this.#bySha.get(sha256) === id && !there.has(sha256)) this.#bySha.delete(sha256);
      }
      for (const { sha256, fileName } of files) {
        if (!this.#bySha.has(sha256)) this.#bySha.set(sha256, id);
        names.push(withoutEnding(fileName));
      }
      for (const name of names.map(nameWithoutVersion)) if (name.length >= 4) this.#byName.set(name, id);
    }
  }
}
