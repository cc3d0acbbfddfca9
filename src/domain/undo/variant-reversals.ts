import type { Holds } from '../kernel/holds.ts';
import type { CatalogState, EventDraft } from '../registry.ts';
import type { Reversal } from './reversals.ts';

type VariantDraft = Extract<EventDraft, { readonly kind: 'asset-variant-linked' | 'asset-variant-followed' }>;

/** What a link, or the version that one follows, was before. `now`: milliseconds since 1970. */
export function variantReversals(
  { catalog: { state }, now }: { readonly catalog: Holds<CatalogState>; readonly now: () => number },
  draft: VariantDraft,
): readonly Reversal[] {
  const { asset } = draft.body;
  const known = state.assets.get(asset);
  if (draft.kind === 'asset-variant-linked') {
    const of = known?.variant?.value.of ?? null;
    const back = () => [{ kind: draft.kind, body: { asset, of, at: now() } }];
    return [{ written: { what: 'variant', asset }, back }];
  }
  const { version } = draft.body;
  const follows = known?.follows?.get(version)?.value.version ?? null;
  const back = () => [{ kind: draft.kind, body: { asset, version, follows, at: now() } }];
  return [{ written: { what: 'follows', asset, version }, back }];
}
