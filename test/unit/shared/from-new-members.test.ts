import { describe, expect, it } from 'vitest';
import { andFromNewMembers, fromNewMembers } from '../../../src/shared/from-new-members.ts';

describe('how many are from new members', () => {
  it('is said in words, and nothing where there are none', () => {
    expect([undefined, 0, 1, 2].map((count) => fromNewMembers(count, 5))).toEqual([
      '',
      '',
      '1 from a new member',
      '2 from new members',
    ]);
    expect([andFromNewMembers(undefined, 5), andFromNewMembers(2, 5)]).toEqual(['', ', 2 from new members']);
    expect([fromNewMembers(1, 1), fromNewMembers(3, 3)]).toEqual([
      'from a new member',
      'all from new members',
    ]);
  });
});
