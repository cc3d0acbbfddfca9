import { t } from '@lingui/core/macro';
import type { ColumnTarget } from '../../../contract/metadata.ts';
import type { ToldField } from '../../../shared/says/told-field.ts';
import { LIST_ATTRIBUTES } from '../../../shared/vocabulary/asset-attributes.ts';
import { type DimensionField, isDimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import {
  COLUMN_MODES,
  type ColumnMode,
  TABLE_FIELDS,
  type TableField,
} from '../../../shared/vocabulary/metadata.ts';
import { fieldLabel } from '../../../words/fields.ts';

/** What a column of a table can be, as one chooses it. */

type ColumnChoice = { readonly value: string; readonly label: string; readonly target: ColumnTarget };

/** What stands for a column that is left out. */
export const LEFT_OUT = 'left-out';

function modeLabel(field: TableField, mode: ColumnMode, told: ToldField): string {
  const label = fieldLabel(told);
  if (!isList(field)) return label;
  if (mode === 'add') return t`${{ label }}: add`;
  return mode === 'remove' ? t`${{ label }}: remove` : t`${{ label }}: replace`;
}

function isList(field: TableField): boolean {
  return isDimensionField(field) || LIST_ATTRIBUTES.some((one) => one === field);
}

/** All that a column can be, in order. */
export function columnChoices(
  dimensions: readonly DimensionField[],
  told: (field: TableField) => ToldField,
): readonly ColumnChoice[] {
  const fields = [...TABLE_FIELDS, ...dimensions].flatMap((field) =>
    COLUMN_MODES.filter((mode) => mode === 'set' || isList(field)).map((mode): ColumnChoice => {
      const target = { is: 'field', field, mode } as const;
      return { value: choiceOf(target), label: modeLabel(field, mode, told(field)), target };
    }),
  );
  return [
    { value: 'id', label: t`Asset ID`, target: { is: 'id' } },
    { value: 'file', label: t`File name`, target: { is: 'file' } },
    ...fields,
    { value: 'variant', label: t`Language version of`, target: { is: 'variant' } },
  ];
}

/** The choice that a target is. */
export function choiceOf(target: ColumnTarget | null): string {
  if (target === null) return LEFT_OUT;
  return target.is === 'field' ? `${target.mode} ${target.field}` : target.is;
}
