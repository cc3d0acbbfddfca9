import { describe, expect, it } from 'vitest';
import { hereWords } from '../../../src/cli/base/here-words.ts';

describe('what is here', () => {
  it('is counted where several are wanted, and said to be to come where it is', () => {
    const files = { wanted: 4, here: 1, missingBytes: 3 * 1024 * 1024 };
    const [texts, of] = hereWords({ texts: { wanted: 3, here: 2 }, files });
    expect(texts).toMatch(/^2 of 3 texts are here; kitbag sync gets the rest\./);
    expect(of).toBe('1 of 4 files are here; 3072 KB to come.');
  });

  it('is nothing to speak of in a hub without assets', () => {
    const files = { wanted: 0, here: 0, missingBytes: 0 };
    expect(hereWords({ texts: { wanted: 0, here: 0 }, files })).toEqual([
      'No files are kept on this device.',
    ]);
  });
});
