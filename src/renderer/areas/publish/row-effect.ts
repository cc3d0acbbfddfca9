import { plural, t } from '@lingui/core/macro';
import type { RowChange, StagedRow } from '../../../contract/publish.ts';
import { takesFields, withFields } from '../../../contract/row-changes.ts';
import { COLUMNS, type FieldKey, isField, valuesOf } from './columns.ts';

/** What becomes of one cell. `confirms`: the value was guessed and is certain now. */
export type CellEffect = 'fills' | 'confirms' | 'replaces-guess' | 'replaces' | 'clears' | 'same';

/** How many cells a change fills, and what it takes away. */
export type Effect = Readonly<Record<CellEffect, number>>;

const FIELDS: readonly FieldKey[] = COLUMNS.map((column) => column.key).filter(isField);

/** What a change does to one field of a row. */
export function effectOn(row: StagedRow, key: FieldKey, set: RowChange['set']): CellEffect {
  const before = valuesOf(row.fields, key);
  const after = valuesOf(withFields(row, { set }).fields, key);
  const guessed = row.guessed.includes(key);
  const same = before.length === after.length && before.every((value) => after.includes(value));
  if (same) return guessed && key in set && after.length > 0 ? 'confirms' : 'same';
  if (before.length === 0) return 'fills';
  if (guessed) return 'replaces-guess';
  return after.length === 0 ? 'clears' : 'replaces';
}

/** What changes do to all cells that they are about. */
export function effectOf(rows: readonly StagedRow[], changes: readonly RowChange[]): Effect {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const effect = { fills: 0, confirms: 0, 'replaces-guess': 0, replaces: 0, clears: 0, same: 0 };
  for (const { row: id, set } of changes) {
    const row = byId.get(id);
    if (row === undefined) continue;
    for (const key of FIELDS) if (key in set) effect[effectOn(row, key, set)] += 1;
  }
  return effect;
}

/** How many cells change. */
export function changedCells(effect: Effect): number {
  return effect.fills + effect.confirms + effect['replaces-guess'] + effect.replaces + effect.clears;
}

/** What is said before and after many cells are set: ‘Sets 12 cells, replaces 3 confirmed values and 2 guesses’. */
export function effectWords(effect: Effect): string {
  const set = changedCells(effect) - effect.clears;
  const replaced = [
    effect.replaces > 0
      ? plural(effect.replaces, { one: '# confirmed value', other: '# confirmed values' })
      : '',
    effect['replaces-guess'] > 0
      ? plural(effect['replaces-guess'], { one: '# guess', other: '# guesses' })
      : '',
  ].filter((part) => part !== '');
  const parts = [
    set > 0 || effect.clears === 0 ? t`Sets ${plural(set, { one: '# cell', other: '# cells' })}` : '',
    replaced.length > 0 ? t`replaces ${replaced.join(' and ')}` : '',
    effect.confirms > 0 ? t`confirms ${plural(effect.confirms, { one: '# guess', other: '# guesses' })}` : '',
    effect.clears > 0
      ? t`clears ${plural(effect.clears, { one: '# confirmed value', other: '# confirmed values' })}`
      : '',
  ].filter((part) => part !== '');
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Of selected rows those that take fields: not copies, failures or new versions. */
export function settable(rows: readonly StagedRow[]): StagedRow[] {
  return rows.filter(takesFields);
}
