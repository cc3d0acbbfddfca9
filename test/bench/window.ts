import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVirtualDisplay } from '../../scripts/electron-runtime/virtual-display.ts';
import prepare from '../e2e/support/global-setup.ts';
import { launchKitbag } from '../e2e/support/launch.ts';
import { quantile, tenths } from './figures.ts';
import { openReplica, startHub } from './replica.ts';

/** From the first window's page to a search field that takes letters, with the sample hub, and the memory of each process. Prints JSON. */

const STARTS = 12;
/** The search field that takes letters. */
const FIELD = 'input[role="combobox"][aria-label="Search"]:not(:disabled)';

await prepare();
const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
const virtual = process.env.DISPLAY ? undefined : await startVirtualDisplay();
try {
  const data = join(folder, 'data');
  const replica = await openReplica(data);
  await startHub(replica, true);
  await replica.engine.indexed();
  await replica.close();
  const windows: number[] = [];
  const usable: number[] = [];
  let processes: { readonly process: string; readonly mb: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const launched = performance.now();
    const env = virtual === undefined ? {} : { DISPLAY: virtual.display };
    const kitbag = await launchKitbag({ data, env });
    const windowAt = performance.now();
    // By the page's own clock and frame by frame: what a driver asks again and again is answered half a second later.
    const answer = await kitbag.window.waitForFunction(
      (field) => document.querySelector(field) !== null && performance.now(),
      FIELD,
      { polling: 'raf', timeout: 30_000 },
    );
    usable.push(Number(await answer.jsonValue()));
    await kitbag.window.locator(FIELD).fill('security');
    windows.push(windowAt - launched);
    if (start === STARTS - 1) {
      const metrics = await kitbag.app.evaluate(({ app }) =>
        app.getAppMetrics().map(({ type, name, memory }) => ({ type, name, kb: memory.workingSetSize })),
      );
      processes = metrics.map(({ type, name, kb }) => ({ process: name ?? type, mb: Math.round(kb / 1000) }));
    }
    await kitbag.close();
  }
  console.log(
    JSON.stringify({
      starts: STARTS,
      launchToWindowMs: tenths(quantile(windows, 0.5)),
      pageToUsableMs: tenths(quantile(usable, 0.5)),
      slowestPageToUsableMs: tenths(Math.max(...usable)),
      processes,
    }),
  );
} finally {
  virtual?.stop();
  rmSync(folder, { recursive: true, force: true });
}
