import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const tests = join(import.meta.dirname, '..');

/** A test or a hook that ends with a number of its own, `}, 30_000);`. */
const OWN_WAIT = /^\s*\}, [\d_]{4,}\);$/m;

describe('the tests', () => {
  it('have no wait of their own: how long something may take is said once, in `scripts/test-patience.ts`', () => {
    const own = readdirSync(tests, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:test|spec)\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => OWN_WAIT.test(readFileSync(path, 'utf8')));
    expect(own.map((path) => relative(tests, path))).toEqual([]);
  });
});
