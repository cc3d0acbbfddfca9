import { describe, expect, it } from 'vitest';
import { overdueWords } from '../../../src/renderer/areas/assets/review-words.ts';

describe('how long something is due', () => {
  it.each([
    [1, 'due 1 day ago'],
    [60, 'due 60 days ago'],
    [61, 'due 2 months ago'],
    [730, 'due 23 months ago'],
    [731, 'due 2 years ago'],
    [6815, 'due 18 years ago'],
  ])('is told in the unit in which people reckon it: %i days', (days, words) => {
    expect(overdueWords(days)).toBe(words);
  });
});
