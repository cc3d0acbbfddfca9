import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { knottedImports } from './knots.ts';
import { formOf, lineCount, type SourceForm } from './source-file.ts';

/** More than this is asking to be cut where its meaning divides. */
export const MOST_LINES = { file: 400, function: 60 } as const;

/** What of the sources is not as it should be. Lists that are empty some day. */
export type Structure = {
  /** Folder cycles within a project: for each folder on one, the folders on it that it imports. */
  readonly cycles: Readonly<Record<string, readonly string[]>>;
  /** Lines of files that are too long. */
  readonly files: Readonly<Record<string, number>>;
  /** Lines of functions that are too long, by `file#name`. Those of tests don't count: a `describe` holds a whole file. */
  readonly functions: Readonly<Record<string, number>>;
};

/** Sources by their path from the root, with forward slashes. */
export type Sources = ReadonlyMap<string, SourceForm>;

const SOURCE = /\.tsx?$/;

/** Reads all sources of the project. */
export function readSources(root: string): {
  readonly sources: Sources;
  readonly projects: readonly string[];
} {
  const sources = new Map<string, SourceForm>();
  const projects: string[] = [];
  for (const top of ['src', 'scripts', 'test']) {
    for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = relative(root, path).split(sep).join('/');
      if (entry.name === 'tsconfig.json') projects.push(dirname(name));
      else if (entry.isFile() && SOURCE.test(name)) sources.set(name, read(name, readFileSync(path, 'utf8')));
    }
  }
  return { sources, projects };
}

/** Of tests the length counts, nothing else. */
function read(name: string, text: string): SourceForm {
  if (!name.startsWith('test/')) return formOf(name, text);
  return { lines: lineCount(text), imports: [], functions: new Map() };
}

/** What of these sources is not as it should be, sorted by name. */
export function structureOf(sources: Sources, projects: readonly string[]): Structure {
  const files: Record<string, number> = {};
  const functions: Record<string, number> = {};
  for (const [file, form] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (form.lines > MOST_LINES.file) files[file] = form.lines;
    for (const [name, lines] of form.functions) {
      if (lines > MOST_LINES.function) functions[`${file}#${name}`] = lines;
    }
  }
  return { cycles: Object.fromEntries(knottedImports(folderImports(sources, projects))), files, functions };
}

/** Which folder imports which, within a project; across projects the compiler refuses cycles. */
function folderImports(sources: Sources, projects: readonly string[]): Map<string, Set<string>> {
  const imports = new Map<string, Set<string>>();
  for (const [file, form] of sources) {
    const from = dirname(file);
    for (const name of form.imports) {
      const target = join(from, name).split(sep).join('/');
      const to = dirname(target);
      if (to === from || !sources.has(target)) continue;
      if (projectOf(from, projects) !== projectOf(to, projects)) continue;
      imports.set(from, (imports.get(from) ?? new Set()).add(to));
    }
  }
  return imports;
}

/** The innermost project that a folder belongs to. */
function projectOf(folder: string, projects: readonly string[]): string {
  const around = projects.filter((project) => folder === project || folder.startsWith(`${project}/`));
  return around.reduce((inner, project) => (project.length > inner.length ? project : inner), '');
}
