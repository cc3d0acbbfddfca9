import type { RunningKitbag } from './launch.ts';

/**
 * Drags real files from outside onto the window and lets go, in the middle of the page or at a point: the same events
 * with the same paths as from a file manager.
 */
export async function dropFiles(
  kitbag: RunningKitbag,
  paths: readonly string[],
  at?: { readonly x: number; readonly y: number },
): Promise<void> {
  const { window } = kitbag;
  const point = at ?? (await window.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 })));
  const session = await window.context().newCDPSession(window);
  try {
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...point, data });
    }
  } finally {
    await session.detach();
  }
}
