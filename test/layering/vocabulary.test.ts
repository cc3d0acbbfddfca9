import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
const VOCABULARY = join(SRC, 'shared/vocabulary');
/** Two words or more in a list or a union, however they are broken into lines. */
const SPELLED = /'[\w-]+'(?:\s*(?:,|\|)\s*'[\w-]+')+/g;

type Words = { readonly name: string; readonly words: string };

/** The words of a list, in an order of their own: who spells them out again need not keep theirs. */
function wordsIn(text: string): string {
  return [...new Set(text.match(/[\w-]+/g))].sort().join(' ');
}

/** Every list of the vocabulary. Those of one word tell nothing apart. */
const lists: readonly Words[] = readdirSync(VOCABULARY).flatMap((file) =>
  [
    ...readFileSync(join(VOCABULARY, file), 'utf8').matchAll(
      /export const ([A-Z_]+) = \[([^\]]*)\] as const/g,
    ),
  ].map(([, name = '', words = '']) => ({ name, words: wordsIn(words) })),
);

/** The lists of the vocabulary that a text spells out. */
function spelledOut(text: string): string[] {
  const spelled = new Set([...text.matchAll(SPELLED)].map(([words]) => wordsIn(words)));
  return lists.filter(({ words }) => spelled.has(words)).map(({ name }) => name);
}

describe('the vocabulary', () => {
  it('is spelled out nowhere else: whoever lists its words takes its list', () => {
    const again = readdirSync(SRC, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.parentPath !== VOCABULARY)
      .map((entry) => join(entry.parentPath, entry.name))
      .flatMap((path) =>
        spelledOut(readFileSync(path, 'utf8')).map((name) => `${relative(SRC, path)}: ${name}`),
      );
    expect(again).toEqual([]);
  });

  it('has no two lists of the same words', () => {
    expect(lists.length).toBeGreaterThan(15);
    expect(new Set(lists.map(({ words }) => words)).size).toBe(lists.length);
  });

  it('would be seen where it is spelled out again, in any order', () => {
    expect(spelledOut("z.enum(['marketer', 'lead', 'rep'])")).toEqual(['ROLES']);
    expect(spelledOut("type Kind =\n  | 'internal'\n  | 'customer';")).toEqual(['AUDIENCES']);
    expect(spelledOut("of === 'rep' ? ['lead', 'rep'] : []")).toEqual([]);
  });
});
