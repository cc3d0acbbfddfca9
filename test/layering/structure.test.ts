import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, readKnown } from './structure/known.ts';
import { formOf } from './structure/source-file.ts';
import { readSources, type Structure, structureOf } from './structure/structure.ts';

const root = join(import.meta.dirname, '../..');
const NOTHING: Structure = { cycles: {}, files: {}, functions: {} };

/** The structure of made-up sources in two projects. */
function structure(texts: Readonly<Record<string, string>>): Structure {
  const sources = new Map(Object.entries(texts).map(([file, text]) => [file, formOf(file, text)]));
  return structureOf(sources, ['src/low', 'src/low/ports', 'src/high']);
}

/** So many lines of a function. */
function lines(count: number): string {
  return ['() => {', ...Array.from({ length: count - 2 }, () => '  work();'), '}'].join('\n');
}

describe('folder cycles', () => {
  it('are found within a project, types included', () => {
    expect(
      structure({
        'src/low/router.ts': "import { open } from './assets/open.ts';",
        'src/low/assets/open.ts': "export { type Core } from '../core.ts';",
        'src/low/core.ts': '',
        'src/low/search/find.ts': "import type { Open } from '../assets/open.ts';",
      }).cycles,
    ).toEqual({ 'src/low': ['src/low/assets'], 'src/low/assets': ['src/low'] });
  });

  it('are found over several folders and imports that come later', () => {
    expect(
      structure({
        'src/low/a/a.ts': "export const later = () => import('../b/b.ts');",
        'src/low/b/b.ts': "export * from '../c/c.ts';",
        'src/low/c/c.ts': "import '../a/a.ts';",
      }).cycles,
    ).toEqual({ 'src/low/a': ['src/low/b'], 'src/low/b': ['src/low/c'], 'src/low/c': ['src/low/a'] });
  });

  it('end where a project ends: there the compiler refuses them', () => {
    expect(
      structure({
        'src/low/core.ts': "import './ports/clock.ts';",
        'src/low/ports/clock.ts': "import '../core.ts';",
        'src/high/app.ts': "import '../low/core.ts';",
      }).cycles,
    ).toEqual({});
  });
});

describe('length', () => {
  it('is told of functions with more than 60 lines by what they are called', () => {
    const { functions } = structure({
      'src/low/long.ts': `const asked = ${lines(61)};\nclass Desk { put = ${lines(62)}; }\nexport function whole() {\n${lines(64)}\n}`,
      'src/low/short.ts': `const asked = ${lines(60)};`,
    });
    expect(functions).toEqual({
      'src/low/long.ts#asked': 61,
      'src/low/long.ts#put': 62,
      'src/low/long.ts#whole': 66,
    });
  });

  it('is told of files with more than 400 lines', () => {
    expect(
      structure({ 'src/low/a.ts': 'work();\n'.repeat(401), 'src/low/b.ts': 'work();\n'.repeat(400) }).files,
    ).toEqual({ 'src/low/a.ts': 401 });
  });
});

describe('the list of what is still to mend', () => {
  const known: Structure = {
    cycles: { a: ['b'], b: ['a'] },
    files: { 'a.ts': 450 },
    functions: { 'a.ts#f': 70 },
  };

  it('refuses what is new or has grown', () => {
    const now = {
      cycles: { a: ['b'], b: ['a', 'c'], c: ['b'] },
      files: { 'a.ts': 451 },
      functions: { 'a.ts#g': 61 },
    };
    expect(compare(now, known).worse).toEqual([
      'b → c (an import on a cycle of folders)',
      'c → b (an import on a cycle of folders)',
      'a.ts#g (61 lines)',
      'a.ts (451 lines, known with 450)',
    ]);
  });

  it('names what has grown apart: it is never written down, while what is new may be something renamed', () => {
    const now = { ...known, files: { 'b.ts': 450 }, functions: { 'a.ts#f': 71 } };
    expect(compare(now, known).grown).toEqual(['a.ts#f (71 lines, known with 70)']);
  });

  it('gives up what is mended', () => {
    expect(compare(NOTHING, known)).toEqual({
      worse: [],
      gone: ['a → b', 'b → a', 'a.ts', 'a.ts#f'],
      grown: [],
    });
  });
});

describe('the sources', () => {
  let now = NOTHING;

  beforeAll(() => {
    const { sources, projects } = readSources(root);
    now = structureOf(sources, projects);
  });

  it('have no folder cycle, file or function that is worse than what is known', () => {
    expect(compare(now, readKnown()).worse).toEqual([]);
  });

  it('still have everything that is listed: run `node test/layering/structure/shrink.ts` where they do not', () => {
    expect(compare(now, readKnown()).gone).toEqual([]);
  });
});
