import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** A string that begins as a sentence, has words and ends as one. */
const SENTENCE = /(['`])[A-Z‘](?:(?!\1)[^\n])*\s(?:(?!\1)[^\n])*[.?!]\1/;

/** A source without its comments, and without what its defects say: that is for the log's readers. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
    .replace(/new (?:Type|Range|Syntax)?Error\((['`])(?:(?!\1)[^\n])*\1\)/g, '');
}

function saysSentences(): readonly string[] {
  const folders = readdirSync(join(SRC, 'engine'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .filter(({ parentPath, name }) =>
      SENTENCE.test(withoutComments(readFileSync(join(parentPath, name), 'utf8'))),
    )
    .map(({ parentPath }) => relative(SRC, parentPath).split(/[\\/]/).slice(0, 2).join('/'));
  return [...new Set(folders)].toSorted();
}

describe('what people read', () => {
  it('is said by `src/words`, not by the engine', () => {
    expect(saysSentences()).toEqual([]);
  });

  it('would be seen where it is said', () => {
    for (const line of [
      "throw invalid('Nothing was changed. Choose another name.');",
      'return `some`, `The hub is not there.`;',
      "'‘Home’ is a place.'",
    ])
      expect(withoutComments(line)).toMatch(SENTENCE);
    for (const line of [
      '// ‘It is a comment.’',
      "const code = 'not-here';",
      "emit('Done.');",
      "/** Says 'It is so.' */",
      "throw new Error('The sample hub has no lead.');",
    ])
      expect(withoutComments(line)).not.toMatch(SENTENCE);
  });
});
