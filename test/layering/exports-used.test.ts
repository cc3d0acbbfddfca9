import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

type Source = { readonly path: string; readonly text: string };
type Taken = {
  /** The modules that are looked at as a whole: then all that they export counts as taken. */
  readonly whole: ReadonlySet<string>;
  /** `<path> <name>`. */
  readonly names: ReadonlySet<string>;
};

function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

/** What the sources take of each other. */
function takenBy(sources: readonly Source[]): Taken {
  const whole = new Set<string>();
  const names = new Set<string>();
  for (const { path, text } of sources) {
    const { module } = parseSync(path, text);
    const at = (request: string): string => join(dirname(path), request).replaceAll('\\', '/');
    const take = (request: string, name: string | null | undefined): void => {
      if (name === null || name === undefined) whole.add(at(request));
      else names.add(`${at(request)} ${name}`);
    };
    for (const { moduleRequest, entries } of module.staticImports)
      for (const { importName } of entries)
        take(moduleRequest.value, importName.kind === 'Default' ? 'default' : importName.name);
    for (const { entries } of module.staticExports)
      for (const { moduleRequest, importName } of entries)
        if (moduleRequest !== null) take(moduleRequest.value, importName.name);
    for (const { moduleRequest } of module.dynamicImports)
      take(text.slice(moduleRequest.start + 1, moduleRequest.end - 1), undefined);
  }
  return { whole, names };
}

/** What sources export and nobody takes. */
function untaken(sources: readonly Source[], { whole, names }: Taken): string[] {
  return sources.flatMap(({ path, text }) => {
    if (whole.has(path)) return [];
    const exported = parseSync(path, text).module.staticExports.flatMap(({ entries }) =>
      entries.map(({ exportName }) => (exportName.kind === 'Default' ? 'default' : (exportName.name ?? ''))),
    );
    return exported.filter((name) => !names.has(`${path} ${name}`)).map((name) => `${path} ${name}`);
  });
}

describe('what a source exports', () => {
  it('is taken by another one, or by a test', () => {
    const src = sourcesOf('src');
    const taken = takenBy([...src, ...sourcesOf('test')]);
    expect(untaken(src, taken)).toEqual([]);
  });

  it('would be seen where nobody takes it', () => {
    const made = { path: 'src/a.ts', text: 'export const one = 1;\nexport type Two = 2;\nexport default 3;' };
    const seen = (text: string): string[] => untaken([made], takenBy([{ path: 'src/b.ts', text }]));
    expect(seen("import { one } from './a.ts';")).toEqual(['src/a.ts Two', 'src/a.ts default']);
    expect(seen("import three, { type Two } from './a.ts';")).toEqual(['src/a.ts one']);
    expect(seen("export { one as two, type Two } from './a.ts';")).toEqual(['src/a.ts default']);
    expect(seen("const { one } = await import('./a.ts');")).toEqual([]);
  });
});
