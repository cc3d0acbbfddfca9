import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startVirtualDisplay } from '../../scripts/electron-runtime/virtual-display.ts';
import prepare from '../e2e/support/global-setup.ts';
import { launchKitbag, type RunningKitbag } from '../e2e/support/launch.ts';
import { Words } from './corpus.ts';
import { quantile, tenths } from './figures.ts';
import { fillReplica } from './fill-replica.ts';
import { openReplica, startHub } from './replica.ts';

/**
 * From a key in the search field to its results on the screen, in the real window over a large replica, and the memory of the engine's
 * process before and after. Arguments: assets; `older` for texts of the oldest format, which are read again meanwhile. Prints JSON.
 */

const QUERIES = 60;
const assets = Number(process.argv[2] ?? 10_000);
const textFormat = process.argv[3] === 'older' ? 0 : undefined;

await prepare();
const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
const virtual = process.env.DISPLAY ? undefined : await startVirtualDisplay();
try {
  const data = join(folder, 'data');
  await made(data);
  const env = virtual === undefined ? {} : { DISPLAY: virtual.display };
  const kitbag = await launchKitbag({ data, env });
  await kitbag.window.getByRole('combobox', { name: 'Search', exact: true }).waitFor({ timeout: 60_000 });
  const engineBeforeMb = await engineMb(kitbag);
  const times = await typed(kitbag.window);
  const engineAfterMb = await engineMb(kitbag);
  await kitbag.close();
  console.log(
    JSON.stringify({
      assets,
      keystrokes: times.length,
      p50Ms: tenths(quantile(times, 0.5)),
      p95Ms: tenths(quantile(times, 0.95)),
      slowestMs: tenths(Math.max(...times)),
      engineBeforeMb,
      engineAfterMb,
    }),
  );
} finally {
  virtual?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A replica of generated texts whose index is up to date. */
async function made(data: string): Promise<void> {
  const replica = await openReplica(data);
  await startHub(replica, false);
  await replica.close();
  await fillReplica(data, assets, textFormat);
  const again = await openReplica(data);
  await again.engine.indexed();
  await again.close();
}

/** Resident memory of the engine's process, in megabytes. */
async function engineMb({ app }: RunningKitbag): Promise<number> {
  const kilobytes = await app.evaluate(({ app: electron }) => {
    const pid = globalThis.kitbagTestHooks.enginePid();
    return electron.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? Number.NaN;
  });
  return Math.round(kilobytes / 1000);
}

/** Types queries of one to three words letter by letter; milliseconds from each key to the paint of its results. */
async function typed(window: Page): Promise<number[]> {
  const field = window.getByRole('combobox', { name: 'Search', exact: true });
  const words = new Words(7);
  const times: number[] = [];
  for (let query = 0; query < QUERIES; query += 1) {
    await field.fill('');
    const text = Array.from({ length: 1 + (query % 3) }, () => words.next()).join(' ');
    for (let end = 1; end <= text.length; end += 1) {
      const painted = window.evaluate(paintOf, text.slice(0, end).trim());
      await field.press(text[end - 1] === ' ' ? 'Space' : (text[end - 1] ?? ''));
      times.push(await painted);
    }
  }
  return times;
}

/** Runs in the page: resolves after the frame in which the results of these words stand there. */
function paintOf(expected: string): Promise<number> {
  return new Promise((resolve) => {
    let pressed = Number.NaN;
    const found = (): boolean =>
      document.querySelector<HTMLElement>('[data-found]')?.dataset.found?.trim() === expected;
    // Looking in every frame would ask for frames that nobody else wants.
    const watcher = new MutationObserver(() => {
      if (!found()) return;
      watcher.disconnect();
      // The frame with the results is painted before the next one begins.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)));
    });
    globalThis.addEventListener(
      'keydown',
      () => {
        pressed = performance.now();
        watcher.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-found'] });
      },
      { once: true, capture: true },
    );
  });
}
