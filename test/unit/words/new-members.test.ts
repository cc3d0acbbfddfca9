import { describe, expect, it } from 'vitest';
import { countFromNewMembers, markedName } from '../../../src/words/new-members.ts';

const ben = { name: 'Ben' };

describe('the words for new members', () => {
  it('say who is new, and whose name looks like another’s', () => {
    expect(markedName(ben)).toBe('Ben');
    expect(markedName({ ...ben, isNew: true })).toBe('Ben (new member)');
    expect(markedName({ ...ben, isNew: true, looksLike: 'Ben' })).toBe('Ben (new member, looks like Ben)');
  });

  it('say how many new members gave', () => {
    expect([undefined, 1, 4].map((count) => countFromNewMembers(count, 4))).toEqual([
      '4',
      '4 (1 from a new member)',
      '4 (all from new members)',
    ]);
  });
});
