import type { ImportPlan, PlanEditions, PlanFamily, PlanGroup } from '../../../contract/import-plan.ts';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { patternOfFolder } from '../../../shared/path-pattern.ts';

/** The lines of the import plan: what is proposed by folder, versions that belong together, documents in several languages, copies, and what is left out. */

type Files = { readonly key: string; readonly folder: string; readonly rows: readonly string[] };

export type PlanLine =
  | (Files & { readonly kind: 'group'; readonly group: PlanGroup })
  | (Files & {
      readonly kind: 'families';
      readonly families: readonly PlanFamily[];
      readonly joined: boolean;
    })
  | (Files & {
      readonly kind: 'editions';
      readonly editions: readonly PlanEditions[];
      readonly joined: boolean;
    })
  | (Files & { readonly kind: 'copies' })
  | (Files & { readonly kind: 'left' });

/** The lines of a plan, as they are shown. */
export function linesOf(plan: ImportPlan, rows: ReadonlyMap<string, StagedRow>): PlanLine[] {
  const groups = plan.groups.map(
    (group): PlanLine => ({
      kind: 'group',
      key: `group ${group.folders[0] ?? ''}`,
      folder: group.folder,
      rows: group.rows,
      group,
    }),
  );
  const copies = plan.copies.flatMap(({ same }) => same);
  const left = plan.left.map(({ row }) => row);
  return [
    ...groups,
    ...familyLines(plan.families, rows),
    ...editionLines(plan.editions, rows),
    ...(copies.length === 0 ? [] : [{ kind: 'copies' as const, key: 'copies', folder: '', rows: copies }]),
    ...(left.length === 0 ? [] : [{ kind: 'left' as const, key: 'left', folder: '', rows: left }]),
  ];
}

/** The patterns of the rules that a group's line can be kept as: one for each name of its folders; none for files without a folder. */
export function rulePatterns(line: PlanLine): string[] {
  if (line.kind !== 'group' || line.group.proposed.length === 0) return [];
  return [...new Set(line.group.folders.filter((folder) => folder !== '').map(patternOfFolder))];
}

/** Families by the folder of their current version. */
function familyLines(families: readonly PlanFamily[], rows: ReadonlyMap<string, StagedRow>): PlanLine[] {
  const byFolder = new Map<string, PlanFamily[]>();
  for (const family of families) {
    const folder = rows.get(family.current)?.folder ?? '';
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), family]);
  }
  return [...byFolder].map(([folder, those]) => ({
    kind: 'families',
    key: `families ${folder}`,
    folder,
    rows: those.flatMap(({ current, earlier }) => [...earlier, current]),
    families: those,
    joined: those.every(({ joined }) => joined),
  }));
}

/** Documents in several languages by the folder of their originals. */
function editionLines(editions: readonly PlanEditions[], rows: ReadonlyMap<string, StagedRow>): PlanLine[] {
  const byFolder = new Map<string, PlanEditions[]>();
  for (const one of editions) {
    const folder = rows.get(one.original)?.folder ?? '';
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), one]);
  }
  return [...byFolder].map(([folder, those]) => ({
    kind: 'editions',
    key: `editions ${folder}`,
    folder,
    rows: those.flatMap((one) => one.rows.map(({ row }) => row)),
    editions: those,
    joined: those.every(({ joined }) => joined),
  }));
}

/** What is accepted: rows, families by their current rows, documents in several languages by their originals. */
export type AcceptedLines = {
  readonly rows: string[];
  readonly families: string[];
  readonly editions: string[];
};

/** Whether nothing is accepted. */
export function isNothing({ rows, families, editions }: AcceptedLines): boolean {
  return rows.length + families.length + editions.length === 0;
}

/** What accepting a line says, and joins; undefined where there is nothing to accept. */
export function acceptedBy(line: PlanLine): AcceptedLines | undefined {
  if (line.kind === 'group')
    return line.group.accepted || line.group.proposed.length === 0
      ? undefined
      : { rows: [...line.rows], families: [], editions: [] };
  if (line.kind === 'editions' && !line.joined) {
    const open = line.editions.filter(({ joined }) => !joined);
    return { rows: [], families: [], editions: open.map(({ original }) => original) };
  }
  if (line.kind !== 'families' || line.joined) return undefined;
  const open = line.families.filter(({ joined }) => !joined);
  return { rows: [], families: open.map(({ current }) => current), editions: [] };
}

/** What accepting everything says and joins. */
export function allAccepted(lines: readonly PlanLine[]): AcceptedLines {
  const each = lines.flatMap((line) => acceptedBy(line) ?? []);
  return {
    rows: each.flatMap(({ rows }) => rows),
    families: each.flatMap(({ families }) => families),
    editions: each.flatMap(({ editions }) => editions),
  };
}

/** How far the reading of a folder's files is. */
export type FolderReading = {
  readonly folder: string;
  readonly files: number;
  /** Those that were read, or could not be. */
  readonly read: number;
  readonly failed: number;
};

/** How far the folders of some rows are read, by name. */
export function foldersRead(rows: readonly StagedRow[]): FolderReading[] {
  const byFolder = new Map<string, FolderReading>();
  for (const { folder, state } of rows) {
    const { files, read, failed } = byFolder.get(folder) ?? { files: 0, read: 0, failed: 0 };
    const isOpen = state === 'waiting' || state === 'reading';
    byFolder.set(folder, {
      folder,
      files: files + 1,
      read: read + Number(!isOpen),
      failed: failed + Number(state === 'failed'),
    });
  }
  return [...byFolder.values()].sort((a, b) =>
    a.folder.localeCompare(b.folder, undefined, { numeric: true }),
  );
}

/** So many files, or more than one folder, are worth a plan before the table. */
const MANY_FILES = 10;

/** Whether what is on the table is worth a plan. */
export function isWorthPlanning(rows: readonly StagedRow[]): boolean {
  return rows.length > MANY_FILES || new Set(rows.map(({ folder }) => folder)).size > 1;
}
