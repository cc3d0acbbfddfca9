import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { ENGINE_V8_FLAGS } from '../../src/main/host/v8-flags.ts';
import { makeQueries } from './corpus.ts';
import { quantile, residentMb, tenths } from './figures.ts';
import { fillReplica } from './fill-replica.ts';
import { openReplica, startHub } from './replica.ts';

/**
 * Memory of an engine's process with a large library, and searches through the engine's own procedure. One process fills the replica, a
 * second one makes the index, a third one opens what is there: what the first two needed does not count. Argument: how many assets. Prints JSON.
 */

const [argument, existing] = process.argv.slice(2);
if (existing === undefined) prepareAndMeasure(Number(argument ?? 10_000));
else await measure(existing);

function prepareAndMeasure(assets: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
  try {
    const self = fileURLToPath(import.meta.url);
    for (const step of ['fill', 'index', 'open']) {
      const ran = spawnSync(process.execPath, [...ENGINE_V8_FLAGS, self, `${step}:${assets}`, folder], {
        stdio: 'inherit',
      });
      if (ran.status !== 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<void> {
  const [step, assets] = (argument ?? '').split(':');
  const started = performance.now();
  const replica = await openReplica(join(folder, 'data'));
  if (step === 'fill') {
    await startHub(replica, false);
    await replica.close();
    await fillReplica(join(folder, 'data'), Number(assets));
    return;
  }
  await replica.engine.indexed();
  if (step === 'index') {
    await replica.close();
    return;
  }
  const openMs = performance.now() - started;
  const memoryOpenMb = residentMb();
  const client = createRouterClient(replica.engine.router);
  const times: number[] = [];
  for (const queries of makeQueries(50).values()) {
    for (const query of queries) {
      const at = performance.now();
      await client.search.find({ query });
      times.push(performance.now() - at);
    }
  }
  const figures = {
    assets: replica.engine.summaries().size,
    openMs: tenths(openMs),
    memoryOpenMb,
    memoryMb: residentMb(),
    searchP50: tenths(quantile(times, 0.5)),
    searchP95: tenths(quantile(times, 0.95)),
  };
  await replica.close();
  console.log(JSON.stringify(figures));
}
