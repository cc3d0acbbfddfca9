import { describe, expect, it } from 'vitest';
import type { AssetSummary } from '../../../src/contract/assets.ts';
import {
  bulkFields,
  countChanged,
  editOf,
  modesOf,
  tallyOf,
} from '../../../src/renderer/areas/assets/bulk-edit/edit-draft.ts';

describe('a draft for many assets', () => {
  it('says nothing of a field that nobody filled in', () => {
    const draft = { tags: { mode: 'add', values: [] }, owner: { mode: 'set', values: [] } } as const;
    expect(countChanged(draft)).toBe(0);
    expect(editOf(draft)).toEqual({ set: {}, add: {}, remove: {} });
  });

  it('adds, removes, replaces and empties, each field by itself', () => {
    const draft = {
      tags: { mode: 'add', values: ['roi'] },
      stages: { mode: 'remove', values: ['decision'] },
      personas: { mode: 'set', values: ['cfo'] },
      products: { mode: 'empty', values: ['flow'] },
      owner: { mode: 'empty', values: [] },
      language: { mode: 'empty', values: [] },
      expiresOn: { mode: 'set', values: ['2027-01-31'] },
    } as const;
    expect(countChanged(draft)).toBe(7);
    expect(editOf(draft)).toEqual({
      set: { personas: ['cfo'], products: [], owner: null, language: '', expiresOn: '2027-01-31' },
      add: { tags: ['roi'] },
      remove: { stages: ['decision'] },
    });
  });

  it('offers to empty only what may be empty, and adds to lists alone', () => {
    expect(modesOf('stages')).toEqual(['add', 'remove', 'set']);
    expect(modesOf('tags')).toEqual(['add', 'remove', 'set', 'empty']);
    expect(modesOf('type')).toEqual(['set']);
    expect(modesOf('audience')).toEqual(['set']);
    expect(modesOf('verifier')).toEqual(['set', 'empty']);
    expect(bulkFields(['dimension:industry'])).toContain('dimension:industry');
    expect(bulkFields([])).not.toContain('title');
  });

  it('knows what the assets have now, what most of them have first', () => {
    const assets = [
      { tags: ['a', 'b', 'b'], owner: { id: 'm_1' } },
      { tags: ['b'], owner: null },
    ] as unknown as AssetSummary[];
    expect(tallyOf(assets, 'tags')).toEqual([
      { value: 'b', count: 2 },
      { value: 'a', count: 1 },
    ]);
    expect(tallyOf(assets, 'owner')).toEqual([{ value: 'm_1', count: 1 }]);
  });
});
