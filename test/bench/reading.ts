import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureSet } from './reading/measure-set.ts';
import { type ImportFigures, importFigures, type SetFigures } from './reading/reading-figures.ts';
import { References } from './reading/references.ts';

/**
 * How well and how fast sets of real documents are read, beside poppler and LibreOffice and, where a checkout of an earlier version is named, beside
 * that (with the import.ts and peers.ts of this folder): `SETS REFERENCES [BEFORE]`. SETS holds a folder a set; REFERENCES keeps what the other programs
 * made of them. Prints JSON.
 */

/** What a checkout made of a set. */
type Measured = { readonly read: SetFigures; readonly imported: ImportFigures };

const [sets = '.', kept = '', before = ''] = process.argv.slice(2);
const references = new References(resolve(kept));
const checkouts = {
  now: join(import.meta.dirname, '..', '..'),
  ...(before !== '' && { before: resolve(before) }),
};
const figures: Record<string, Record<string, Measured>> = {};
for (const name of readdirSync(sets).toSorted()) {
  const folder = resolve(sets, name);
  if (!statSync(folder).isDirectory()) continue;
  const files = readdirSync(folder)
    .toSorted()
    .map((one) => join(folder, one));
  const of: Record<string, Measured> = {};
  for (const [version, checkout] of Object.entries(checkouts)) {
    console.error(`${name}, ${version}`);
    of[version] = {
      read: await measureSet(checkout, files, references),
      imported: importOf(checkout, folder),
    };
  }
  figures[name] = of;
}
console.log(JSON.stringify(figures));

/** The whole way through the engine, in a process of its own. */
function importOf(checkout: string, folder: string): ImportFigures {
  const script = join(checkout, 'test', 'bench', 'import.ts');
  const out = execFileSync(process.execPath, [script, '0', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return importFigures.parse(JSON.parse(out.trim().split('\n').at(-1) ?? ''));
}
