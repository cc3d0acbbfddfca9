import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { writeDocuments } from './documents.ts';
import { tenths } from './figures.ts';
import { pdftotext, recollindex } from './peers.ts';
import { importFolder, openReplica, startHub } from './replica.ts';

/**
 * Import of a folder of documents through the whole engine, beside what other programs take for it. Arguments: how many are made up, or a
 * folder of real ones. Prints JSON.
 */

/** Milliseconds between two looks at whether the main thread is still busy, and the share of them below which it is not. */
const LOOK_MS = 250;
const IDLE = 0.1;
/** Looks in a row without work after which nothing more comes, and looks at most. */
const [CALM_LOOKS, MOST_LOOKS] = [10, 1200];

/** How long, in seconds, the main thread goes on working. */
async function busyAfterwards(): Promise<number> {
  let [busy, calm] = [0, 0];
  for (let look = 1; look <= MOST_LOOKS && calm < CALM_LOOKS; look += 1) {
    const before = performance.eventLoopUtilization();
    await setTimeout(LOOK_MS);
    const isBusy = performance.eventLoopUtilization(before).utilization > IDLE;
    calm = isBusy ? 0 : calm + 1;
    if (isBusy) busy = look;
  }
  return (busy * LOOK_MS) / 1000;
}

const count = Number(process.argv[2] ?? 200);
const given = process.argv[3] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
try {
  const documents = given === '' ? join(folder, 'documents') : resolve(given);
  if (given === '') writeDocuments(documents, count);
  const replica = await openReplica(join(folder, 'data'));
  await startHub(replica, false);
  const before = process.cpuUsage();
  const { files, pages, failed, importedMs, searchableMs, textsSha256 } = await importFolder(
    replica,
    documents,
  );
  const busySeconds = await busyAfterwards();
  const { user, system } = process.cpuUsage(before);
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1000);
  await replica.close();
  const seconds = searchableMs / 1000;
  const paths = readdirSync(documents, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(documents, name),
  );
  const peers = { pdftotext: pdftotext(paths), recollindex: recollindex(documents, paths) };
  const own = {
    files,
    pages,
    failed,
    importedSeconds: tenths(importedMs / 1000),
    searchableSeconds: tenths(seconds),
    busyAfterSeconds: tenths(busySeconds),
    cpuSeconds: tenths((user + system) / 1e6),
    filesPerSecond: tenths(files / seconds),
    pagesPerSecond: tenths(pages / seconds),
    memoryMb,
    textsSha256,
  };
  console.log(JSON.stringify({ ...own, peers }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
