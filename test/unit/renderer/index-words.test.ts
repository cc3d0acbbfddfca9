import { describe, expect, it } from 'vitest';
import type { SearchableReport } from '../../../src/contract/maintenance.ts';
import { summaryOf } from '../../../src/renderer/areas/settings/index-words.ts';

function reported(searchable: number, pages: number, reasons: readonly string[]): SearchableReport {
  const not = reasons.map((reason) => ({ assetId: 'a_0123456789abcdef', title: 'A', reason }));
  return { searchable, pages, partly: [], not };
}

describe('what the settings say of the index', () => {
  it('counts the pages of those alone that can be searched', () => {
    expect(summaryOf(reported(2, 14, ['scanned']))).toBe(
      '14 pages of 2 assets can be searched. 1 asset can’t be searched by its text. All are found by title and tags.',
    );
  });

  it('tells texts that have not arrived from those that never can be searched', () => {
    expect(summaryOf(reported(0, 0, ['text-missing', 'text-missing', 'scanned']))).toBe(
      'No asset can be searched by its text yet. The texts of 2 assets are not on this device yet. ' +
        '1 asset can’t be searched by its text. All are found by title and tags.',
    );
  });
});
