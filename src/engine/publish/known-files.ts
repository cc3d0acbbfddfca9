import {
  allAssetIds,
  fieldOf,
  keptAsset,
  knownAsset,
  standingVersionsOf,
} from '../../domain/assets/asset-selectors.ts';
import type { AssetState } from '../../domain/assets/assets.ts';
import { standingVersions } from '../../domain/versions/versions.ts';
import { isJunkTitle } from '../../shared/junk-title.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { nameWithoutVersion, withoutEnding } from './file-names.ts';

/** From so many files on, a title says nothing of any one of them: a program or a template wrote it. */
export const MANY = 3;
/** Shorter names are alike by chance. */
const SHORTEST_NAME = 4;

type FoldedCatalog = Pick<LiveCatalog, 'state' | 'onFold'>;

/** Which bytes and which names assets have already. Learned when it is first asked: most starts of Kitbag publish nothing. */
export class KnownFiles {
  readonly #catalog: FoldedCatalog;
  /** What has come or changed since it was asked last; `all`: everything is to be learned anew. */
  #unlearned: Set<string> | 'all' = 'all';
  /** Two people may publish the same file before they hear of each other: the bytes have as many owners. */
  readonly #bySha = new Map<string, Set<string>>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #byTitle = new Map<string, Set<string>>();

  constructor(catalog: FoldedCatalog) {
    this.#catalog = catalog;
    catalog.onFold(({ touched, refolded }) => {
      if (refolded) this.#unlearned = 'all';
      if (this.#unlearned === 'all') return;
      for (const id of touched.entries.assets) this.#unlearned.add(id);
    });
  }

  /** An asset that has these bytes in any version: the first that was learned of. */
  assetWith(sha256: string): string | undefined {
    this.#learn();
    const [first] = this.#bySha.get(sha256) ?? [];
    return first && keptAsset(this.#catalog, first);
  }

  /** An asset that is called the same but for version and date. A name that many assets share leads to none of them. */
  assetLike(title: string, fileName: string): string | undefined {
    this.#learn();
    for (const name of [nameOf(title), nameOf(withoutEnding(fileName))]) {
      const assets = this.#called(name);
      if (assets.length > 0 && assets.length < MANY) return assets.at(-1);
    }
    return undefined;
  }

  /** How many assets have this title, but for version and date, without having a file of this name. */
  assetsTitled(title: string, fileName: string): number {
    this.#learn();
    const name = nameOf(title);
    const own = nameWithoutVersion(withoutEnding(fileName));
    let count = 0;
    for (const id of this.#byTitle.get(name) ?? []) {
      const files = standingVersionsOf(this.#catalog, id).map(({ body }) => body.fileName);
      const same = files.some((file) => nameWithoutVersion(withoutEnding(file)) === own);
      if (!same && nameOf(fieldOf(this.#catalog, id, 'title') ?? '') === name) count += 1;
    }
    return count;
  }

  /** Assets in use of this name, up to the number that is too many. */
  #called(name: string): string[] {
    const called: string[] = [];
    const ids = [...(this.#byName.get(name) ?? [])].map((id) => keptAsset(this.#catalog, id));
    for (const id of new Set(ids)) {
      if (this.#isCalled(id, name)) called.push(id);
      if (called.length === MANY) break;
    }
    return called;
  }

  /** Names are learned and never forgotten one by one: whether an asset still has one is asked when it matters. */
  #isCalled(id: string, name: string): boolean {
    const asset = knownAsset(this.#catalog, id);
    if (asset === undefined || fieldOf(this.#catalog, id, 'status') === 'archived') return false;
    return namesOf(asset).some((other) => other === name);
  }

  #learn(): void {
    const unlearned = this.#unlearned;
    this.#unlearned = new Set();
    if (unlearned === 'all') for (const map of [this.#bySha, this.#byName, this.#byTitle]) map.clear();
    for (const id of unlearned === 'all' ? allAssetIds(this.#catalog) : unlearned) {
      const asset = knownAsset(this.#catalog, id);
      // What was merged into another is known under that one's id.
      if (asset?.added !== undefined) this.#learnOf(asset.id, asset);
    }
  }

  #learnOf(id: string, asset: AssetState): void {
    const files = standingVersions(asset).map(({ body }) => body);
    const there = new Set(files.map(({ sha256 }) => sha256));
    // What was dropped is no copy of anything.
    for (const { value } of asset.versions.values()) {
      const { sha256 } = value.body;
      if (!there.has(sha256)) this.#bySha.get(sha256)?.delete(id);
    }
    for (const { sha256 } of files) addTo(this.#bySha, sha256, id);
    for (const name of namesOf(asset)) if (name !== '') addTo(this.#byName, name, id);
    const title = nameOf(asset.fields.title?.value ?? '');
    if (title !== '') addTo(this.#byTitle, title, id);
  }
}

function namesOf(asset: AssetState): string[] {
  const files = standingVersions(asset).map(({ body }) => withoutEnding(body.fileName));
  return [asset.fields.title?.value ?? '', ...files].map(nameOf);
}

/** What a name is compared by; '' for one that says nothing: too short, or a program's. */
function nameOf(text: string): string {
  const name = nameWithoutVersion(text);
  return name.length < SHORTEST_NAME || isJunkTitle(name) ? '' : name;
}

function addTo(map: Map<string, Set<string>>, key: string, id: string): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, new Set([id]));
  else there.add(id);
}
