import type { DimensionEffect } from '../../contract/taxonomy.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { allKits, kitField } from '../../domain/kits/kit-selectors.ts';
import { allTerms, knownDimension } from '../../domain/taxonomy/term-selectors.ts';
import { allViews } from '../../domain/views/view-selectors.ts';
import { type DimensionField, fieldOfDimension } from '../../shared/vocabulary/asset-fields.ts';
import { isClosed } from '../../shared/vocabulary/requests.ts';
import { attributeValues } from '../assets/attribute-values.ts';
import { notFound } from '../base/refusal.ts';
import { listRequests } from '../requests/requests.ts';
import { listRules } from '../rules/rules.ts';
import { operatorsByName } from '../search/dimension-operators.ts';
import { queryText, readQuery } from '../search/query/read-query.ts';
import { goldenQueries } from '../search-quality/golden.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';

/** Giving up a dimension: what it would take out of coverage, filters, saved views, rules and kits, said before it is done. */

/** What would no longer be told apart, asked for or said. Nothing is written. Throws `Refusal` NOT_FOUND. */
export function dimensionEffect(replica: WithSearchQuality, id: string): DimensionEffect {
  const { catalog } = replica;
  if (knownDimension(catalog, id) === undefined) throw notFound('dimension');
  const field = fieldOfDimension(id);
  const tagged = [...replica.summaries.all().values()].filter(
    (asset) => attributeValues(asset, field).length > 0,
  );
  const usable = tagged.filter(({ state }) => isUsable(state));
  const fresh = new Set(
    usable.flatMap((asset) => (asset.freshness === 'fresh' ? attributeValues(asset, field) : [])),
  );
  const terms = allTerms(catalog, field).filter(({ retired }) => retired !== true);
  const asks = asker(replica, field);
  return {
    assets: tagged.length,
    published: usable.length,
    terms: terms.length,
    covered: terms.filter((term) => fresh.has(term.id)).length,
    requests: listRequests(replica, {}).filter(
      (request) => !isClosed(request.status) && (request[field] ?? []).length > 0,
    ).length,
    rules: listRules(replica)
      .filter(({ set }) => set[field] !== undefined)
      .map(({ pattern }) => pattern),
    views: allViews(catalog)
      .filter((view) => view.retired !== true && asks(view))
      .map(({ name }) => name)
      .sort(),
    searches: replica.finding.saved
      .kept()
      .filter(({ query, filters }) => asks({ query, filters: Object.keys(filters).map((of) => ({ of })) }))
      .map(({ name }) => name)
      .sort(),
    kits: allKits(catalog)
      .filter((kit) => {
        const smart = kitField(kit, 'smart');
        return smart !== null && asks(smart);
      })
      .map((kit) => kitField(kit, 'name'))
      .sort(),
    golden: goldenQueries(replica).filter(({ query }) => asks({ query, filters: [] })).length,
  };
}

type Asked = { readonly query: string; readonly filters: readonly { readonly of: string }[] };

/** Whether somebody asks by a dimension: by its filter, or by its operator in their words. */
function asker({ catalog }: WithSearchQuality, field: DimensionField): (asked: Asked) => boolean {
  const operators = operatorsByName(catalog);
  return ({ query, filters }) =>
    filters.some(({ of }) => of === field) ||
    readQuery(queryText(query), operators).some((part) => part.kind === 'operator' && part.field === field);
}
