import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Later } from '../../../src/engine/base/base-ports.ts';
import { TextIndexError } from '../../../src/engine/ports/text-index.ts';
import { TempEngine } from '../../support/temp-engine.ts';
import { openTitleSearch } from '../../support/title-search.ts';

let temp: TempEngine | undefined;
afterEach(() => temp?.remove());

/** A marketer's device whose text index can't be opened while that is said, and what waits there for its time. */
async function openTroubled() {
  const trouble = { is: false };
  const waiting = new Set<() => void>();
  const later: Later = (run, ms) => {
    const timer = setTimeout(() => {
      waiting.delete(run);
      run();
    }, ms);
    waiting.add(run);
    return () => {
      clearTimeout(timer);
      waiting.delete(run);
    };
  };
  temp = await TempEngine.open({
    role: 'marketer',
    ports: {
      later,
      openSearch: (source) => {
        if (trouble.is) throw new TextIndexError('unavailable', 'another program has it open');
        return openTitleSearch(source);
      },
    },
  });
  const engine = temp;
  /** Closes and opens again, with the trouble or without. */
  const reopen = (is: boolean): Promise<void> =>
    engine.reopen(() => {
      trouble.is = is;
    });
  const seen = (): string => readFileSync(join(engine.data, 'local', 'seen.json'), 'utf8');
  return { engine, waiting, reopen, seen };
}

describe('a replica of which a part can’t be opened', () => {
  it('says what is wrong, and is whole as soon as that is over', async () => {
    const { engine, reopen } = await openTroubled();
    const [asset = ''] = await engine.publish(engine.file('halden.txt', 'Halden'));
    await reopen(true);
    expect(await engine.client.session.get()).toMatchObject({ state: 'blocked', code: 'index' });
    await reopen(false);
    expect((await engine.client.assets.get({ asset })).title).toBe('Halden');
  });

  it('leaves nothing behind that waits for its time', async () => {
    const { engine, waiting, reopen } = await openTroubled();
    await engine.stage(engine.file('halden.txt', 'Halden'));
    expect(waiting.size).toBeGreaterThan(0);
    await reopen(true);
    expect(waiting.size).toBe(0);
  });

  it('was not visited: what was new stays new', async () => {
    const { engine, reopen, seen } = await openTroubled();
    await reopen(true);
    const left = seen();
    engine.time += 86_400_000;
    await reopen(true);
    await engine.close();
    expect(seen()).toBe(left);
  });

  it('was visited where it could be opened', async () => {
    const { engine, reopen, seen } = await openTroubled();
    await reopen(false);
    const left = seen();
    engine.time += 86_400_000;
    await engine.close();
    expect(seen()).not.toBe(left);
  });
});
