import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { pdfOf } from '../e2e/support/make-files.ts';
import { quantile } from './figures.ts';
import { importFolder, openReplica, startHub } from './replica.ts';

/**
 * How long the flight check takes: a call whose pack is 20 PDFs of 500 MB together, each read whole, in a replica without any hub. Prints JSON.
 * Arguments: how many files, how many megabytes together.
 */

const [files = 20, megabytes = 500] = process.argv.slice(2).map(Number);
const TIMES = 7;

/** A PDF of so many bytes, most of which no reader looks at. */
function largePdf(text: string, bytes: number): Buffer {
  const pdf = pdfOf([text]);
  const end = pdf.subarray(pdf.lastIndexOf('startxref'));
  const filling = Buffer.from(randomBytes(Math.floor(bytes / 2)).toString('hex'), 'latin1');
  return Buffer.concat([pdf, Buffer.from('%'), filling, Buffer.from('\n'), end]);
}

async function measure(folder: string): Promise<object> {
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  for (let at = 0; at < files; at += 1) {
    const file = largePdf(`Harbor ${at} saves nine percent.`, (megabytes * 1e6) / files);
    writeFileSync(join(documents, `Harbor ${at}.pdf`), file);
  }
  const opened = await openReplica(join(folder, 'data'));
  try {
    await startHub(opened, false);
    await importFolder(opened, documents);
    const client = createRouterClient(opened.engine.router);
    const assets = [...opened.engine.summaries().keys()];
    await client.assets.editMany({ assets, set: { audience: 'customer' } });
    const { id } = await client.calls.prepare({ title: 'Harbor', at: Date.now() + 86_400_000 });
    await client.calls.change({ call: id, pack: assets.map((asset) => ({ asset })) });
    const times: number[] = [];
    const used: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const began = performance.now();
      const before = process.cpuUsage();
      const { ready, items } = await client.calls.check({ call: id });
      times.push(performance.now() - began);
      const { user, system } = process.cpuUsage(before);
      used.push((user + system) / 1000);
      if (!ready || items.length !== files) throw new Error('The pack is not ready.');
    }
    const [first = Number.NaN] = times;
    return {
      files,
      megabytes,
      firstMs: Math.round(first),
      medianMs: Math.round(quantile(times, 0.5)),
      slowestMs: Math.round(Math.max(...times)),
      // What the machine's other work does not lengthen.
      processorMs: Math.round(quantile(used, 0.5)),
    };
  } finally {
    await opened.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'kitbag-flight-'));
try {
  console.log(JSON.stringify(await measure(folder)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
