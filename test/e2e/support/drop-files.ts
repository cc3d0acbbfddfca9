import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningKitbag } from './launch.ts';

const patienceMs = 15_000;

/**
 * Drags real files from outside onto the window and lets go, in the middle of the page or at a point: the same events
 * with the same paths as from a file manager. Chromium hands a drop to what was under the pointer at the last movement;
 * where the page has replaced that meanwhile, as while it starts, nobody hears of the drop, and the hand tries again.
 */
export async function dropFiles(
  kitbag: RunningKitbag,
  paths: readonly string[],
  at?: { readonly x: number; readonly y: number },
): Promise<void> {
  const { window } = kitbag;
  const point = at ?? (await window.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 })));
  const drop = await window.evaluateHandle(() => {
    const drop = { heard: false };
    globalThis.addEventListener('drop', () => (drop.heard = true), { capture: true, once: true });
    return drop;
  });
  const session = await window.context().newCDPSession(window);
  try {
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    const until = Date.now() + patienceMs;
    do {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, ...point, data });
      }
      if (await drop.evaluate(({ heard }) => heard)) return;
      await sleep(50);
    } while (Date.now() < until);
  } finally {
    await session.detach();
  }
  throw new Error('The page did not take the files that were dropped on it.');
}
