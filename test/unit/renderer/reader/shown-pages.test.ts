import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageToPresent } from '../../../../src/renderer/areas/reader/document/shown-pages.ts';

it('presenting goes past hidden pages, on and back', () => {
  const hidden = new Set([1, 3, 6]);
  expect(pageToPresent(1, 6, hidden)).toBe(2);
  expect(pageToPresent(3, 6, hidden, 1)).toBe(4);
  expect(pageToPresent(3, 6, hidden, -1)).toBe(2);
  expect(pageToPresent(6, 6, hidden, 1)).toBe(5);
  expect(pageToPresent(1, 6, hidden, -1)).toBe(2);
});

it('presenting never lands on a hidden page while another is shown', () => {
  const pages = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      pages,
      pages,
      fc.uniqueArray(pages),
      fc.constantFrom(1 as const, -1 as const),
      (count, wanted, some, direction) => {
        const hidden = new Set(some);
        const page = pageToPresent(wanted, count, hidden, direction);
        expect(page).toBeGreaterThanOrEqual(1);
        expect(page).toBeLessThanOrEqual(count);
        const others = Array.from({ length: count }, (_, at) => at + 1).filter((one) => !hidden.has(one));
        if (others.length > 0) expect(hidden.has(page)).toBe(false);
      },
    ),
  );
});
