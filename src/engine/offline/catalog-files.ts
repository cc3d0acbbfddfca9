import type { AssetSummary } from '../../contract/assets.ts';
import { knownAsset } from '../../domain/assets/asset-selectors.ts';
import { isPutAway } from '../../domain/assets/asset-state.ts';
import { versionStateOf } from '../../domain/versions/versions.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { CatalogFile } from './plan-files.ts';

/** A text or a thumbnail: always wanted. */
type SmallFile = { readonly sha256: Sha256; readonly asset: string; readonly text: boolean };

/** What a person keeps or opened. */
export type ByHand = {
  /** Assets whose files stay whatever the policy says. */
  readonly pinned: ReadonlySet<string>;
  /** When a file was opened here last; 0 for never. */
  openedAt(sha256: string): number;
};

/** Every blob that the catalog names, each once. */
export type CatalogFiles = {
  readonly originals: readonly CatalogFile[];
  /** In the order in which they are needed: text of current versions, thumbnails, text of former versions. */
  readonly small: readonly SmallFile[];
};

/** Collects what the catalog names. A blob that is an original as well as a text or a picture of something counts as the latter. */
export function catalogFiles(
  catalog: LiveCatalog,
  summaries: ReadonlyMap<string, AssetSummary>,
  byHand: ByHand,
): CatalogFiles {
  const small = new Map<string, SmallFile>();
  const former: SmallFile[] = [];
  const pictures: SmallFile[] = [];
  const originals = new Map<string, CatalogFile>();
  const self = catalog.selfId();
  for (const [asset, summary] of summaries) {
    const state = knownAsset(catalog, asset);
    for (const { value } of state?.versions.values() ?? []) {
      const of = state && versionStateOf(state, value.body.id);
      // A draft is nothing to carry about before it is out, but for those who can see it.
      if (of === 'dropped' || (of === 'draft' && summary.waiting === undefined)) continue;
      const { id, sha256, size, textBlob, thumbnail } = value.body;
      const isCurrent = id === summary.version.id;
      if (textBlob !== undefined && isCurrent) small.set(textBlob, { sha256: textBlob, asset, text: true });
      else if (textBlob !== undefined) former.push({ sha256: textBlob, asset, text: true });
      if (thumbnail !== undefined) pictures.push({ sha256: thumbnail.sha256, asset, text: false });
      const known = originals.get(sha256);
      // The same bytes in two assets are kept for the one that needs them more.
      if (known?.current === true && !isCurrent) continue;
      originals.set(sha256, {
        sha256,
        size,
        asset,
        current: isCurrent && !isPutAway(summary),
        pinned: (isCurrent && byHand.pinned.has(asset)) || known?.pinned === true,
        openedAt: Math.max(byHand.openedAt(sha256), value.member === self ? value.at : 0),
        stages: [...new Set([...summary.stages, ...(known?.stages ?? [])])],
        personas: [...new Set([...summary.personas, ...(known?.personas ?? [])])],
        worth: worthOf(summary),
        updatedAt: summary.updatedAt,
      });
    }
  }
  // What other collections keep beside assets is everybody's.
  for (const { sha256, role, of } of catalog.keptBlobs('assets'))
    if (role !== 'original') pictures.push({ sha256, asset: of, text: role === 'text' });
  for (const file of [...pictures, ...former]) if (!small.has(file.sha256)) small.set(file.sha256, file);
  for (const sha256 of small.keys()) originals.delete(sha256);
  return { originals: [...originals.values()], small: [...small.values()] };
}

/** Usefulness counts, and use up to one point more: a file that everybody opens is wanted here before one that nobody has rated. */
function worthOf({ usefulness, uses }: AssetSummary): number {
  return usefulness.score + Math.min(1, Math.log10(1 + uses) / 3);
}
