import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Structure } from './structure.ts';

/** What is not as it should be and is known: it may only become less. */

const knownFile = join(import.meta.dirname, 'still-to-mend.json');

const knownSchema = z.object({
  cycles: z.record(z.string(), z.array(z.string())),
  files: z.record(z.string(), z.number()),
  functions: z.record(z.string(), z.number()),
});

/** Reads the list of what is known. */
export function readKnown(): Structure {
  return knownSchema.parse(JSON.parse(readFileSync(knownFile, 'utf8')));
}

/** Writes the list anew. */
export function writeKnown(structure: Structure): void {
  writeFileSync(knownFile, `${JSON.stringify(structure, undefined, 2)}\n`);
}

/** How the sources and the list differ, as sentences. */
export type Differences = {
  /** What is new or has grown: to be mended in the sources. */
  readonly worse: readonly string[];
  /** What is listed and no longer so: to be taken from the list. */
  readonly gone: readonly string[];
  /** What is listed and has grown. */
  readonly grown: readonly string[];
};

/** Compares what is with what is known. */
export function compare(now: Structure, known: Structure): Differences {
  const cycles = { now: pairs(now.cycles), known: pairs(known.cycles) };
  const worse = cycles.now
    .filter((pair) => !cycles.known.includes(pair))
    .map((pair) => `${pair} (an import on a cycle of folders)`);
  const grown: string[] = [];
  const gone = cycles.known.filter((pair) => !cycles.now.includes(pair));
  for (const list of ['files', 'functions'] as const) {
    for (const [name, lines] of Object.entries(now[list])) {
      const allowed = known[list][name];
      if (allowed === undefined) worse.push(`${name} (${lines} lines)`);
      else if (lines > allowed) grown.push(`${name} (${lines} lines, known with ${allowed})`);
    }
    gone.push(...Object.keys(known[list]).filter((name) => now[list][name] === undefined));
  }
  return { worse: [...worse, ...grown], gone, grown };
}

/** How much is listed: imports on cycles, long files, long functions. What is renamed leaves them as they are. */
export function sizes(structure: Structure): Readonly<Record<keyof Structure, number>> {
  return {
    cycles: pairs(structure.cycles).length,
    files: Object.keys(structure.files).length,
    functions: Object.keys(structure.functions).length,
  };
}

function pairs(cycles: Structure['cycles']): string[] {
  return Object.entries(cycles).flatMap(([from, to]) => to.map((name) => `${from} → ${name}`));
}
