import { describe, expect, it } from 'vitest';
import { heldByGroup, heldByTree } from '../../../../src/platform/libre-office/held-memory.ts';

describe('the memory that a program holds', () => {
  it('is that of all processes of its group, where systems have groups', () => {
    expect(heldByGroup(7, '    7  100\n    8  900\n    7   20\n')).toBe(120 * 1024);
    expect(heldByGroup(7, '')).toBe(0);
  });

  it('is its own and that of all that it began, on Windows, whatever the list’s order', () => {
    const listed = '40 30 4\r\n30 7 2\r\n7 1 1\r\n8 1 100\r\n1 0 1000\r\n';
    expect(heldByTree(7, listed)).toBe(7);
    expect(heldByTree(99, listed)).toBe(0);
  });

  it('is counted where a list goes round, as numbers are given again', () => {
    expect(heldByTree(7, '5 6 1\n6 5 1\n7 7 8\n')).toBe(8);
  });
});
