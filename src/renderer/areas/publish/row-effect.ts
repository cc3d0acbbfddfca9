import { plural, t } from '@lingui/core/macro';
import type { RowChange, StagedRow } from '../../../contract/publish-rows.ts';
import { takesFields, withFields } from '../../../contract/row-changes.ts';
import { dimensionFieldsIn } from '../../../shared/vocabulary/asset-fields.ts';
import { sentences } from '../../../words/sentence.ts';
import { COLUMNS, type FieldKey, isField, valuesOf } from './columns.ts';

/** What becomes of one cell. `confirms`: the value was guessed and is certain now. */
export type CellEffect = 'fills' | 'confirms' | 'replaces-guess' | 'replaces' | 'clears' | 'same';

/** How many cells a change fills, and what it takes away. */
export type Effect = Readonly<Record<CellEffect, number>>;

const OWN_FIELDS: readonly FieldKey[] = COLUMNS.map((column) => column.key).filter(isField);

/** The fields of the table that a change sets. */
function fieldsOf(set: RowChange['set']): FieldKey[] {
  return [...OWN_FIELDS.filter((key) => key in set), ...dimensionFieldsIn(set)];
}

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
    for (const key of fieldsOf(set)) effect[effectOn(row, key, set)] += 1;
  }
  return effect;
}

/** How many cells change. */
export function changedCells(effect: Effect): number {
  return effect.fills + effect.confirms + effect['replaces-guess'] + effect.replaces + effect.clears;
}

/** What is said before many cells are set: ‘Sets 12 cells. Replaces 3 confirmed values and 2 guesses.’ */
export function effectWords(effect: Effect): string {
  if (changedCells(effect) === 0) return t`Changes nothing.`;
  const { replaces, 'replaces-guess': guesses, confirms, clears } = effect;
  const sets = changedCells(effect) - clears;
  return sentences(
    ...(sets > 0 ? [plural(sets, { one: 'Sets # cell.', other: 'Sets # cells.' })] : []),
    ...(replaces > 0 || guesses > 0 ? [replacesWords(replaces, guesses)] : []),
    ...(confirms > 0 ? [plural(confirms, { one: 'Confirms # guess.', other: 'Confirms # guesses.' })] : []),
    ...(clears > 0
      ? [plural(clears, { one: 'Clears # confirmed value.', other: 'Clears # confirmed values.' })]
      : []),
  );
}

function replacesWords(values: number, guesses: number): string {
  if (guesses === 0) {
    return plural(values, { one: 'Replaces # confirmed value.', other: 'Replaces # confirmed values.' });
  }
  if (values === 0) return plural(guesses, { one: 'Replaces # guess.', other: 'Replaces # guesses.' });
  return t`Replaces ${plural(values, {
    one: '# confirmed value',
    other: '# confirmed values',
  })} and ${plural(guesses, { one: '# guess', other: '# guesses' })}.`;
}

/** Of selected rows those that take fields: not copies, failures or new versions. */
export function settable(rows: readonly StagedRow[]): StagedRow[] {
  return rows.filter(takesFields);
}
