import { describe, expect, it } from 'vitest';
import { publishedWords, whereShown } from '../../../../src/renderer/areas/publish/published-words.ts';

const asset = { version: false };
const version = { version: true };

describe('what the publish table says when it is done', () => {
  it.each([
    [[asset], false, '1 asset published.'],
    [[asset, version], false, '1 asset and 1 new version published.'],
    [[asset], true, 'Saved as a draft. Reps don’t see drafts.'],
    [[asset, asset], true, '2 assets saved as drafts. Reps don’t see drafts.'],
    [[version], true, 'New version saved as a draft. Reps still see the published one.'],
    [[version, version], true, '2 new versions saved as drafts. Reps still see the published ones.'],
  ])('is true: %j, draft %s', (published, draft, words) => {
    expect(publishedWords(published, draft)).toBe(words);
  });

  it('leads to where they are', () => {
    expect(whereShown([asset], false)).toEqual({ sort: 'newest' });
    expect(whereShown([asset, version], true)).toEqual({ status: 'draft' });
    expect(whereShown([version], true)).toEqual({ q: 'is:waiting' });
  });
});
