import type { ImportPlan, PlanEditions, PlanFamily, PlanGroup } from '../../contract/import-plan.ts';
import type { StagedRow } from '../../contract/publish-rows.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import { foldersOf } from '../../shared/folder-path.ts';
import { type AnySays, says } from '../../shared/says/says.ts';
import { idPattern } from '../../shared/vocabulary/ids.ts';
import type { Editions } from './editions.ts';
import { suggestedOf } from './staged-row.ts';

/** What an import would do, told from the rows of the table. Pure. */

/** A group of so few files that it stands for itself only where its neighbours say otherwise. */
const FEW = 3;
/** A proposal is a group's where so large a share of its files has it. */
const COMMON = 0.6;
const ASSET = idPattern('asset');

type FoundFamily = Omit<PlanFamily, 'title' | 'joined'>;

/** The plan for a table; `found`: the families among its rows that are not joined yet; `editions`: the documents in several languages. */
export function planOf(
  rows: readonly StagedRow[],
  revision: number,
  found: readonly FoundFamily[],
  editions: readonly Editions[],
): ImportPlan {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = rows.filter(({ state, earlierOf }) => state === 'ready' && earlierOf === undefined);
  return {
    revision,
    groups: groupsOf(shown),
    families: [
      ...joinedFamilies(rows),
      ...found.map((family) => ({
        ...family,
        title: titleOf(byId.get(family.current)),
        joined: false,
      })),
    ],
    editions: editions.flatMap((those) => planEditions(those, byId) ?? []),
    copies: rows.flatMap(({ id, copies = [] }) =>
      copies.length === 0 ? [] : [{ keep: id, same: copies.map(({ row }) => row) }],
    ),
    left: rows.flatMap(({ id, state, says, reason = state, duplicateOf }) => {
      if (state !== 'failed' && duplicateOf === undefined) return [];
      return [{ row: id, reason: duplicateOf === undefined ? reason : 'in-library', ...(says && { says }) }];
    }),
  };
}

function titleOf(row: StagedRow | undefined): string {
  return row === undefined ? '' : row.fields.title.trim() || row.fileName;
}

/** A document in several languages as it is shown: where somebody said already which file is the original, that one is. */
function planEditions(those: Editions, rows: ReadonlyMap<string, StagedRow>): PlanEditions | undefined {
  const saidOf = (row: string): string | undefined => {
    const said = rows.get(row)?.fields.editionOf ?? undefined;
    // What was taken off the table is nothing any more.
    return said !== undefined && (rows.has(said) || ASSET.test(said)) ? said : undefined;
  };
  const said = those.find(({ row }) => those.some((other) => saidOf(other.row) === row));
  const original = said ?? those[0];
  if (original === undefined) return undefined;
  const others = those.filter((one) => one !== original);
  return {
    title: titleOf(rows.get(original.row)),
    original: original.row,
    rows: [original, ...others].map((one) => ({ ...one })),
    joined: others.every(({ row }) => {
      const to = saidOf(row);
      return to !== undefined && (to === original.row || to === saidOf(original.row));
    }),
  };
}

function joinedFamilies(rows: readonly StagedRow[]): PlanFamily[] {
  const earlier = new Map<string, string[]>();
  const placed = rows.flatMap(({ id, earlierOf }) => (earlierOf === undefined ? [] : [{ id, ...earlierOf }]));
  for (const { id, row } of placed.sort((a, b) => a.place - b.place))
    entryOf(earlier, row, () => []).push(id);
  return rows.flatMap((row) => {
    const those = earlier.get(row.id);
    return those === undefined
      ? []
      : [{ title: titleOf(row), current: row.id, earlier: those, joined: true }];
  });
}

/** Rows by folder; folders of few files come together in the one above where they are of one type. */
function groupsOf(rows: readonly StagedRow[]): PlanGroup[] {
  const byFolder = new Map<string, StagedRow[]>();
  for (const row of rows) entryOf(byFolder, row.folder, () => []).push(row);
  let groups: Group[] = [...byFolder].map(([folder, those]) => ({
    folder,
    rows: those,
    type: typeOf(those),
  }));
  const deepest = Math.max(0, ...groups.map(({ folder }) => foldersOf(folder).length));
  for (let depth = deepest; depth > 1; depth -= 1)
    groups = groups.flatMap((group) => merged(group, groups, depth));
  return groups.map(({ folder, rows: those }) => groupOf(folder, those)).sort(inOrder);
}

type Group = { readonly folder: string; readonly rows: readonly StagedRow[]; readonly type: string };

/** A group of few files of a depth goes up where another one of its type lies in the same folder, or is that folder's own; the first of them has all. */
function merged(group: Group, all: readonly Group[], depth: number): Group[] {
  const goesUp = (other: Group): boolean =>
    foldersOf(other.folder).length === depth && other.rows.length < FEW;
  const above = goesUp(group) ? parentOf(group.folder) : group.folder;
  const together = all.filter(
    (other) =>
      other === group ||
      (other.type === group.type &&
        (goesUp(other) ? parentOf(other.folder) === above : other.folder === above)),
  );
  if (together.length < 2) return [group];
  return together[0] === group
    ? [{ ...group, folder: above, rows: together.flatMap(({ rows }) => rows) }]
    : [];
}

function parentOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
}

/** The content type that most files are proposed as; '' for none. */
function typeOf(rows: readonly StagedRow[]): string {
  return proposalFor('type', rows)?.values.join(' ') ?? '';
}

/** Those with proposals first, large ones first. */
function inOrder(a: PlanGroup, b: PlanGroup): number {
  return (
    Number(b.proposed.length > 0) - Number(a.proposed.length > 0) ||
    b.rows.length - a.rows.length ||
    byName(a.folder, b.folder) ||
    byName(a.folders[0] ?? '', b.folders[0] ?? '')
  );
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function groupOf(folder: string, rows: readonly StagedRow[]): PlanGroup {
  const proposed = proposalsOf(rows);
  const folders = [...new Set(rows.map((row) => row.folder))].toSorted(byName);
  const waits = rows.some((row) => suggestedOf([row]).some((field) => row.guessed.includes(field)));
  return {
    folder,
    folders,
    rows: rows.map(({ id }) => id),
    proposed,
    accepted: !waits && proposed.length > 0,
  };
}

function proposalsOf(rows: readonly StagedRow[]): PlanGroup['proposed'] {
  return suggestedOf(rows).flatMap((attribute) => proposalFor(attribute, rows) ?? []);
}

/** The values that most of the files have in an attribute, of those for which something is proposed. */
function proposalFor(
  attribute: PlanGroup['proposed'][number]['attribute'],
  rows: readonly StagedRow[],
): PlanGroup['proposed'][number] | undefined {
  const having = new Map<string, StagedRow[]>();
  for (const row of rows)
    for (const value of [row.fields[attribute] ?? []].flat()) {
      if (row.proposed?.[attribute] === undefined || value === '') continue;
      entryOf(having, value, () => []).push(row);
    }
  const common = [...having]
    .filter(([, those]) => those.length >= COMMON * rows.length)
    .sort(([, a], [, b]) => b.length - a.length);
  const most = common[0]?.[1];
  if (most === undefined) return undefined;
  const proposals = most.flatMap(({ proposed }) => proposed?.[attribute] ?? []);
  const [first] = proposals.toSorted((a, b) => a.sure - b.sure);
  if (first === undefined) return undefined;
  return {
    attribute,
    values: common.map(([value]) => value),
    files: most.length,
    sure: first.sure,
    why: mostSaid(proposals.map(({ why }) => why)) ?? first.why,
    ruled: proposals.every(({ why }) => why.code === 'suggestions.rule'),
  };
}

/** The reason that most files have; where each has another value in it, told of all of them. */
function mostSaid(reasons: readonly AnySays[]): AnySays | undefined {
  const byCode = new Map<string, AnySays[]>();
  for (const why of reasons) entryOf(byCode, why.code, () => []).push(why);
  const [most = []] = [...byCode.values()].sort((a, b) => b.length - a.length);
  const [first] = most;
  if (first === undefined || new Set(most.map(({ values }) => JSON.stringify(values))).size === 1)
    return first;
  return ofMany(first);
}

/** A reason whose one name would be wrong for the other files. */
function ofMany(why: AnySays): AnySays {
  switch (why.code) {
    case 'suggestions.type-audience':
      return says('suggestions.audience-of-types');
    case 'suggestions.file-name':
      return says('suggestions.file-names', why.values);
    case 'suggestions.folder-name':
      return says('suggestions.folder-names', why.values);
    default:
      return why;
  }
}
