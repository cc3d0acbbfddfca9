import { describe, expect, it } from 'vitest';
import { withFields } from '../../../../src/contract/row-changes.ts';
import { readCell } from '../../../../src/renderer/areas/publish/cell-text.ts';
import {
  COLUMNS,
  changeOf,
  columnsOf,
  type FieldKey,
  valuesOf,
} from '../../../../src/renderer/areas/publish/columns.ts';
import { readHeader } from '../../../../src/renderer/areas/publish/paste-header.ts';
import { ROW_ATTRIBUTES, type RowAttribute } from '../../../../src/shared/vocabulary/asset-attributes.ts';
import { rowOf, terms } from './rows.ts';

type OwnField = Extract<RowAttribute, FieldKey>;

const FIELDS = ROW_ATTRIBUTES.filter(
  (attribute): attribute is OwnField => attribute !== 'summary' && attribute !== 'folder',
);

/** A text for each field, and one thing that it names. */
const TEXTS: Readonly<Record<OwnField, string>> = {
  title: 'Words',
  type: 'FAQ',
  stages: 'Decision',
  personas: 'CFO',
  products: 'Flow',
  audience: 'Internal only',
  language: 'English',
  tags: 'words',
};
const vocabulary = { ...terms, products: [{ value: 'flow', label: 'Flow' }] };

describe('the columns of the publish table', () => {
  it('are those of every attribute that a row says, but its summary and its folder', () => {
    const editable = COLUMNS.filter(({ cell }) => cell !== null).map(({ key }) => key);
    expect(editable).toEqual(FIELDS);
  });

  it('are told in a pasted first line by the names that they have', () => {
    const labels = COLUMNS.map(({ label }) => label);
    const header = readHeader([labels, labels.map(() => 'x')], 'file');
    expect(header).toEqual({ columns: COLUMNS.map(({ key }) => key), unknown: [] });
  });

  it('are followed by one for each dimension, which takes its terms and is asked for where it is needed', () => {
    const dimensions = [
      {
        field: 'dimension:industry' as const,
        name: 'Industry',
        many: false,
        required: true,
        choices: [{ value: 'bank', label: 'Banking' }],
      },
    ];
    const all = { ...vocabulary, dimensions };
    expect(columnsOf(all)[6]).toMatchObject({
      key: 'dimension:industry',
      label: 'Industry',
      cell: 'one',
    });
    const header = readHeader(
      [
        ['File', 'Industries'],
        ['a', 'b'],
      ],
      'file',
      columnsOf(all),
    );
    expect(header).toBeNull();
    expect(
      readHeader(
        [
          ['File', 'industry'],
          ['a', 'b'],
        ],
        'file',
        columnsOf(all),
      )?.columns,
    ).toEqual(['file', 'dimension:industry']);
    const { set } = readCell('dimension:industry', 'banking', all);
    expect(set).toEqual({ 'dimension:industry': ['bank'] });
    const needed = { ...rowOf('a'), required: ['dimension:industry' as const] };
    expect(withFields(needed, { set: {} }).missing).toContain('dimension:industry');
    expect(withFields(needed, { set: set ?? {} }).missing).not.toContain('dimension:industry');
  });

  it.each(FIELDS)('hold what is typed or pasted into them: %s', (field) => {
    const { set, unknown } = readCell(field, TEXTS[field], vocabulary);
    expect(unknown).toEqual([]);
    const row = withFields(rowOf('a'), { set: set ?? {} });
    expect(valuesOf(row.fields, field)).toHaveLength(1);
    expect(changeOf(field, valuesOf(row.fields, field))).toEqual(set);
  });
});
