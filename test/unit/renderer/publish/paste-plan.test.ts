import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutClipboard } from '../../../../src/renderer/areas/publish/clipboard-cells.ts';
import { planPaste } from '../../../../src/renderer/areas/publish/paste-plan.ts';
import { applyChanges, beforeOf } from '../../../../src/renderer/areas/publish/row-changes.ts';
import { effectWords } from '../../../../src/renderer/areas/publish/row-effect.ts';
import { rowOf, terms } from './rows.ts';

const empty = { title: '', type: null, stages: [], personas: [], audience: null };
const rows = [rowOf('r1', empty), rowOf('r2', empty), rowOf('r3', empty)];

describe('pasted text', () => {
  it('is cut as spreadsheets copy it, whatever their line ends', () => {
    expect(cutClipboard('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps a cell in quotes whole, with its lines and tabs, and quotes that are only part of it', () => {
    expect(cutClipboard('"two\nlines"\tb\n"say ""hi"""\td')).toEqual([
      ['two\nlines', 'b'],
      ['say "hi"', 'd'],
    ]);
    expect(cutClipboard('"Nexo" pricing\tb')).toEqual([['"Nexo" pricing', 'b']]);
    expect(cutClipboard('"open\tb\nc')).toEqual([['"open', 'b'], ['c']]);
    expect(cutClipboard('"a"" b\tc')).toEqual([['"a"" b', 'c']]);
    const long = `"${'a'.repeat(20_000_000)}`;
    expect(cutClipboard(long)[0]?.[0]?.length).toBe(long.length);
  });

  it('comes out of the clipboard as it was put there', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ') })
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1 }), (lines) => {
        const text = lines
          .map((line) => line.map((one) => `"${one.replaceAll('"', '""')}"`).join('\t'))
          .join('\n');
        expect(cutClipboard(text)).toEqual(lines);
      }),
    );
  });
});

describe('a pasted block', () => {
  it('fills rows downward and columns to the right', () => {
    const plan = planPaste('FAQ\tDecision\nCase study\tAwareness', { rows, row: 0, column: 'type' }, terms);
    expect(plan.changes).toEqual([
      { row: 'r1', set: { type: 'faq', stages: ['decision'] } },
      { row: 'r2', set: { type: 'case-study', stages: ['awareness'] } },
    ]);
    expect(effectWords(plan.effect)).toBe('Sets 4 cells.');
  });

  it('stays in line where a row takes nothing, and counts lines without a row', () => {
    const some = [rowOf('r1', empty), rowOf('r2', empty, { state: 'duplicate' }), rowOf('r3', empty)];
    const plan = planPaste('FAQ\nFAQ\nCase study\nFAQ', { rows: some, row: 0, column: 'type' }, terms);
    expect(plan.changes).toEqual([
      { row: 'r1', set: { type: 'faq' } },
      { row: 'r3', set: { type: 'case-study' } },
    ]);
    expect([plan.linesLeft, plan.blocked]).toEqual([1, 1]);
  });

  it('with a first line of column names goes into those columns, from the current row on', () => {
    const plan = planPaste(
      'Persona\tBuying Stage\tOwner\nCFO\tBOFU\tMia\nHead of sales, EMEA\tAwareness\tJo',
      { rows, row: 1, column: 'title' },
      terms,
    );
    expect(plan.header).toBe(true);
    expect(plan.unknownColumns).toEqual(['Owner']);
    expect(plan.changes).toEqual([
      { row: 'r2', set: { personas: ['cfo'], stages: ['decision'] } },
      { row: 'r3', set: { personas: ['head'], stages: ['awareness'] } },
    ]);
  });

  it('takes one column with its heading', () => {
    const plan = planPaste('Personas\nCFO\nCFO', { rows, row: 0, column: 'personas' }, terms);
    expect(plan.changes.map(({ row }) => row)).toEqual(['r1', 'r2']);
  });

  it('finds rows by the file column, whatever their order, and tells files that are not there', () => {
    const named = [
      rowOf('r1', empty, { fileName: 'Pitch.pptx', folder: 'Sales' }),
      rowOf('r2', empty, { fileName: 'Pitch.pptx', folder: 'Old', state: 'duplicate' }),
      rowOf('r3', empty, { fileName: 'FAQ.pdf' }),
    ];
    const plan = planPaste(
      'File name\tType\nfaq.pdf\tFAQ\nSales\\Pitch.pptx\tCase study\nGone.pdf\tFAQ',
      { rows: named, row: 2, column: 'title' },
      terms,
    );
    expect(plan.byFile).toBe(true);
    expect(plan.changes).toEqual([
      { row: 'r3', set: { type: 'faq' } },
      { row: 'r1', set: { type: 'case-study' } },
    ]);
    expect(plan.unknownFiles).toEqual(['Gone.pdf']);
  });

  it('does not take a first line of values for column names', () => {
    const plan = planPaste('Product\nHarbor', { rows, row: 0, column: 'title' }, terms);
    expect(plan.changes.map(({ set }) => set)).toEqual([{ title: 'Product' }, { title: 'Harbor' }]);
    const titles = planPaste('Our product\nHarbor', { rows, row: 0, column: 'title' }, terms);
    expect(titles.changes.map(({ set }) => set)).toEqual([{ title: 'Our product' }, { title: 'Harbor' }]);
  });

  it('says of every word that names nothing where it stood and how often', () => {
    const plan = planPaste('CFO; Treasurer\nTreasurer\nCFO', { rows, row: 0, column: 'personas' }, terms);
    expect(plan.unknown).toEqual([{ word: 'Treasurer', key: 'personas', times: 2 }]);
    expect(plan.changes.map(({ row }) => row)).toEqual(['r1', 'r3']);
  });

  it('says what it fills, confirms and replaces', () => {
    const some = [
      rowOf('r1', { type: 'faq' }, { guessed: ['type'] }),
      rowOf('r2', { type: 'case-study' }, { guessed: ['type'] }),
      rowOf('r3', { type: 'case-study' }),
      rowOf('r4', { type: null }),
    ];
    const plan = planPaste('FAQ\nFAQ\nFAQ\nFAQ', { rows: some, row: 0, column: 'type' }, terms);
    expect(plan.cells.map(({ effect }) => effect)).toEqual([
      'confirms',
      'replaces-guess',
      'replaces',
      'fills',
    ]);
    expect(effectWords(plan.effect)).toBe(
      'Sets 4 cells. Replaces 1 confirmed value and 1 guess. Confirms 1 guess.',
    );
  });

  it('is taken back whole: values and guesses', () => {
    const some = [rowOf('r1', { type: 'case-study' }, { guessed: ['type'] }), rowOf('r2', empty)];
    const before = applyChanges(some, [
      { row: 'r1', set: {} },
      { row: 'r2', set: {} },
    ]);
    const { changes } = planPaste(
      'FAQ\tDecision\nFAQ\tDecision',
      { rows: before, row: 0, column: 'type' },
      terms,
    );
    expect(applyChanges(applyChanges(before, changes), beforeOf(before, changes))).toEqual(before);
  });
});
