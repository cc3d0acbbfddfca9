import type { SplitInput } from '../../contract/taxonomy.ts';
import { allTerms, knownTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { PlainDraft, TermDraft } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import { dimensionOfField, isDimensionField } from '../../shared/vocabulary/asset-fields.ts';
import type { Audience } from '../../shared/vocabulary/assets.ts';
import { type AnyFacet, type TermFacet, toldFacet } from '../../shared/vocabulary/taxonomy.ts';
import { editing, summaryOf } from '../assets/assets.ts';
import { invalid, notFound } from '../base/refusal.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { freshId, nextOrder } from './ordered.ts';
import { checkMayRetire, retagged, taggedAssets } from './retire-term.ts';

/** Some assets of a term go over to another one, which may be made for them; the others keep it. One write, which can be taken back. */
export async function splitTerm(
  replica: WithSearchQuality,
  { facet, id, to, assets }: SplitInput,
): Promise<{ id: string; retagged: number; undo?: string }> {
  const { catalog } = replica;
  checkMayRetire(replica, facet);
  if (knownTerm(catalog, facet, id) === undefined) throw notFound(toldFacet(facet));
  const target = 'id' in to ? { id: to.id, made: [] } : madeTerm(replica, facet, to.name, id);
  if (target.id === id || ('id' in to && !isInUse(replica, facet, to.id)))
    throw invalid(says('taxonomy.another-successor', { facet: toldFacet(facet) }), 'to');
  const wanted = new Set(assets.map((asset) => summaryOf(replica, asset).id));
  const going = taggedAssets(replica, facet, id).filter((asset) => wanted.has(asset.id));
  if (going.length === 0) throw invalid(says('taxonomy.not-tagged'), 'assets');
  const undone = await replica.undos.commit([
    ...target.made,
    ...going.map((asset) => editing(replica, asset.id, retagged(asset, facet, id, target.id))),
  ]);
  return { id: target.id, retagged: going.length, ...undone };
}

function isInUse({ catalog }: WithSearchQuality, facet: AnyFacet, id: string): boolean {
  const term = knownTerm(catalog, facet, id);
  return term !== undefined && term.retired !== true;
}

/** A term in use of a name: the one that there is, else one made for it, with what another says of itself (`like`). */
export function madeTerm(
  { catalog }: WithSearchQuality,
  facet: AnyFacet,
  name: string,
  like?: string,
): { readonly id: string; readonly made: readonly PlainDraft[] } {
  const known: readonly { id: string; name: string; order: number; retired?: boolean | undefined }[] =
    allTerms(catalog, facet);
  const wanted = name.trim().toLowerCase();
  const same = known.find((term) => term.name.trim().toLowerCase() === wanted);
  if (same !== undefined && same.retired !== true) return { id: same.id, made: [] };
  if (same !== undefined) throw invalid(says('taxonomy.name-taken', { facet: toldFacet(facet) }), 'name');
  const id = freshId(name, new Set(known.map((term) => term.id)));
  const place = { id, name: name.trim(), order: nextOrder(known), retired: false };
  if (isDimensionField(facet)) {
    const body = { ...place, dimension: dimensionOfField(facet), definition: '', synonyms: [] };
    return { id, made: [{ kind: 'dimension-term-defined', body }] };
  }
  return {
    id,
    made: [
      plainTerm(
        facet as TermFacet,
        place,
        like === undefined ? undefined : knownTerm(catalog, 'type', like)?.audience,
      ),
    ],
  };
}

type Place = {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly retired: boolean;
};

function plainTerm(facet: TermFacet, place: Place, audience: Audience = 'internal'): TermDraft {
  switch (facet) {
    case 'stage':
      return { kind: 'stage-defined', body: { ...place, definition: '', entryCriteria: '' } };
    case 'persona':
      return { kind: 'persona-defined', body: { ...place, goals: '', challenges: '' } };
    case 'type':
      return { kind: 'type-defined', body: { ...place, audience } };
    case 'product':
      return { kind: 'product-defined', body: place };
  }
}
