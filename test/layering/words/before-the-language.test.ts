import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../../src/renderer');
const SRC = join(RENDERER, '..');

/** Statically imported files of the project, but for types, which are gone when it runs. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'(\.[^']+\.tsx?)';/gm;
/** What asks for words in the language that is spoken as the module is evaluated, or at any time later. */
const WORDS = /from '@lingui\/(?:core\/(?:runtime-)?macro|react\/macro)'/;

/** A file and all that is loaded before its first line runs. */
function loadedBefore(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    loadedBefore(join(dirname(file), path), seen);
  }
  return seen;
}

describe('what the page loads before it knows its language', () => {
  const loaded = [...loadedBefore(join(RENDERER, 'app/main.tsx'))];

  it('has no words of its own: they would stay English in tables', () => {
    const speaking = loaded.filter((file) => WORDS.test(readFileSync(file, 'utf8')));
    expect(speaking.map((file) => relative(SRC, file))).toEqual([]);
  });

  it('is followed through its imports, and words are seen where there are some', () => {
    expect(loaded.map((file) => relative(SRC, file))).toContain(join('renderer', 'base', 'engine-client.ts'));
    const started = [...loadedBefore(join(RENDERER, 'app/start.tsx'))];
    expect(started.some((file) => WORDS.test(readFileSync(file, 'utf8')))).toBe(true);
  });
});
