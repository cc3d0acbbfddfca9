import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startVirtualDisplay } from '../../scripts/electron-runtime/virtual-display.ts';
import prepare from '../e2e/support/global-setup.ts';
import { launchKitbag } from '../e2e/support/launch.ts';
import { pdfOf } from '../e2e/support/make-files.ts';
import { makePptx, xml } from '../fixtures/documents/make-package.ts';
import { quantile, tenths } from './figures.ts';
import { importFolder, openReplica, startHub } from './replica.ts';

/**
 * From a key to the page painted on a display of 1920 × 1080, in the real windows: pages that were drawn ahead, and in the same run pages that somebody
 * jumps to, of which nothing was. A deck and a PDF of 120 pages each. Prints JSON.
 */

const PAGES = 120;
const TURNS = 40;
const JUMPS = 20;
/** Between two keys, as long as a quick presenter looks at a page. */
const LOOK_MS = 700;

const line = (text: string, y: number) =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${y}" name="T"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="600000" y="${y * 600_000}"/><a:ext cx="7800000" cy="500000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-US" sz="2000"/><a:t>${xml(text)}</a:t></a:r></a:p></p:txBody></p:sp>`;

const slide = (at: number) => ({
  shapes: Array.from({ length: 6 }, (_, row) =>
    line(`Slide ${at} says in line ${row} what saves`, row + 1),
  ).join(''),
});

await prepare();
const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
const virtual = process.env.DISPLAY ? undefined : await startVirtualDisplay('1920x1080x24');
try {
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  const deck = makePptx(
    Array.from({ length: PAGES }, (_, at) => slide(at + 1)),
    { size: [9_144_000, 5_143_500] },
  );
  writeFileSync(join(documents, 'deck.pptx'), deck);
  const text = (at: number) =>
    Array.from({ length: 30 }, (_, row) => `Page ${at} has line ${row}`).join('\n');
  writeFileSync(join(documents, 'report.pdf'), pdfOf(Array.from({ length: PAGES }, (_, at) => text(at + 1))));
  const data = join(folder, 'data');
  const replica = await openReplica(data);
  await startHub(replica, false);
  await importFolder(replica, documents);
  const assets = [...replica.engine.summaries().values()].map(({ id, version }) => ({
    id,
    kind: version.kind,
  }));
  await replica.close();
  const env = virtual === undefined ? {} : { DISPLAY: virtual.display };
  const kitbag = await launchKitbag({ data, env });
  const shown: object[] = [];
  for (const { id, kind } of assets) {
    await kitbag.window.evaluate((address) => {
      window.location.hash = address;
    }, `/asset/${id}`);
    await kitbag.window.locator('[data-screen][data-ready]').first().waitFor({ timeout: 60_000 });
    const opened = kitbag.app.waitForEvent('window', (page) => page.url().endsWith('?show=audience'));
    await kitbag.window.getByRole('button', { name: 'Present', exact: true }).click();
    const audience = await opened;
    await audience.waitForFunction(() => document.querySelector('canvas')?.dataset.painted !== undefined);
    await audience.waitForTimeout(3_000);
    const ahead: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) ahead.push(await timed(audience, ['ArrowRight']));
    const jumped: number[] = [];
    for (let jump = 0; jump < JUMPS; jump += 1) {
      // Back and forth among pages that were never near.
      const page = jump % 2 === 0 ? PAGES - jump * 2 : 48 + jump * 2;
      jumped.push(await timed(audience, [...String(page), 'Enter']));
    }
    shown.push({ kind, ...figures('ahead', ahead), ...figures('jumped', jumped) });
    await audience.keyboard.press('Escape').catch(() => undefined);
    await kitbag.window.waitForTimeout(500);
  }
  await kitbag.close();
  console.log(JSON.stringify({ width: 1920, height: 1080, turns: TURNS, jumps: JUMPS, documents: shown }));
} finally {
  virtual?.stop();
  rmSync(folder, { recursive: true, force: true });
}

function figures(name: string, times: readonly number[]): Record<string, number> {
  return {
    [`${name}P50Ms`]: tenths(quantile(times, 0.5)),
    [`${name}P95Ms`]: tenths(quantile(times, 0.95)),
  };
}

/** Milliseconds from the last of some keys to the frame in which another page is painted, by the page's own clock. */
async function timed(page: Page, keys: readonly string[]): Promise<number> {
  await page.evaluate(() => {
    const before = document.querySelector('canvas')?.dataset.painted;
    let pressed = 0;
    const press = ({ timeStamp }: KeyboardEvent): void => {
      pressed = timeStamp;
    };
    window.addEventListener('keydown', press, { capture: true });
    const painted = new Promise<number>((resolve) => {
      const look = (): void => {
        const now = document.querySelector('canvas')?.dataset.painted;
        if (pressed === 0 || now === undefined || now === before) requestAnimationFrame(look);
        else {
          window.removeEventListener('keydown', press, { capture: true });
          // The frame after the one that has it: by then it is on the screen.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressed);
          requestAnimationFrame(() => port2.postMessage(0));
        }
      };
      requestAnimationFrame(look);
    });
    Reflect.set(window, 'benchPainted', painted);
  });
  for (const key of keys) await page.keyboard.press(key);
  const ms = await page.evaluate(() => Reflect.get(window, 'benchPainted') as Promise<number>);
  await page.waitForTimeout(LOOK_MS);
  return ms;
}
