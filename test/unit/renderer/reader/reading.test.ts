import { describe, expect, it } from 'vitest';
import { clampPage, tellingLabels } from '../../../../src/renderer/areas/reader/document/document-model.ts';
import { nextZoom } from '../../../../src/renderer/areas/reader/document/use-zoom.ts';
import { openLabel } from '../../../../src/renderer/areas/reader/file-actions.ts';
import { columnName, findCells } from '../../../../src/renderer/areas/reader/sheets/sheet-matches.ts';
import { drawnWidth } from '../../../../src/renderer/areas/reader/slides/drawn-width.ts';

describe('the reader', () => {
  it('opens the nearest page that there is', () => {
    expect([clampPage(0, 3), clampPage(2, 3), clampPage(9, 3), clampPage(1, 0)]).toEqual([1, 2, 3, 1]);
  });

  it('keeps labels that say more than the number', () => {
    expect(tellingLabels(['Slide 1', 'Slide 2'])).toBeNull();
    expect(tellingLabels(['1', '2'])).toBeNull();
    expect(tellingLabels(['Prices', 'Terms'])).toEqual(['Prices', 'Terms']);
    expect(tellingLabels(['i', 'ii', '1'])).toEqual(['i', 'ii', '1']);
  });

  it('zooms in steps and to what was asked for', () => {
    expect([nextZoom(1, 'in'), nextZoom(1.2, 'out'), nextZoom(3, 'actual'), nextZoom(3, 'page')]).toEqual([
      1.2,
      1,
      1,
      'page',
    ]);
  });

  it('names the application that people have for a file', () => {
    expect(openLabel({ kind: 'pptx', fileName: 'a.pptx' })).toBe('Open in PowerPoint');
    expect(openLabel({ kind: 'other', fileName: 'locked.DOCX' })).toBe('Open in Word');
    expect(openLabel({ kind: 'pdf', fileName: 'a.pdf' })).toBe('Open in default app');
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('finds cells sheet by sheet', () => {
    const none = { hiddenRows: [], hiddenColumns: [] };
    const sheets = [
      { rows: [['a', 'x'], ['x']], ...none },
      { rows: [['', 'x']], ...none },
    ];
    const matcher = (text: string) => (text === 'x' ? [{ index: 0, length: 1 }] : []);
    expect(findCells(sheets, matcher, false)).toEqual([
      { sheet: 0, row: 0, column: 1 },
      { sheet: 0, row: 1, column: 0 },
      { sheet: 1, row: 0, column: 1 },
    ]);
  });

  it('finds in hidden sheets, rows and columns only for who finds what is hidden', () => {
    const x = ['x', 'x'];
    const sheets = [
      { rows: [x, x], hiddenRows: [1], hiddenColumns: [0] },
      { rows: [x], hidden: true, hiddenRows: [], hiddenColumns: [] },
    ];
    const matcher = (text: string) => (text === 'x' ? [{ index: 0, length: 1 }] : []);
    expect(findCells(sheets, matcher, false)).toEqual([{ sheet: 0, row: 0, column: 1 }]);
    expect(findCells(sheets, matcher, true)).toHaveLength(6);
  });

  it('has slides drawn as fine as the screen is, in few sizes, and no finer than is drawn at all', () => {
    expect([drawnWidth(300, 1), drawnWidth(600, 1), drawnWidth(640, 1), drawnWidth(641, 1.5)]).toEqual([
      320, 640, 640, 1280,
    ]);
    expect([drawnWidth(1920, 2), drawnWidth(4800, 2)]).toEqual([3840, 3840]);
  });
});
