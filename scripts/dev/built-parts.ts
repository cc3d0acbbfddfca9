import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The entries of a build. Chunks carry the digest of their content in their names, so an entry changes whenever anything below it does. */
const entries = {
  shell: ['out/main/index.js', 'out/preload/index.cjs'],
  engine: ['out/main/engine-process.js', 'out/workers/extract.js'],
  page: ['out/renderer/index.html'],
} as const;

/** A part of the application that can be replaced by itself. */
export type Part = keyof typeof entries;
export type Parts = Readonly<Record<Part, string>>;

/** A digest of each part as it was built last. */
export async function builtParts(root: string): Promise<Parts> {
  const digest = async (part: Part): Promise<string> => {
    const hash = createHash('sha256');
    for (const file of entries[part]) hash.update(await readFile(join(root, file)));
    return hash.digest('hex');
  };
  return { shell: await digest('shell'), engine: await digest('engine'), page: await digest('page') };
}

/** What has to be done about a new build: the shell takes everything with it. */
export type Step = 'restart-application' | 'restart-engine' | 'reload-window';

/** The steps from one build to the next. */
export function stepsBetween(before: Parts, after: Parts): Step[] {
  if (before.shell !== after.shell) return ['restart-application'];
  const steps: Step[] = [];
  if (before.engine !== after.engine) steps.push('restart-engine');
  if (before.page !== after.page) steps.push('reload-window');
  return steps;
}
