import type { AssetSummary } from '../../contract/assets.ts';
import type { TagChange } from '../../contract/taxonomy.ts';
import type { AssetFields } from '../../domain/assets/fields.ts';
import { may } from '../../domain/people/permissions.ts';
import { knownTerm } from '../../domain/taxonomy/term-selectors.ts';
import type { PlainDraft } from '../../domain/undo/reversals.ts';
import { says } from '../../shared/says/says.ts';
import { ofFields } from '../../shared/vocabulary/asset-fields.ts';
import { type AnyFacet, fieldOfFacet, toldFacet } from '../../shared/vocabulary/taxonomy.ts';
import { editing } from '../assets/assets.ts';
import { attributeValues } from '../assets/attribute-values.ts';
import { boundsOfList } from '../assets/dimension-fields.ts';
import { invalid, notAllowed, notFound } from '../base/refusal.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { madeTerm } from './split-term.ts';

/** Tags, wherever they stand: called otherwise, made one, made a term of a list, taken away. */

/** What becomes of the tags of one asset; undefined where it keeps them as they are. */
type Change = (asset: AssetSummary) => Partial<AssetFields> | undefined;

/** Changes tags on all assets in one write, which can be taken back. Leads only. Assets that can't take a term keep their tag and are not counted. */
export async function changeTags(
  replica: WithSearchQuality,
  { tags, to, dryRun = false }: TagChange,
): Promise<{ retagged: number; undo?: string }> {
  if (!may(replica.catalog.self().role, 'define-terms')) throw notAllowed(says('taxonomy.tags-by-lead'));
  const gone = new Set(tags.map((tag) => tag.toLowerCase()));
  const without = (asset: AssetSummary): string[] => asset.tags.filter((tag) => !gone.has(tag.toLowerCase()));
  const { made, change } = planned(replica, tags, to, without);
  const changes = [...replica.summaries.all().values()]
    .filter((asset) => asset.tags.some((tag) => gone.has(tag.toLowerCase())))
    .flatMap((asset) => {
      const set = change(asset);
      return set === undefined ? [] : [editing(replica, asset.id, set)];
    });
  if (dryRun || changes.length === 0) return { retagged: changes.length };
  const undone = await replica.undos.commit([...made, ...changes]);
  return { retagged: changes.length, ...undone };
}

function planned(
  replica: WithSearchQuality,
  tags: readonly string[],
  to: TagChange['to'],
  without: (asset: AssetSummary) => string[],
): { readonly made: readonly PlainDraft[]; readonly change: Change } {
  switch (to.is) {
    case 'nothing':
      return { made: [], change: (asset) => ({ tags: without(asset) }) };
    case 'tag': {
      const { tag } = to;
      // Another tag that differs from it in case alone is the same one.
      const others = (asset: AssetSummary) =>
        without(asset).filter((other) => other.toLowerCase() !== tag.toLowerCase());
      return { made: [], change: (asset) => ({ tags: [...others(asset), tag] }) };
    }
    case 'term': {
      const { facet } = to;
      const { id, made } = termFor(replica, facet, to.id, tags[0] ?? '');
      return { made, change: intoTerm(replica, facet, id, without) };
    }
  }
}

function termFor(
  replica: WithSearchQuality,
  facet: AnyFacet,
  id: string | undefined,
  name: string,
): { readonly id: string; readonly made: readonly PlainDraft[] } {
  if (facet === 'type') throw invalid(says('taxonomy.not-of-type'), 'to');
  if (id === undefined) return madeTerm(replica, facet, name);
  if (knownTerm(replica.catalog, facet, id) === undefined) throw notFound(toldFacet(facet));
  return { id, made: [] };
}

/** The term beside those that an asset has; where it has another one and may have one only, its tag stays. */
function intoTerm(
  replica: WithSearchQuality,
  facet: AnyFacet,
  id: string,
  without: (asset: AssetSummary) => string[],
): Change {
  const field = fieldOfFacet(facet);
  const { most } = boundsOfList(replica.catalog, field);
  return (asset) => {
    const terms = [...new Set([...attributeValues(asset, field), id])];
    if (terms.length > most) return undefined;
    return ofFields<AssetFields>([
      ['tags', without(asset)],
      [field, terms],
    ]);
  };
}
