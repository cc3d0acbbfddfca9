import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocuments } from './documents.ts';
import { residentMb, tenths } from './figures.ts';
import { importFolder, openReplica, startHub } from './replica.ts';

/** Import of a folder of made-up documents through the whole engine. Argument: how many. Prints JSON. */

const count = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
try {
  writeDocuments(join(folder, 'documents'), count);
  const replica = await openReplica(join(folder, 'data'));
  await startHub(replica, false);
  const { files, pages, failed, importedMs, searchableMs } = await importFolder(
    replica,
    join(folder, 'documents'),
  );
  const memoryMb = residentMb();
  await replica.close();
  const seconds = searchableMs / 1000;
  console.log(
    JSON.stringify({
      files,
      pages,
      failed,
      importedSeconds: tenths(importedMs / 1000),
      searchableSeconds: tenths(seconds),
      filesPerSecond: tenths(files / seconds),
      pagesPerSecond: tenths(pages / seconds),
      memoryMb,
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
