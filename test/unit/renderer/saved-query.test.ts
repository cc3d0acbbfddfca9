import { describe, expect, it } from 'vitest';
import type { SavedSearch } from '../../../src/contract/finding.ts';
import {
  isWorthSaving,
  librarySearchOf,
  savedQueryOf,
  searchKey,
  shownSearch,
  suggestName,
} from '../../../src/renderer/areas/finding/saved-searches/saved-query.ts';

const names = {
  stage: (id: string) => `Stage ${id}`,
  persona: (id: string) => `Persona ${id}`,
  type: (id: string) => `Type ${id}`,
  product: (id: string) => `Product ${id}`,
  term: (_field: string, id: string) => `Term ${id}`,
  dimension: (field: string) => `Dimension ${field}`,
};
const search = { q: 'roi ', stages: ['decision'], fresh: true, status: 'all', sort: 'newest' } as const;
const asSearch = { ...search, stages: [...search.stages] };

describe('a saved search', () => {
  it('comes back to the library as it was kept', () => {
    const kept = savedQueryOf(asSearch, { persona: 'cfo' });
    expect(kept).toMatchObject({ query: 'roi', context: { persona: 'cfo' }, sort: 'newest' });
    expect(librarySearchOf(kept)).toEqual({ ...asSearch, q: 'roi' });
    expect(librarySearchOf({ query: '', filters: {}, context: {}, sort: 'best' })).toEqual({});
  });

  it('is known again whatever the order, and gives way to what resembles something', () => {
    const saved: SavedSearch = {
      ...savedQueryOf(asSearch, {}),
      id: 'q_0000000000000000',
      name: 'ROI',
      savedAt: 0,
      total: 1,
      fresh: 0,
    };
    expect(shownSearch([saved], { ...asSearch, q: 'ROI', sort: 'title' }, undefined)).toBe(saved);
    expect(shownSearch([saved], { ...asSearch, q: 'ROI', stages: [] }, undefined)).toBeUndefined();
    expect(shownSearch([saved], { ...asSearch, like: 'a_0000000000000000' }, undefined)).toBeUndefined();
    expect(searchKey({ q: 'a', tags: [] })).toBe(searchKey({ q: ' A' }));
  });

  it('is offered only where there is something to keep, under a name that says what', () => {
    expect(isWorthSaving({ sort: 'newest' })).toBe(false);
    expect(isWorthSaving({ types: ['battlecard'] })).toBe(true);
    expect(suggestName({ q: 'proof', types: ['battlecard'] }, names)).toBe('proof, Type battlecard');
  });
});
