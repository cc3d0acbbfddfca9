import { type Filters, filtersSchema, SORTS, type Sort } from '../../contract/search.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import type { SmartQuery } from '../../domain/kits/kit-fields.ts';
import type { StandingItem } from './kit-items.ts';
import type { WithKits } from './with-kits.ts';

/** Kits that are a query: what it finds now, worked out where it is looked at and kept nowhere. */

/** A query as windows have it. */
type Smart = {
  readonly query: string;
  readonly filters: { readonly [Name in keyof Filters]?: Filters[Name] | undefined };
  readonly sort: Sort;
  readonly limit: number;
};

const FRESH = 'fresh';
const STATUS = 'status';

/** As events have it: filters by names, so that later versions may know more of them. */
export function smartBody({ query, filters, sort, limit }: Smart): SmartQuery {
  const { freshOnly, status, ...lists } = filters;
  const filled = Object.entries(lists).flatMap(([of, values]) =>
    values === undefined || values.length === 0 ? [] : [{ of, values: [...values] }],
  );
  if (freshOnly === true) filled.push({ of: FRESH, values: ['true'] });
  if (status !== undefined) filled.push({ of: STATUS, values: [status] });
  return { query: query.trim(), filters: filled, sort, limit };
}

/** The same as searches have it. What this version does not know is left out. */
export function smartQuery({ query, filters, sort, limit }: SmartQuery): Smart {
  const known = filters.flatMap(({ of, values }) => {
    const given =
      of === FRESH ? { freshOnly: true } : of === STATUS ? { status: values[0] } : { [of]: values };
    const read = filtersSchema.partial().safeParse(given);
    return read.success ? [read.data] : [];
  });
  return {
    query,
    filters: Object.assign({}, ...known),
    sort: SORTS.find((one) => one === sort) ?? 'best',
    limit,
  };
}

/** What it holds now: of what the person here may see, what may be used. */
export async function smartItems(replica: WithKits, body: SmartQuery): Promise<readonly StandingItem[]> {
  const { limit, ...query } = smartQuery(body);
  const ranking = await replica.search.ranking({ ...query, languages: [...replica.languages.inOrder] });
  return ranking
    .filter(({ asset, all }) => all && isUsable(asset.state))
    .slice(0, limit)
    .map(({ asset }) => ({
      asset,
      merged: false,
      item: { item: asset.id, asset: asset.id, pages: [], version: null, why: '', place: '' },
    }));
}
