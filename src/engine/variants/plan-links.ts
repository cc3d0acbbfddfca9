import { homeOfVersion } from '../../domain/assets/asset-selectors.ts';
import {
  familyOf,
  followedBy,
  linkedTo,
  originalOf,
  publishedVersions,
  variantStanding,
} from '../../domain/assets/variant-selectors.ts';
import type { PlainDraft } from '../../domain/undo/reversals.ts';
import { MOST_VARIANTS } from '../../shared/limits.ts';
import { says } from '../../shared/says/says.ts';
import { summaryOf } from '../assets/assets.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { invalid } from '../base/refusal.ts';

/** What is to be written so that assets become editions of one another, or are no longer. Nothing is written here. */

/** The events, and the assets that they are about. */
export type LinkPlan = { readonly drafts: readonly PlainDraft[]; readonly changed: readonly string[] };

/** `follows`: the number of a version of the original; absent: its current one; null: nobody knows. */
export type LinkInput = {
  readonly assets: readonly string[];
  readonly of: string;
  readonly asOriginal?: boolean | undefined;
  readonly follows?: number | null | undefined;
};

/** Makes assets editions of another one, with the editions that they have. Throws `Refusal`. */
export function planLinking(replica: WithAssets, input: LinkInput): LinkPlan {
  const { catalog } = replica;
  const { id: target, title } = summaryOf(replica, input.of);
  const assets = distinct(replica, input.assets);
  if (assets.includes(target)) throw invalid(says('variants.itself', { title }), 'of');
  const before = originalOf(catalog, target) ?? target;
  const original = input.asOriginal === true ? target : before;
  const known = new Set([before, ...familyOf(catalog, before)]);
  const joining = assets.filter((id) => !known.has(id));
  const together = new Set([...known, ...joining.flatMap((id) => comingWith(catalog, id))]);
  if (together.size > MOST_VARIANTS) throw invalid(says('variants.too-many', { most: MOST_VARIANTS }));
  const plan = new Plan(replica);
  if (original !== before) {
    plan.link(original, null);
    plan.link(before, original);
  }
  for (const id of joining) plan.link(id, linkTarget(catalog, id, joining, original));
  for (const id of together) {
    if (id === original) continue;
    const isSaid = joining.includes(id) || id === before || input.follows !== undefined;
    if (assets.includes(id) && isSaid) plan.follow(id, original, input.follows);
    else if ((originalOf(catalog, id) ?? id) !== original) plan.keepBehind(id, original);
  }
  return plan;
}

/** An asset with the editions that were linked to it, or to one that was. */
function comingWith(catalog: WithAssets['catalog'], id: string): readonly string[] {
  const brought = new Set([id]);
  // Whoever was linked to another one comes after it at some time: as many passes as there are steps.
  for (let size = 0; size !== brought.size; ) {
    size = brought.size;
    for (const member of familyOf(catalog, id))
      if (brought.has(linkedTo(catalog, member) ?? '')) brought.add(member);
  }
  return [...brought];
}

/** Where one that joins is linked to: to the new original, unless the one that it is linked to joins as well. */
function linkTarget(
  catalog: WithAssets['catalog'],
  id: string,
  joining: readonly string[],
  original: string,
): string {
  const to = linkedTo(catalog, id);
  return to !== undefined && joining.includes(to) ? to : original;
}

/** Makes assets ones of their own again; what is left of their families stays together. Throws `Refusal`. */
export function planUnlinking(replica: WithAssets, ids: readonly string[]): LinkPlan {
  const { catalog } = replica;
  const assets = distinct(replica, ids);
  const plan = new Plan(replica);
  const families = new Set<string>();
  for (const id of assets) {
    const original = originalOf(catalog, id);
    if (original === undefined)
      throw invalid(says('variants.no-variant', { title: summaryOf(replica, id).title }), 'assets');
    families.add(original);
  }
  for (const before of families) {
    const family = familyOf(catalog, before);
    const left = family.filter((id) => !assets.includes(id));
    const original = left.includes(before) ? before : left[0];
    for (const id of family) if (assets.includes(id) || id === original) plan.link(id, null);
    for (const id of left) {
      if (original === undefined || id === original) continue;
      const to = linkedTo(catalog, id);
      if (to === undefined || !left.includes(to) || original !== before) plan.link(id, original);
      if (original !== before) plan.keepBehind(id, original);
    }
  }
  return plan;
}

/** Says which version of its original a version follows. Throws `Refusal`. */
export function planFollowing(
  replica: WithAssets,
  input: {
    readonly asset: string;
    readonly version?: string | undefined;
    readonly follows?: number | undefined;
  },
): LinkPlan {
  const { id, title } = summaryOf(replica, input.asset);
  const original = originalOf(replica.catalog, id);
  if (original === undefined || original === id)
    throw invalid(says('variants.no-variant', { title }), 'asset');
  const plan = new Plan(replica);
  plan.follow(id, original, input.follows, input.version);
  return plan;
}

function distinct(replica: WithAssets, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.map((id) => summaryOf(replica, id).id))];
}

class Plan implements LinkPlan {
  readonly drafts: PlainDraft[] = [];
  readonly #changed = new Set<string>();
  readonly #replica: WithAssets;

  constructor(replica: WithAssets) {
    this.#replica = replica;
  }

  get changed(): readonly string[] {
    return [...this.#changed];
  }

  link(asset: string, of: string | null): void {
    const { catalog, ports } = this.#replica;
    if ((linkedTo(catalog, asset) ?? null) === of) return;
    this.#add(asset, { kind: 'asset-variant-linked', body: { asset, of, at: ports.clock.now() } });
  }

  /** `number`: as in {@link LinkInput}; `version`: of the variant, where not its current one is meant. */
  follow(asset: string, original: string, number: number | null | undefined, version?: string): void {
    const { title } = summaryOf(this.#replica, original);
    const published = publishedVersions(this.#replica.catalog, original);
    const found = number === undefined ? published.at(-1) : published.find((one) => one.number === number);
    if (typeof number === 'number' && found === undefined)
      throw invalid(says('variants.no-version', { title, number }), 'follows');
    this.#say(asset, version, number === null ? null : (found?.body.id ?? null));
  }

  /** Its original becomes another one: it is as many versions behind that, as far as there are so many. */
  keepBehind(asset: string, original: string): void {
    const { catalog } = this.#replica;
    const published = publishedVersions(catalog, original);
    const behind = variantStanding(catalog, asset)?.behind ?? 0;
    const at = Math.max(0, published.length - 1 - behind);
    this.#say(asset, undefined, published[at]?.body.id ?? null);
  }

  #say(asset: string, ofVariant: string | undefined, follows: string | null): void {
    const { catalog, ports } = this.#replica;
    const version = ofVariant ?? publishedVersions(catalog, asset).at(-1)?.body.id;
    if (version === undefined) return;
    const home = homeOfVersion(catalog, version) ?? asset;
    if (followedBy(catalog, version) === follows) return;
    const body = { asset: home, version, follows, at: ports.clock.now() };
    this.#add(asset, { kind: 'asset-variant-followed', body });
  }

  #add(asset: string, draft: PlainDraft): void {
    this.#changed.add(asset);
    this.drafts.push(draft);
  }
}
