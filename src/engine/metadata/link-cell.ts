import type { AssetSummary } from '../../contract/assets.ts';
import { sourceOf } from '../../domain/assets/variant-selectors.ts';
import type { PlainDraft } from '../../domain/undo/reversals.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { WithAssets } from '../assets/with-assets.ts';
import { Refusal } from '../base/refusal.ts';
import { planLinking, planUnlinking } from '../variants/plan-links.ts';
import { saysNothing } from './cell-text.ts';
import type { AssetFinder } from './find-asset.ts';

/** What a cell that names an original comes to: the events, and what the link was and will be, as people read it. */
export type LinkCell = {
  readonly plan: 'link';
  readonly drafts: readonly PlainDraft[];
  readonly before: string;
  readonly after: string;
};

/** The link that a cell asks for; an empty one, and one that names what the asset is linked to, ask for none. */
export function planLinkCell(
  replica: WithAssets,
  finder: AssetFinder,
  asset: AssetSummary,
  text: string,
): LinkCell | { readonly plan: 'same' } | { readonly plan: 'refused'; readonly says: Says } {
  const source = sourceOf(replica.catalog, asset.id);
  const before = source === undefined ? '' : (replica.summaries.seen(source)?.title ?? source);
  if (text === '' || (saysNothing(text) && source === undefined)) return { plan: 'same' };
  const original = saysNothing(text) ? undefined : finder.findNamed(text);
  if (original === undefined && !saysNothing(text))
    return { plan: 'refused', says: says('variants.not-found', { text: text.slice(0, 120) }) };
  if (original !== undefined && original.id === source) return { plan: 'same' };
  try {
    const { drafts } =
      original === undefined
        ? planUnlinking(replica, [asset.id])
        : planLinking(replica, { assets: [asset.id], of: original.id });
    if (drafts.length === 0) return { plan: 'same' };
    return { plan: 'link', drafts, before, after: original?.title ?? '' };
  } catch (error) {
    if (error instanceof Refusal) return { plan: 'refused', says: error.data.says };
    throw error;
  }
}
