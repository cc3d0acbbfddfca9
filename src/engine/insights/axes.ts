import type { Axes, MatrixCell } from '../../contract/insights.ts';
import { cellKey, matrixOf } from '../../domain/coverage/coverage.ts';
import { isWithin, type Period } from '../../domain/insights/period.ts';
import { allDemand } from '../../domain/requests/request-selectors.ts';
import { allTerms, succeeding } from '../../domain/taxonomy/term-selectors.ts';
import { says } from '../../shared/says/says.ts';
import { dimensionOfField, isDimensionField } from '../../shared/vocabulary/asset-fields.ts';
import { type AnyFacet, fieldOfFacet } from '../../shared/vocabulary/taxonomy.ts';
import { attributeValues } from '../assets/attribute-values.ts';
import { invalid } from '../base/refusal.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import { demandIn, usableAssets } from './facts/facts.ts';
import { type Rows, round, rowsOf } from './tables.ts';

/** Coverage of any two lists of terms: Industry × Region as well as stage × persona. */

/** The cells of two lists as they are now, each worked out when it is asked for. Throws `Refusal` INVALID where the lists are the same. */
export function cellsByAxes(
  replica: WithSearchQuality,
  period: Period,
  { rows, columns }: Axes,
): Iterable<MatrixCell> {
  if (rows === columns) throw invalid(says('insights.same-axes'), 'columns');
  const assets = usableAssets(replica).map((asset) => ({
    rows: attributeValues(asset, fieldOfFacet(rows)),
    columns: attributeValues(asset, fieldOfFacet(columns)),
    piece: asset.variant?.original,
    fresh: asset.freshness === 'fresh',
    usefulness: asset.usefulness,
  }));
  const demand = demandOn(replica, period, { rows, columns });
  return matrixOf(termsInUse(replica, rows), termsInUse(replica, columns), assets, demand);
}

/** Coverage, a row a cell. */
export function axesRows(replica: WithSearchQuality, period: Period, axes: Axes): Rows {
  const [rows, columns] = [columnName(axes.rows), columnName(axes.columns)];
  const [rowNames, columnNames] = [termNames(replica, axes.rows), termNames(replica, axes.columns)];
  return rowsOf(cellsByAxes(replica, period, axes), {
    [rows]: ({ row }) => row,
    [`${rows}Name`]: ({ row }) => rowNames.get(row) ?? row,
    [columns]: ({ column }) => column,
    [`${columns}Name`]: ({ column }) => columnNames.get(column) ?? column,
    assets: ({ assets }) => assets,
    fresh: ({ fresh }) => fresh,
    demand: ({ demand: wanted }) => wanted,
    usefulness: ({ usefulness }) => (usefulness === null ? null : round(usefulness)),
    gap: ({ gap }) => round(gap),
  });
}

/** What the terms of a list are called, looked up once and not for each of a million cells. */
function termNames(replica: WithSearchQuality, facet: AnyFacet): ReadonlyMap<string, string> {
  const terms: readonly { readonly id: string; readonly name: string }[] = allTerms(replica.catalog, facet);
  return new Map(terms.map(({ id, name }) => [id, name]));
}

/** A dimension could be called as a column that every matrix has: its field's name never is. */
const OWN_COLUMNS: ReadonlySet<string> = new Set([
  'stage',
  'persona',
  'type',
  'product',
  'assets',
  'fresh',
  'demand',
  'usefulness',
  'gap',
]);

function columnName(facet: AnyFacet): string {
  if (!isDimensionField(facet)) return facet;
  const id = dimensionOfField(facet);
  return OWN_COLUMNS.has(id) ? facet : id;
}

/** The terms of a list that are in use, in their order. */
function termsInUse({ catalog }: WithSearchQuality, facet: AnyFacet): string[] {
  const terms: readonly { id: string; name: string; order: number; retired?: boolean | undefined }[] =
    allTerms(catalog, facet);
  return terms
    .filter(({ retired }) => retired !== true)
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name))
    .map(({ id }) => id);
}

/** What was asked for by cell. Searches tell of stage and persona alone. */
function demandOn(
  replica: WithSearchQuality,
  period: Period,
  { rows, columns }: Axes,
): ReadonlyMap<string, number> {
  if (rows === 'stage' && columns === 'persona') return demandIn(replica, period);
  if (rows === 'persona' && columns === 'stage') return turned(demandIn(replica, period));
  const demand = new Map<string, number>();
  for (const { made, votes } of allDemand(replica.catalog)) {
    const count = votes.filter((at) => isWithin(period, at)).length + (isWithin(period, made.at) ? 1 : 0);
    for (const row of termsAsked(replica, made, rows))
      for (const column of termsAsked(replica, made, columns)) {
        const key = cellKey(row, column);
        demand.set(key, (demand.get(key) ?? 0) + count);
      }
  }
  return demand;
}

function turned(demand: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map(
    [...demand].map(([key, count]) => {
      const [stage = '', persona = ''] = key.split('|');
      return [cellKey(persona, stage), count];
    }),
  );
}

type Made = ReturnType<typeof allDemand>[number]['made'];

/** What was asked for under a term that was given up for another one is asked for that. */
function termsAsked({ catalog }: WithSearchQuality, made: Made, facet: AnyFacet): readonly string[] {
  if (facet === 'product') return [];
  const asked = made[facet];
  const terms = asked === undefined ? [] : typeof asked === 'string' ? [asked] : asked;
  return terms.map((term) => succeeding(catalog, facet, term));
}
