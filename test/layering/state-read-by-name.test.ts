import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ENGINE = join(import.meta.dirname, '../../src/engine');

/** The folded state of the catalog, taken from it: by its name, or taken apart. */
const REACHED = [
  /catalog(?:\(\))?\??\.state\b/i,
  /\{[^{}]*\bstate\b(?!\s*:)[^{}]*\}\s*=\s*[\w.#()]*catalog\s*;/i,
  /\{[^{}]*\bstate\b(?!\s*:)[^{}]*\}\s*:\s*(?:LiveCatalog|FoldedCatalog)\b/,
];

const reaches = (text: string): boolean => REACHED.some((pattern) => pattern.test(text));

function reaching(): string[] {
  return readdirSync(ENGINE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => reaches(readFileSync(path, 'utf8')))
    .map((path) => relative(ENGINE, path).replaceAll('\\', '/'))
    .sort();
}

describe('what events made of the hub', () => {
  it('is asked by the names of its selectors, never by reaching into the state', () => {
    expect(reaching()).toEqual([]);
  });

  it('would be seen where somebody reaches for it', () => {
    for (const text of [
      'catalog.state.assets.get(id)?.fields.title?.value',
      'replica().catalog.state.versions.get(id)',
      'this.#catalog.state.membership.timeline',
      'replica.live.openCatalog.state',
      'const { state } = catalog;',
      'const { state, activity } = replica.catalog;',
      'const { state } = this.#catalog;',
      'const {\n  activity,\n  state,\n} = replica().catalog;',
      'function isPending({ replica, state }: LiveCatalog): boolean {',
    ])
      expect(reaches(text), text).toBe(true);
    for (const text of [
      'hubNameOf(catalog)',
      'const { state } = summaryOf(replica, id);',
      'const { activity } = replica.catalog;',
      'settings.state',
    ])
      expect(reaches(text), text).toBe(false);
  });
});
