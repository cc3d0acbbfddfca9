import { LONGEST_PLACE } from '../../shared/limits.ts';
import { placesBetween } from './item-order.ts';
import type { KitItemFields, KitItemPatch } from './kit-fields.ts';
import type { KitItem } from './kit-selectors.ts';

/** What is to become of a kit's items; ids that name none change nothing. */
export type ItemsEdit = {
  readonly remove: readonly string[];
  readonly change: readonly ({ readonly item: string } & Partial<
    Pick<KitItemFields, 'asset' | 'pages' | 'version' | 'why'>
  >)[];
  /** These items, in this order, before another one; at the end where there is none. */
  readonly move?: { readonly items: readonly string[]; readonly before: string | undefined } | undefined;
  /** New ones, with their ids. */
  readonly add: readonly Pick<KitItem, 'item' | 'asset' | 'pages' | 'version' | 'why'>[];
  readonly before?: string | undefined;
};

/** What is written so that items become what is wanted: of each only what changes. */
export function planItems(items: readonly KitItem[], edit: ItemsEdit): readonly KitItemPatch[] {
  const plan = new ItemsPlan(items.filter(({ item }) => !edit.remove.includes(item)));
  const known = new Map(items.map((item) => [item.item, item]));
  for (const item of edit.remove) if (known.has(item)) plan.set({ item, removed: true });
  for (const change of edit.change) if (known.has(change.item)) plan.set(change);
  if (edit.move !== undefined) {
    const { items: moved, before } = edit.move;
    plan.put(
      moved.filter((item) => known.has(item)),
      before,
    );
  }
  for (const added of edit.add) plan.set({ ...added, removed: false });
  plan.put(
    edit.add.map(({ item }) => item),
    edit.before,
  );
  return plan.patches();
}

/** Items as patches leave them, in their order. */
export function afterPatches(
  items: readonly KitItem[],
  patches: readonly KitItemPatch[],
): readonly KitItem[] {
  const all = new Map(items.map((item) => [item.item, item]));
  for (const { item, removed, ...set } of patches) {
    const next = { ...all.get(item), item, ...set } as KitItem;
    if (removed === true) all.delete(item);
    else all.set(item, next);
  }
  return [...all.values()].sort((a, b) =>
    a.place < b.place ? -1 : a.place > b.place ? 1 : a.item < b.item ? -1 : 1,
  );
}

class ItemsPlan {
  /** Where each item stands, in their order. */
  #order: { readonly item: string; place: string }[];
  readonly #patches = new Map<string, KitItemPatch>();

  constructor(items: readonly KitItem[]) {
    this.#order = items.map(({ item, place }) => ({ item, place }));
  }

  set(patch: KitItemPatch): void {
    this.#patches.set(patch.item, { ...this.#patches.get(patch.item), ...patch });
  }

  /** Puts items before another one; at the end where that is none of the others. */
  put(items: readonly string[], before: string | undefined): void {
    if (items.length === 0) return;
    const others = this.#order.filter(({ item }) => !items.includes(item));
    const found = others.findIndex(({ item }) => item === before);
    const at = found < 0 ? others.length : found;
    const places = roomFor(others[at - 1]?.place, others[at]?.place, items.length);
    const put = items.map((item, index) => ({ item, place: places?.[index] ?? '' }));
    this.#order = [...others.slice(0, at), ...put, ...others.slice(at)];
    // Two people put items at one place, or a thousand between the same two: there all get new places.
    if (places === undefined) this.#spread();
    else for (const { item, place } of put) this.set({ item, place });
  }

  patches(): readonly KitItemPatch[] {
    return [...this.#patches.values()];
  }

  #spread(): void {
    const places = placesBetween(undefined, undefined, this.#order.length);
    this.#order.forEach((one, at) => {
      one.place = places[at] ?? one.place;
      this.set({ item: one.item, place: one.place });
    });
  }
}

/** Places between two others; undefined where there is no room. */
function roomFor(
  after: string | undefined,
  before: string | undefined,
  count: number,
): readonly string[] | undefined {
  if (after !== undefined && before !== undefined && after >= before) return undefined;
  const places = placesBetween(after, before, count);
  return places.every((place) => place.length <= LONGEST_PLACE) ? places : undefined;
}
