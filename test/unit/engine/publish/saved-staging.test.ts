import { describe, expect, it } from 'vitest';
import { emptyFields, newRow, savedStaging } from '../../../../src/engine/publish/staged-row.ts';

const saved = (fields: object) => {
  const { row, path, modifiedAt } = newRow('s_0123456789abcdef', {
    path: '/somewhere/a.pdf',
    name: 'a.pdf',
    folder: '',
    size: 1,
    modifiedAt: 0,
  });
  return { v: 1, skipped: 0, rows: [{ row: { ...row, fields }, path, modifiedAt }] };
};

describe('a table of an earlier version', () => {
  it('loses no row for a field that rows did not have then', () => {
    for (const field of Object.keys(emptyFields())) {
      const { [field as 'title']: _, ...others } = { ...emptyFields(), summary: 'Kept' };
      const { rows, lost } = savedStaging(saved(others));
      expect(lost, field).toBe(0);
      expect(rows[0]?.row.fields).toEqual({ ...emptyFields(), ...others });
    }
  });

  it('loses a row whose field is no value of its kind', () => {
    expect(savedStaging(saved({ ...emptyFields(), stages: 'decision' })).lost).toBe(1);
  });
});
