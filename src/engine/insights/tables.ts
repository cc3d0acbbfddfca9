import type { AssetSummary } from '../../contract/assets.ts';
import { statusOfState } from '../../contract/common.ts';
import type { ReportRow, UsedAsset } from '../../contract/insights.ts';
import type { Period } from '../../domain/insights/period.ts';
import { saysDealValue } from '../../domain/requests/request-selectors.ts';
import { nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import { dayOf } from '../../shared/day.ts';
import { type AssetAttribute, ATTRIBUTE_NAMES } from '../../shared/vocabulary/asset-attributes.ts';
import type { TermFacet } from '../../shared/vocabulary/taxonomy.ts';
import type { Cell } from '../base/csv.ts';
import type { WithSearchQuality } from '../search-quality/with-search-quality.ts';
import {
  byUsefulness,
  coverageCells,
  requestInsights,
  staleButHot,
  unusedAssets,
  usedAssets,
} from './numbers.ts';

/** The rows of a table, each worked out when it is asked for, with the names of its columns, which it has even without rows. */
export type Rows = { readonly columns: readonly string[]; readonly rows: Iterable<ReportRow> };

type Columns<Item> = Readonly<Record<string, (item: Item) => string | number | null | undefined>>;

/** Rows out of items; what is undefined or empty was not said. */
export function rowsOf<Item>(items: Iterable<Item>, columns: Columns<Item>): Rows {
  return { columns: Object.keys(columns), rows: eachRow(items, Object.entries(columns)) };
}

function* eachRow<Item>(
  items: Iterable<Item>,
  columns: readonly (readonly [string, Columns<Item>[string]])[],
): Iterable<ReportRow> {
  for (const item of items) {
    const row: Record<string, Cell> = {};
    for (const [name, of] of columns) {
      const value = of(item);
      row[name] = value === undefined || value === '' ? null : value;
    }
    yield row;
  }
}

type Names = {
  readonly [List in 'stages' | 'personas' | 'types' | 'products']: (id: string | undefined) => string;
};

/** What the terms are called; the id where nobody has said it. */
export function namesOf(replica: WithSearchQuality): Names {
  const name = (facet: TermFacet) => (id: string | undefined) =>
    id === undefined ? '' : (nameOfTerm(replica.catalog, facet, id) ?? id);
  return {
    stages: name('stage'),
    personas: name('persona'),
    types: name('type'),
    products: name('product'),
  };
}

type ColumnsOf = (names: Names) => Columns<AssetSummary>;

/** The columns of each attribute; null for what tables of assets don't tell, or tell where an asset is in its life. */
const ATTRIBUTE_COLUMNS: Readonly<Record<AssetAttribute, ColumnsOf | null>> = {
  title: () => ({ title: ({ title }) => title }),
  summary: null,
  type: ({ types }) => ({ type: ({ type }) => type, typeName: ({ type }) => types(type) }),
  stages: ({ stages }) => ({
    stages: (asset) => asset.stages.join(' '),
    stageNames: (asset) => asset.stages.map(stages).join(', '),
  }),
  personas: ({ personas }) => ({
    personas: (asset) => asset.personas.join(' '),
    personaNames: (asset) => asset.personas.map(personas).join(', '),
  }),
  products: ({ products }) => ({
    products: (asset) => asset.products.join(' '),
    productNames: (asset) => asset.products.map(products).join(', '),
  }),
  audience: () => ({ audience: ({ audience }) => audience }),
  language: () => ({ language: ({ language }) => language }),
  tags: () => ({ tags: ({ tags }) => tags.join(', ') }),
  status: null,
  releaseOn: null,
  expiresOn: null,
  owner: () => ({ owner: ({ owner }) => owner?.name }),
  verifier: null,
  folder: () => ({ folder: ({ folder }) => folder }),
};

/** The attribute that the first columns end with. What comes later stands at the end: whoever reads the columns by their place finds the others where they were. */
const LAST_OF_FIRST = ATTRIBUTE_NAMES.indexOf('owner') + 1;

function attributeColumns(names: Names, attributes: readonly AssetAttribute[]): Columns<AssetSummary> {
  return Object.assign({}, ...attributes.map((attribute) => ATTRIBUTE_COLUMNS[attribute]?.(names)));
}

/** What stands first in a table of assets. */
function assetColumns(names: Names): Columns<AssetSummary> {
  return { assetId: ({ id }) => id, ...attributeColumns(names, ATTRIBUTE_NAMES.slice(0, LAST_OF_FIRST)) };
}

/** What stands at the end of it. */
function laterColumns(names: Names): Columns<AssetSummary> {
  return attributeColumns(names, ATTRIBUTE_NAMES.slice(LAST_OF_FIRST));
}

/** What stands last: where it is in its life. */
const LIFE: Columns<AssetSummary> = {
  status: ({ state }) => statusOfState(state),
  freshness: ({ freshness }) => freshness,
  published: ({ publishedAt }) => dayOf(publishedAt),
  verified: ({ verified }) => (verified === null ? null : dayOf(verified.at)),
  verifiedBy: ({ verified }) => verified?.by?.name,
  expires: ({ expiresOn }) => expiresOn,
};

const USE: Columns<UsedAsset> = {
  uses: ({ usesInPeriod }) => usesInPeriod,
  lastUsed: ({ lastUsedAt }) => (lastUsedAt === null ? null : dayOf(lastUsedAt)),
};

const RATED: Columns<AssetSummary> = {
  usefulness: ({ usefulness }) => (usefulness.enough ? round(usefulness.score) : null),
  lowerBound: ({ usefulness }) => (usefulness.enough ? round(usefulness.lowerBound) : null),
  ratings: ({ usefulness }) => usefulness.count,
  foundUseful: ({ usefulness }) => usefulness.useful,
  of1: ({ usefulness }) => usefulness.distribution[0],
  of2: ({ usefulness }) => usefulness.distribution[1],
  of3: ({ usefulness }) => usefulness.distribution[2],
  of4: ({ usefulness }) => usefulness.distribution[3],
  of5: ({ usefulness }) => usefulness.distribution[4],
};

/** At the end: whoever reads the columns by their place finds the others where they were. */
const RATED_BY_NEW: Columns<AssetSummary> = {
  ratingsFromNewMembers: ({ usefulness }) => usefulness.fromNew ?? 0,
};

/** Assets by usefulness. */
export function usefulnessRows(replica: WithSearchQuality, period: Period): Rows {
  return rowsOf(byUsefulness(replica, period), {
    ...assetColumns(namesOf(replica)),
    ...RATED,
    ...USE,
    ...LIFE,
    ...RATED_BY_NEW,
    ...laterColumns(namesOf(replica)),
  });
}

/** Unused assets. */
export function unusedRows(replica: WithSearchQuality, period: Period): Rows {
  return rowsOf(unusedAssets(replica, period), {
    ...assetColumns(namesOf(replica)),
    ...USE,
    ...LIFE,
    ...laterColumns(namesOf(replica)),
  });
}

/** What is stale but hot. */
export function staleRows(replica: WithSearchQuality, period: Period): Rows {
  return rowsOf(staleButHot(replica, period), {
    ...assetColumns(namesOf(replica)),
    ...USE,
    ...RATED,
    ...LIFE,
    ...RATED_BY_NEW,
    ...laterColumns(namesOf(replica)),
  });
}

/** All published assets with their use, the most used first. */
export function adoptionRows(replica: WithSearchQuality, period: Period): Rows {
  const assets = usedAssets(replica, period).sort(
    (a, b) => b.usesInPeriod - a.usesInPeriod || a.title.localeCompare(b.title),
  );
  return rowsOf(assets, {
    ...assetColumns(namesOf(replica)),
    ...USE,
    ...LIFE,
    ...laterColumns(namesOf(replica)),
  });
}

/** Coverage, a row a cell. */
export function coverageRows(replica: WithSearchQuality, period: Period): Rows {
  const { stages, personas } = namesOf(replica);
  return rowsOf(coverageCells(replica, period), {
    stage: ({ stage }) => stage,
    stageName: ({ stage }) => stages(stage),
    persona: ({ persona }) => persona,
    personaName: ({ persona }) => personas(persona),
    assets: ({ assets }) => assets,
    fresh: ({ fresh }) => fresh,
    demand: ({ demand }) => demand,
    usefulness: ({ usefulness }) => (usefulness === null ? null : round(usefulness)),
    gap: ({ gap }) => round(gap),
  });
}

/** Requests with their age. */
export function requestRows(replica: WithSearchQuality, period: Period): Rows {
  const { stages, personas, types } = namesOf(replica);
  return rowsOf(requestInsights(replica, period).rows, {
    requestId: ({ id }) => id,
    title: ({ title }) => title,
    status: ({ status }) => status,
    size: ({ size }) => size,
    stage: ({ stage }) => stage,
    stageName: ({ stage }) => stages(stage),
    persona: ({ persona }) => persona,
    personaName: ({ persona }) => personas(persona),
    type: ({ type }) => type,
    typeName: ({ type }) => types(type),
    votes: ({ votes }) => votes,
    dealValue: ({ id, dealValue }) => (saysDealValue(replica.catalog, id) ? dealValue : null),
    asked: ({ at }) => dayOf(at),
    by: ({ by }) => by.name,
    neededBy: ({ neededBy }) => neededBy,
    due: ({ sla }) => dayOf(sla.dueAt),
    sla: ({ sla }) => sla.state,
    answered: ({ takenDays, answeredAt }) =>
      takenDays === null || answeredAt === undefined ? null : dayOf(answeredAt),
    answeredBy: ({ takenDays, answeredBy }) => (takenDays === null ? null : answeredBy?.name),
    fulfilledWith: ({ fulfilledWith }) => fulfilledWith?.title,
    ageDays: ({ ageDays }) => round(ageDays),
    tookDays: ({ takenDays }) => (takenDays === null ? null : round(takenDays)),
    cycleDays: ({ status, takenDays }) =>
      status === 'fulfilled' && takenDays !== null ? round(takenDays) : null,
    votesFromNewMembers: ({ votesFromNew }) => votesFromNew ?? 0,
  });
}

/** Two digits after the point. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
