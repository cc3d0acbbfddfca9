import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minVersion, satisfies } from 'semver';

/** A package as the lock file notes it; the fields that are read here. */
export type LockedPackage = {
  readonly dev?: boolean;
  /** Needed by packages for development and by optional ones, by no other. */
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  engines?: Record<string, string>;
};
export type LockFile = { readonly packages: Record<string, LockedPackage> };

/**
 * The packages that ask for a newer Node than the project does. npm compares with the Node that calls it and warns; optional ones it leaves
 * out without a word, which is right on customers' machines, and takes the compiled half of a tool away where it is for development.
 */
export function tooDemanding(lock: LockFile): string[] {
  const oldest = minVersion(lock.packages['']?.engines?.node ?? '*');
  if (oldest === null) throw new Error('package.json does not say which Node it needs.');
  return Object.entries(lock.packages)
    .filter(([path, { dev = false, optional = false, engines }]) => {
      if (path === '' || (optional && !dev)) return false;
      return engines?.node !== undefined && !satisfies(oldest, engines.node);
    })
    .map(([path]) => path);
}

/** What these want of a newer Node is brought along: pdf.js by `src/platform/extract/pdfjs/newer-node.ts`, which a test holds to it. */
const BROUGHT_ALONG: ReadonlySet<string> = new Set(['node_modules/pdfjs-dist']);

/**
 * Takes the demand off packages for development: they run on the Node that the project brings itself (package `node`), never on the
 * caller's, so npm's warning is a false alarm. Others keep theirs, but those
 * for which we bring along what they want: customers' machines run them. Answers which were changed.
 */
export function relaxEngines(lock: LockFile): string[] {
  const changed = tooDemanding(lock).filter((path) => {
    const { dev = false, devOptional = false } = lock.packages[path] ?? {};
    return dev || devOptional || BROUGHT_ALONG.has(path);
  });
  for (const path of changed) delete lock.packages[path]?.engines;
  return changed;
}

/** npm runs this as `dependencies`, after every change of what is installed: it writes the demands into the lock file again. */
if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, '..', 'package-lock.json');
  const lock: LockFile = JSON.parse(await readFile(file, 'utf8'));
  if (relaxEngines(lock).length > 0) await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
}
