import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutClipboard,
  planPaste,
  readCell,
  readTags,
} from '../../../../src/renderer/features/publish/cell-text.ts';
import { terms } from './rows.ts';

describe('text typed or pasted into a cell', () => {
  it('names terms whatever their case, by name or id', () => {
    expect(readCell('type', 'CASE study', terms)).toEqual({ read: 'value', change: { type: 'case-study' } });
    expect(readCell('stages', 'decision; Awareness', terms)).toEqual({
      read: 'value',
      change: { stages: ['decision', 'awareness'] },
    });
  });

  it('takes a name with a comma in it for one term', () => {
    expect(readCell('personas', 'Head of sales, EMEA', terms)).toEqual({
      read: 'value',
      change: { personas: ['head'] },
    });
  });

  it('says which words name nothing, and changes nothing then', () => {
    expect(readCell('personas', 'CFO, Nobody', terms)).toEqual({ read: 'unknown', words: ['Nobody'] });
  });

  it('empties a cell where it is empty', () => {
    expect(readCell('stages', '', terms)).toEqual({ read: 'value', change: { stages: [] } });
    expect(readCell('audience', ' ', terms)).toEqual({ read: 'value', change: { audience: null } });
  });

  it('makes a title one line of at most 300 characters, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readCell('title', text, terms);
        const title = read.read === 'value' ? (read.change.title ?? '') : '';
        return title.length <= 300 && !/[\n\r\t]/.test(title);
      }),
    );
  });

  it('keeps each tag once and none empty', () => {
    expect(readTags(' roi, retail;roi,, ')).toEqual(['roi', 'retail']);
  });
});

describe('a pasted block', () => {
  it('is cut as spreadsheets copy it, whatever their line ends', () => {
    expect(cutClipboard('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('fills rows downward and columns to the right', () => {
    const paste = planPaste(
      'FAQ\tDecision\nCase study\tAwareness',
      { rows: ['r1', 'r2'], column: 'type' },
      terms,
    );
    expect(paste.changes).toEqual([
      { row: 'r1', set: { type: 'faq', stages: ['decision'] } },
      { row: 'r2', set: { type: 'case-study', stages: ['awareness'] } },
    ]);
  });

  it('stays in line where a row takes nothing, and counts lines without a row', () => {
    const paste = planPaste('FAQ\nFAQ\nCase study\nFAQ', { rows: ['r1', null, 'r3'], column: 'type' }, terms);
    expect(paste.changes).toEqual([
      { row: 'r1', set: { type: 'faq' } },
      { row: 'r3', set: { type: 'case-study' } },
    ]);
    expect(paste.linesLeft).toBe(1);
  });
});
