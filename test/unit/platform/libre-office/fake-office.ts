import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder for a test's files, and programs in it that stand for LibreOffice. */
export function withFakeOffice() {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kitbag-office-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return {
    folder: () => folder,
    path: (name: string) => join(folder, name),
    /** A program that runs this; it knows `args`, `outdir` and `input` as LibreOffice is told them. */
    program: async (script: string) => {
      const path = join(folder, 'soffice');
      const known =
        "const fs = require('node:fs'); const args = process.argv.slice(2); const input = args.at(-1); const outdir = args[args.indexOf('--outdir') + 1];";
      await writeFile(path, `#!${process.execPath}\n${known}\n${script}\n`);
      await chmod(path, 0o755);
      return path;
    },
  };
}

/** A script that writes these bytes where LibreOffice writes its PDF. */
export function writes(bytes: Uint8Array | string): string {
  const base64 = Buffer.from(bytes).toString('base64');
  return `fs.writeFileSync(outdir + '/document.pdf', Buffer.from('${base64}', 'base64'));`;
}

/** Folders of conversions that were not cleared away. */
export async function leftBehind(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('kitbag-convert-'));
}
