import type { TermUse } from '../../contract/taxonomy.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { isClosed } from '../../shared/vocabulary/requests.ts';
import { type AnyFacet, fieldOfFacet, TERM_FACETS } from '../../shared/vocabulary/taxonomy.ts';
import { attributeValues } from '../assets/attribute-values.ts';
import { dimensionFields } from '../assets/dimension-fields.ts';
import { listRequests } from '../requests/requests.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';

/** How much each term is used: by assets, by those of them that reps may use, by open requests. One pass over each. */
export function termUsage(replica: WithSearchQuality): TermUse[] {
  const facets: readonly AnyFacet[] = [...TERM_FACETS, ...dimensionFields(replica.catalog)];
  const uses = new Map<string, TermUse>();
  const countOf = (facet: AnyFacet, id: string): TermUse => {
    const key = `${facet} ${id}`;
    const use = uses.get(key) ?? { facet, id, assets: 0, published: 0, requests: 0 };
    uses.set(key, use);
    return use;
  };
  for (const asset of replica.summaries.visible().values())
    for (const facet of facets)
      for (const id of attributeValues(asset, fieldOfFacet(facet))) {
        const use = countOf(facet, id);
        use.assets += 1;
        if (isUsable(asset.state)) use.published += 1;
      }
  for (const request of listRequests(replica, {})) {
    if (isClosed(request.status)) continue;
    for (const facet of facets) for (const id of termsAsked(request, facet)) countOf(facet, id).requests += 1;
  }
  return [...uses.values()];
}

type Request = ReturnType<typeof listRequests>[number];

function termsAsked(request: Request, facet: AnyFacet): readonly string[] {
  if (facet === 'product') return [];
  const asked = request[facet];
  return asked === undefined ? [] : typeof asked === 'string' ? [asked] : asked;
}
