import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
/** Where an id is made out of text: the one place that may say so to the compiler. */
const HOME = 'shared/vocabulary/ids.ts';

/** The branded ids, as their home names them. */
const BRANDED = [...readFileSync(join(SRC, HOME), 'utf8').matchAll(/export type (\w+) = Branded<'\1'>/g)].map(
  ([, name = '']) => name,
);
const CAST = new RegExp(`\\bas (?:unknown as )?(?:${BRANDED.join('|')})\\b`);
const casts = (text: string): boolean => CAST.test(text);

describe('an id', () => {
  it('is checked where text becomes one, by its schema or its constructor, and never cast', () => {
    const casting = readdirSync(SRC, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => casts(readFileSync(path, 'utf8')))
      .map((path) => relative(SRC, path).replaceAll('\\', '/'));
    expect(casting).toEqual([HOME]);
  });

  it('would be seen where it is cast', () => {
    expect(BRANDED.length).toBeGreaterThan(3);
    for (const text of ['body.sha256 as Sha256', '(name as unknown as DeviceId)'])
      expect(casts(text), text).toBe(true);
    for (const text of ["import { sha256Schema as blobName } from './ids.ts'", 'name as DeviceIds'])
      expect(casts(text), text).toBe(false);
  });
});
