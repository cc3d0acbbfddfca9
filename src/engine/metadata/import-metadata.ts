import type { AssetEdit, Edited } from '../../contract/asset-edits.ts';
import type { AssetSummary } from '../../contract/assets.ts';
import type { ColumnTarget, FailedCell, Imported, TypedEdit } from '../../contract/metadata.ts';
import type { PlainDraft, Undoable } from '../../domain/undo/reversals.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { fieldsIn } from '../../shared/vocabulary/asset-fields.ts';
import { changeAssets, checkMayEdit, planEdit } from '../assets/batch-edit.ts';
import { fieldCalled, toldField } from '../assets/dimension-fields.ts';
import { invalid } from '../base/refusal.ts';
import { keptText, plainText, protectedText } from './cell-text.ts';
import { columnsTaken, keyOfTarget } from './columns.ts';
import { fieldText, valuesText } from './field-text.ts';
import { AssetFinder } from './find-asset.ts';
import { KnownValues } from './known-values.ts';
import { type LinkCell, planLinkCell } from './link-cell.ts';
import type { ReadTable, TableRow } from './open-tables.ts';
import { isList, readInto } from './read-field.ts';
import type { WithMetadata } from './with-metadata.ts';

/** How many cells that don't fit, and how many changes, are told one by one. */
const MOST_FAILED = 500;
const MOST_EXAMPLES = 200;

type Columns = readonly (ColumnTarget | null)[];
type Asked = {
  readonly table: string;
  readonly columns?: Columns | undefined;
  readonly dryRun?: boolean | undefined;
};

/**
 * Changes assets as a table says, in one write. A cell that says what the asset says already, and an empty one, changes nothing; a row with a cell that
 * does not fit is left out whole.
 */
export async function importMetadata(replica: WithMetadata, asked: Asked): Promise<Imported> {
  checkMayEdit(replica);
  const table = replica.tables.get(asked.table);
  const columns = asked.columns ?? columnsTaken(replica.catalog, table.headings).map(({ target }) => target);
  checkColumns(replica, columns);
  const planned = new Import(replica, table, columns).plan();
  const undone = asked.dryRun === true ? {} : await replica.undos.commit(planned.changes);
  const { changes: _, ...told } = planned;
  return { ...told, ...undone };
}

/** Refuses columns from which nothing can be read, and two that set the same. */
function checkColumns({ catalog }: WithMetadata, columns: Columns): void {
  const used = columns.filter((target) => target !== null);
  if (!used.some(({ is }) => is === 'id' || is === 'file')) throw invalid(says('metadata.names-no-assets'));
  if (!used.some(({ is }) => is === 'field' || is === 'variant'))
    throw invalid(says('metadata.says-nothing'));
  const seen = new Set<string>();
  for (const target of used) {
    const key = keyOfTarget(target);
    if (target.is === 'field' && seen.has(key)) {
      throw invalid(says('metadata.field-twice', { field: toldField(catalog, target.field) }));
    }
    if (target.is === 'field' && target.mode !== 'set' && !isList(target.field)) {
      throw invalid(says('metadata.one-value', { field: toldField(catalog, target.field) }));
    }
    seen.add(key);
  }
}

/** Columns that name an asset: the row's, or the one that it is an edition of. */
type Naming = Exclude<ColumnTarget['is'], 'field'>;

type Planned = Omit<Imported, 'undo'> & { readonly changes: (PlainDraft | Undoable)[] };

/** What a table comes to, row by row. */
class Import {
  readonly #replica: WithMetadata;
  readonly #table: ReadTable;
  readonly #columns: Columns;
  readonly #known: KnownValues;
  readonly #finder: AssetFinder;
  /** In which row each asset came. */
  readonly #seen = new Map<string, number>();
  readonly #planned: Planned = {
    ...{ changes: [], changed: [], unchanged: [], failed: [], failedRows: 0, examples: [] },
  };

  constructor(replica: WithMetadata, table: ReadTable, columns: Columns) {
    this.#replica = replica;
    this.#table = table;
    this.#columns = columns;
    this.#known = new KnownValues(replica);
    this.#finder = new AssetFinder(replica.summaries.visible());
  }

  plan(): Planned {
    for (const row of this.#table.rows) {
      const failed = this.#planRow(row);
      if (failed.length === 0) continue;
      this.#planned.failedRows += 1;
      const room = MOST_FAILED - this.#planned.failed.length;
      this.#planned.failed.push(...failed.slice(0, Math.max(0, room)));
    }
    return this.#planned;
  }

  #planRow(row: TableRow): FailedCell[] {
    const found = this.#finder.find({ id: this.#cell(row, 'id'), file: this.#cell(row, 'file') });
    if (found.found === 'none') return [this.#failed(row, this.#columnOf(found.by), found.says)];
    const { asset } = found;
    const before = this.#seen.get(asset.id);
    if (before !== undefined) return [this.#failed(row, -1, says('metadata.row-again', { row: before }))];
    this.#seen.set(asset.id, row.row);
    const { edit, failed } = this.#editOf(row, asset);
    if (failed.length > 0) return failed;
    const planned = planEdit(this.#replica, asset.id, edit);
    const linked = planLinkCell(this.#replica, this.#finder, asset, this.#cell(row, 'variant'));
    if (linked.plan === 'refused') return [this.#failed(row, this.#columnOf('variant'), linked.says)];
    if (planned.plan === 'same' && linked.plan === 'same') this.#planned.unchanged.push(asset.id);
    else if (planned.plan === 'refused') {
      const at = this.#columns.findIndex(
        (target) => target?.is === 'field' && target.field === planned.field,
      );
      return [this.#failed(row, at, planned.says)];
    } else {
      this.#planned.changed.push(asset.id);
      if (planned.plan === 'change') this.#take(row, asset, planned.change);
      if (linked.plan === 'link') this.#takeLink(row, asset, linked);
    }
    return [];
  }

  #takeLink({ row }: TableRow, { id, title }: AssetSummary, { drafts, before, after }: LinkCell): void {
    this.#planned.changes.push(...drafts);
    if (this.#planned.examples.length < MOST_EXAMPLES)
      this.#planned.examples.push({ row, asset: id, title, field: 'variant', before, after });
  }

  /** What the cells of a row say that the asset does not say already. */
  #editOf(row: TableRow, asset: AssetSummary): { edit: AssetEdit; failed: FailedCell[] } {
    const edit: AssetEdit = { set: {}, add: {}, remove: {} };
    const failed: FailedCell[] = [];
    for (const [at, target] of this.#columns.entries()) {
      const text = keptText(row.cells[at] ?? '');
      if (target?.is !== 'field' || text === '') continue;
      const { field, mode } = target;
      if (mode === 'set' && text === protectedText(keptText(fieldText(this.#known, asset, field)))) continue;
      const wrong = readInto(edit, this.#known, { field, mode, text });
      if (wrong !== undefined) failed.push(this.#failed(row, at, wrong));
    }
    return { edit, failed };
  }

  #take({ row }: TableRow, asset: AssetSummary, change: Undoable): void {
    this.#planned.changes.push(change);
    const set = change.draft.kind === 'asset-edited' ? change.draft.body.set : {};
    for (const field of fieldsIn(set)) {
      const value = set[field];
      if (field === 'status' || value === undefined || this.#planned.examples.length >= MOST_EXAMPLES)
        continue;
      const values = Array.isArray(value) ? value : value === null || value === '' ? [] : [value];
      const before = fieldText(this.#known, asset, field);
      const after = valuesText(this.#known, field, values);
      this.#planned.examples.push({ row, asset: asset.id, title: asset.title, field, before, after });
    }
  }

  #columnOf(is: Naming): number {
    const at = this.#columns.findIndex((target) => target?.is === is);
    return at === -1 ? this.#columns.findIndex((target) => target?.is === 'id' || target?.is === 'file') : at;
  }

  #cell({ cells }: TableRow, is: Naming): string {
    const at = this.#columns.findIndex((target) => target?.is === is);
    return at === -1 ? '' : keptText(plainText(cells[at] ?? ''));
  }

  #failed({ row }: TableRow, at: number, why: Says): FailedCell {
    return { row, column: this.#table.headings[at] ?? '', says: why };
  }
}

/** Changes assets alike, by fields and values as people call them. Throws `Refusal` where one is not known. */
export async function editByText(
  replica: WithMetadata,
  asked: {
    readonly assets: readonly string[];
    readonly edits: readonly TypedEdit[];
    readonly dryRun?: boolean | undefined;
  },
): Promise<Edited> {
  checkMayEdit(replica);
  const known = new KnownValues(replica);
  const edit: AssetEdit = { set: {}, add: {}, remove: {} };
  for (const { field: name, mode, text } of asked.edits) {
    const field = fieldCalled(replica.catalog, name);
    if (field === undefined) throw invalid(says('metadata.no-field', { name }));
    const wrong = readInto(edit, known, { field, mode, text: text.trim() });
    if (wrong !== undefined) throw invalid(wrong, field);
  }
  return changeAssets(replica, { assets: asked.assets, dryRun: asked.dryRun, ...edit });
}
