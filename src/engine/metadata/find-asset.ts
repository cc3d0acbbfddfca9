import type { AssetSummary } from '../../contract/assets.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { keptText, plainText } from './cell-text.ts';

/** The asset that a row is about, or why none. */
type FoundAsset =
  | { readonly found: 'asset'; readonly asset: AssetSummary }
  | { readonly found: 'none'; readonly by: 'id' | 'file'; readonly says: Says };

/** Finds assets by what tables call them: their id, else the name of their current version's file, of several with the folder that it came from. */
export class AssetFinder {
  readonly #assets: ReadonlyMap<string, AssetSummary>;
  readonly #byFile = new Map<string, AssetSummary[]>();

  constructor(assets: ReadonlyMap<string, AssetSummary>) {
    this.#assets = assets;
    for (const asset of assets.values()) {
      const key = fileKey(asset.version.fileName);
      const known = this.#byFile.get(key);
      if (known === undefined) this.#byFile.set(key, [asset]);
      else known.push(asset);
    }
  }

  /** An asset that a cell names: by its id, its exact title in any case, or the name of its file; undefined for none or several. */
  findNamed(text: string): AssetSummary | undefined {
    const known = this.#assets.get(text);
    if (known !== undefined) return known;
    const wanted = text.trim().toLowerCase();
    const titled = [...this.#assets.values()].filter(({ title }) => title.trim().toLowerCase() === wanted);
    if (titled.length > 0) return titled.length === 1 ? titled[0] : undefined;
    const found = this.find({ id: '', file: text });
    return found.found === 'asset' ? found.asset : undefined;
  }

  /** The asset of a row; an id decides, where there is one. */
  find({ id, file }: { readonly id: string; readonly file: string }): FoundAsset {
    if (id !== '') {
      const asset = this.#assets.get(id);
      if (asset !== undefined) return { found: 'asset', asset };
      return { found: 'none', by: 'id', says: says('metadata.no-asset', { id: id.slice(0, 80) }) };
    }
    if (file === '') return { found: 'none', by: 'file', says: says('metadata.row-names-nothing') };
    const named = this.#byFile.get(fileKey(file)) ?? [];
    const [asset, other] = named;
    const fileName = lastPart(file).slice(0, 120);
    if (asset === undefined)
      return { found: 'none', by: 'file', says: says('metadata.no-file', { fileName }) };
    if (other === undefined) return { found: 'asset', asset };
    const [atPath, ...further] = named.filter((one) => isAt(one, file));
    if (atPath !== undefined && further.length === 0) return { found: 'asset', asset: atPath };
    const told = says('metadata.several-files', { fileName, count: named.length });
    return { found: 'none', by: 'file', says: told };
  }
}

/** Whether a path ends in the folder that an asset's file came from, and in its name. */
function isAt({ folder, version: { fileName } }: AssetSummary, path: string): boolean {
  const whole = pathKey(`/${folder}/${fileName}`);
  return folder !== '' && pathKey(`/${path}`).endsWith(whole);
}

function pathKey(path: string): string {
  return keptText(plainText(path))
    .replace(/[\\/]+/gu, '/')
    .normalize('NFC')
    .toLowerCase();
}

/** A file's name at the end of whatever path, in any case. */
function fileKey(text: string): string {
  return lastPart(text).normalize('NFC').toLowerCase();
}

function lastPart(text: string): string {
  return keptText(plainText(text)).split(/[\\/]/).at(-1) ?? '';
}
