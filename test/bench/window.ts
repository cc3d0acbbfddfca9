import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhereStale } from '../../scripts/build/build.ts';
import { findRuntime } from '../../scripts/electron-runtime/runtime.ts';
import { startVirtualDisplay } from '../../scripts/electron-runtime/virtual-display.ts';
import { executableVariable, launchKitbag } from '../e2e/support/launch.ts';

/**
 * How long from the start of the process until the search field can be used, on the sample hub, and how much memory each
 * process then takes. Prints JSON. Arguments: how many starts (default 5).
 */

const root = join(import.meta.dirname, '../..');

type Start = { readonly usableMs: number; readonly memoryMb: Readonly<Record<string, number>> };

async function measureStart(sample: string): Promise<Start> {
  const data = await mkdtemp(join(tmpdir(), 'kitbag-bench-'));
  await cp(sample, data, { recursive: true });
  const kitbag = await launchKitbag({ data });
  try {
    const usableAt = await kitbag.window.waitForFunction(() => {
      const ready = document.querySelector('[data-ready="true"]');
      const field = document.querySelector<HTMLInputElement>('input[aria-label="Search"]');
      return ready && field && !field.disabled ? performance.timeOrigin + performance.now() : 0;
    });
    const startedAt = await kitbag.app.evaluate(() => process.getCreationTime());
    const metrics = await kitbag.app.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, name, memory }) => ({ type, name, kilobytes: memory.workingSetSize })),
    );
    const memoryMb = Object.fromEntries(
      metrics.map(({ type, name, kilobytes }) => [name ?? type, Math.round(kilobytes / 1000)]),
    );
    return { usableMs: Math.round((await usableAt.jsonValue()) - (startedAt ?? 0)), memoryMb };
  } finally {
    await kitbag.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function measure(starts: number): Promise<object> {
  await buildWhereStale(root);
  process.env[executableVariable] = (await findRuntime(root)).executable;
  const display = await startVirtualDisplay();
  if (display) process.env.DISPLAY = display.display;
  const folder = await mkdtemp(join(tmpdir(), 'kitbag-bench-sample-'));
  const sample = join(folder, 'data');
  try {
    const who = ['--data', sample, '--json', 'init', '--name', 'Robin Vale', '--role', 'lead', '--sample'];
    execFileSync(process.execPath, [join(root, 'out/cli/index.js'), ...who], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const measured: Start[] = [];
    for (let count = 0; count < starts; count++) measured.push(await measureStart(sample));
    const sorted = measured.map(({ usableMs }) => usableMs).sort((a, b) => a - b);
    return {
      starts,
      usableMs: { median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) },
      memoryMb: measured.at(-1)?.memoryMb,
    };
  } finally {
    display?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

console.log(JSON.stringify(await measure(Number(process.argv[2] ?? 5))));
