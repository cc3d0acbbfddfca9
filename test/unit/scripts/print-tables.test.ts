import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../scripts/bench/print-tables.ts';

describe('figures as tables', () => {
  it('sets objects of the same keys below each other, and others apart', () => {
    const text = tablesOf('search', {
      assets: 1000,
      one: { kitbag: { p50: 1, p95: 2 }, plain: { p50: 3, p95: 4 } },
    });
    const lines = text.split('\n').map((line) => line.replace(/[│\s]+/g, ' ').trim());
    expect(lines).toContain('search assets');
    expect(lines).toContain('1000');
    expect(lines).toContain('search p50 p95');
    expect(lines).toContain('one · kitbag 1 2');
    expect(lines).toContain('one · plain 3 4');
  });
});
