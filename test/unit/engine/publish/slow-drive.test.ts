import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Walked, WalkOptions } from '../../../../src/engine/ports/files.ts';
import { sourceFolder } from '../../../../src/platform/files/source-folder.ts';
import { TempEngine } from '../../../support/temp-engine.ts';

let temp: TempEngine | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await temp?.remove();
  temp = undefined;
});

const NOTHING: Walked = { files: [], skipped: 0, unreadable: [] };

/** A drive that tells its files when it is told to: what a network drive or a stick does by itself, slowly. */
class SlowDrive {
  #told: WalkOptions['onFound'];
  #end: (walked: Walked) => void = () => undefined;
  signal: WalkOptions['signal'];

  constructor() {
    vi.spyOn(sourceFolder, 'walk').mockImplementation((_paths, { onFound, signal } = {}) => {
      this.#told = onFound;
      this.signal = signal;
      return new Promise((resolve) => {
        this.#end = resolve;
      });
    });
  }

  finds(...paths: readonly string[]): void {
    const files = paths.map((path) => ({
      ...{ path, folder: '', size: 1, modifiedAt: 0 },
      name: path.split('/').at(-1) ?? '',
    }));
    this.#told?.({ ...NOTHING, files });
  }

  ends(): void {
    this.#end(NOTHING);
  }
}

/** An engine, the drive, and a folder of it that is being dropped. */
async function dropping() {
  temp = await TempEngine.open({ role: 'marketer' });
  const drive = new SlowDrive();
  const { client, engine } = temp;
  const { grant } = engine.grantPaths([temp.folder]);
  const staged = client.publish.stage({ grant });
  await vi.waitFor(() => expect(sourceFolder.walk).toHaveBeenCalled());
  return { temp, client, drive, staged, state: () => client.publish.state() };
}

describe('a drop from a slow drive', () => {
  it('says that it is looking through folders before anything is found', async () => {
    const { state, drive, staged } = await dropping();
    expect((await state()).progress).toMatchObject({ done: 0, total: 0, looking: true });
    drive.ends();
    expect(await staged).toEqual({ files: 0, skipped: 0 });
    expect((await state()).progress).toBeNull();
  });

  it('reads what is found while the rest is looked for, and counts both', async () => {
    const { temp: kitbag, state, drive, staged } = await dropping();
    drive.finds(kitbag.file('a.txt', 'Text a.'));
    await vi.waitFor(async () =>
      expect(await state()).toMatchObject({
        rows: [{ fileName: 'a.txt', state: 'ready' }],
        progress: { done: 1, total: 1, looking: true },
      }),
    );
    drive.finds(kitbag.file('b.txt', 'Text b.'));
    await vi.waitFor(async () => expect((await state()).progress).toMatchObject({ done: 2, total: 2 }));
    drive.ends();
    expect(await staged).toEqual({ files: 2, skipped: 0 });
    await vi.waitFor(async () => expect((await state()).progress).toBeNull());
  });

  it('can be cancelled while it is looked through, also where the drive never answers', async () => {
    const { temp: kitbag, client, state, drive, staged } = await dropping();
    drive.finds(kitbag.file('a.txt', 'Text a.'));
    await vi.waitFor(async () => expect((await state()).rows).toMatchObject([{ state: 'ready' }]));
    await client.publish.cancel();
    expect(await staged).toEqual({ files: 1, skipped: 0 });
    expect(drive.signal?.aborted).toBe(true);
    drive.finds(kitbag.file('late.txt', 'Too late.'));
    expect(await state()).toMatchObject({ rows: [{ fileName: 'a.txt' }], progress: null });
  });
});
