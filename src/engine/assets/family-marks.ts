import type { AssetSummary } from '../../contract/assets.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { allFamilies, originalOf, variantStanding } from '../../domain/assets/variant-selectors.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';

type Mark = NonNullable<AssetSummary['variant']>;
type Families = ReadonlyMap<string, readonly string[]>;

const NO_FAMILIES: Families = new Map();

/** Which assets are language editions of one another, and how far each is behind: kept in the summaries, and worked out again for the families that something touched. */
export class FamilyMarks {
  readonly #catalog: LiveCatalog;
  #families = NO_FAMILIES;
  /** By the id of an asset: the original of its family, as it was marked last. */
  #originals = new Map<string, string>();

  constructor(catalog: LiveCatalog) {
    this.#catalog = catalog;
  }

  /** Marks summaries in place; `dirty`: those that changed, undefined for all. `isSeen`: whether the person here sees an asset; others are of no family. */
  mark(
    all: Map<string, AssetSummary>,
    dirty: Iterable<string> | undefined,
    isSeen: (asset: AssetSummary) => boolean,
  ): void {
    const families = allFamilies(this.#catalog);
    if (families.size === 0 && this.#families.size === 0) return;
    const before = this.#families;
    const touched = dirty === undefined ? all.keys() : this.#together(dirty, families, before);
    for (const id of new Set(touched)) {
      const summary = all.get(id);
      if (summary === undefined) continue;
      const marked = withMark(summary, this.#markOf(all, families, id, isSeen));
      if (marked !== summary) all.set(id, marked);
    }
    if (families !== before) {
      this.#originals = new Map(
        [...families].flatMap(([original, members]) => members.map((id) => [id, original] as const)),
      );
    }
    this.#families = families;
  }

  /** What changed, with those that are or were in a family with it. */
  *#together(dirty: Iterable<string>, families: Families, before: Families): Iterable<string> {
    for (const id of dirty) {
      yield id;
      yield* families.get(originalOf(this.#catalog, id) ?? '') ?? [];
      yield* before.get(this.#originals.get(id) ?? '') ?? [];
    }
  }

  #markOf(
    all: ReadonlyMap<string, AssetSummary>,
    families: Families,
    id: string,
    isSeen: (asset: AssetSummary) => boolean,
  ): Mark | undefined {
    const root = originalOf(this.#catalog, id);
    if (root === undefined) return undefined;
    const members = (families.get(root) ?? []).filter((member) => {
      const summary = all.get(member);
      return summary !== undefined && isSeen(summary);
    });
    const [first] = members;
    // A family of which somebody sees one asset is none to them.
    if (first === undefined || members.length < 2 || !members.includes(id)) return undefined;
    const original = all.get(root);
    const follows = first === root && original !== undefined && isUsable(original.state);
    return { original: first, behind: follows ? (variantStanding(this.#catalog, id)?.behind ?? 0) : 0 };
  }
}

/** The same value where nothing is new. */
function withMark(summary: AssetSummary, mark: Mark | undefined): AssetSummary {
  const { variant, ...others } = summary;
  if (variant?.original === mark?.original && variant?.behind === mark?.behind) return summary;
  return mark === undefined ? others : { ...others, variant: mark };
}
