import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../src/shared/safe-file-name.ts';

describe('a file name for outside', () => {
  it('stays what it is when nothing is wrong with it', () => {
    expect(safeFileName('ROI story – Straße 7 (v2).pptx')).toBe('ROI story – Straße 7 (v2).pptx');
    expect(safeFileName('価格表.xlsx')).toBe('価格表.xlsx');
  });

  it('names no folder', () => {
    expect(safeFileName('../../etc/passwd')).toBe('_.._etc_passwd');
    expect(safeFileName('C:\\Windows\\win.ini')).toBe('C__Windows_win.ini');
    expect(safeFileName('..')).toBe('file');
  });

  it('carries no control characters and does not turn the reading direction round', () => {
    expect(safeFileName('a\nb\0c.pdf')).toBe('a_b_c.pdf');
    expect(safeFileName('price\u202Efdp.exe')).toBe('price_fdp.exe');
  });

  it('is not one that Windows keeps for devices', () => {
    expect(safeFileName('con.txt')).toBe('_con.txt');
  });

  it('keeps its ending when it is too long', () => {
    const name = safeFileName(`${'é'.repeat(300)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name.endsWith('.pdf')).toBe(true);
  });

  it('always is a single file’s name of at most 255 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (name) => {
        const safe = safeFileName(name);
        return (
          safe !== '' &&
          safe !== '.' &&
          safe !== '..' &&
          !/[/\\\0]/.test(safe) &&
          Buffer.byteLength(safe) <= 255
        );
      }),
    );
  });
});
