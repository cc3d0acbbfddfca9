import { join } from 'node:path';
import { compare, readKnown, sizes, writeKnown } from './known.ts';
import { readSources, type Structure, structureOf } from './structure.ts';

/** Writes the list of what is still to mend as it is now, unless one of its parts, or something in it, would grow. Renamed files and folders are followed by that. */

const { sources, projects } = readSources(join(import.meta.dirname, '../../..'));
const now = structureOf(sources, projects);
const known = readKnown();
const [before, after] = [sizes(known), sizes(now)];
const parts: readonly (keyof Structure)[] = ['cycles', 'files', 'functions'];
const { worse, grown } = compare(now, known);
const longer = parts.some((part) => after[part] > before[part]);
if (longer || grown.length > 0) {
  console.error('The list would grow. Mend these instead:');
  for (const line of longer ? worse : grown) console.error(`  ${line}`);
  process.exitCode = 1;
} else {
  writeKnown(now);
  for (const part of parts) console.log(`${part}: ${before[part]} → ${after[part]}`);
}
