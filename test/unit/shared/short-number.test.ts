import { describe, expect, it } from 'vitest';
import { shortened } from '../../../src/shared/short-number.ts';

/** Each letter is one wide. */
const measure = (text: string) => text.length;

describe('a number that is wider than its cell', () => {
  it('has fewer decimals where its format leaves them open', () => {
    expect(shortened('3.14159265', true, 6, measure)).toBe('3.1416');
    expect(shortened('-2.5', true, 2, measure)).toBe('-3');
  });

  it('is never cut: signs stand for it, as many as there is room for', () => {
    expect(shortened('1,234,567.00', false, 5, measure)).toBe('#####');
    expect(shortened('1234567', true, 3, measure)).toBe('###');
    expect(shortened('1234567', true, 0, measure)).toBe('#');
  });
});
