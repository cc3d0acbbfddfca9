import { describe, expect, it } from 'vitest';
import { count, nameOf } from '../../../src/cli/people-words.ts';

const ben = { id: 'm_0000000000000001', name: 'Ben', role: 'rep' } as const;

describe('the words for people on the command line', () => {
  it('say who is new, and whose name looks like another’s', () => {
    expect(nameOf(ben)).toBe('Ben');
    expect(nameOf({ ...ben, isNew: true })).toBe('Ben (new member)');
    expect(nameOf({ ...ben, isNew: true, looksLike: 'Ben' })).toBe('Ben (new member, looks like Ben)');
  });

  it('say how many new members gave', () => {
    expect([count(4, undefined), count(4, 1), count(4, 4)]).toEqual([
      '4',
      '4 (1 from a new member)',
      '4 (all from new members)',
    ]);
  });
});
