import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSecret, nodeCrypto, signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import { FARTHEST_AHEAD_MS, parseHlc } from '../../../../src/sync/clock/hlc.ts';
import { deviceIdOf } from '../../../../src/sync/identity/device-card.ts';
import { createAuthor } from '../../../../src/sync/journal/author.ts';
import { surveyJournal } from '../../../../src/sync/journal/open-journal.ts';
import { MemoryJournalFiles } from '../../../support/sync/memory-journal-files.ts';
import { MEMBER, note } from '../../../support/sync/replica-folder.ts';

const NOW = Date.UTC(2026, 10, 28);
const YEAR = 365 * 86_400_000;

/** A device whose clock can be set; started again it goes on where its journal ends. */
async function device() {
  const files = new MemoryJournalFiles();
  const signer = signerOf(generateSecret());
  const id = deviceIdOf(signer.publicKey, nodeCrypto);
  const clock = { at: NOW, now: () => clock.at };
  const start = async () => {
    const { head } = await surveyJournal(files, id, 'catalog', nodeCrypto);
    return createAuthor({ device: id, files, crypto: nodeCrypto, signer, clock, heads: { catalog: head } });
  };
  let author = await start();
  return {
    clock,
    observe: (time: number) => author.observe({ time, counter: 0 }),
    restart: async () => {
      author = await start();
    },
    write: async () => {
      const [written] = await author.commit(MEMBER, [note('said')]);
      return written?.event.hlc ?? '';
    },
    sound: async () => (await surveyJournal(files, id, 'catalog', nodeCrypto)).problem === undefined,
  };
}

const timeOf = (hlc: string): number => parseHlc(hlc)?.time ?? Number.NaN;

describe('the clock that stamps a device’s events', () => {
  it('is not moved by a clock that is years ahead, and by no clock further than a day', async () => {
    const { observe, write } = await device();
    for (const ahead of [1000 * YEAR, 10 * YEAR, FARTHEST_AHEAD_MS + 1]) observe(NOW + ahead);
    expect(timeOf(await write())).toBe(NOW);
    observe(NOW + FARTHEST_AHEAD_MS);
    expect(timeOf(await write())).toBe(NOW + FARTHEST_AHEAD_MS);
  });

  it('goes back to the wall clock where that was years ahead and is set right, also after a restart', async () => {
    for (const again of [false, true]) {
      const { clock, restart, write, sound } = await device();
      await write();
      clock.at = Date.UTC(2300, 0, 1);
      await write();
      clock.at = NOW + 60_000;
      if (again) await restart();
      expect(timeOf(await write())).toBe(NOW + 60_000);
      expect(await sound()).toBe(true);
    }
  });

  it('never reads the same twice, however often the wall clock is set and the device restarted', async () => {
    const step = fc.record({
      to: fc.constantFrom(
        0,
        1,
        2,
        60_000,
        FARTHEST_AHEAD_MS,
        10 * YEAR,
        10 * YEAR + 1,
        -10 * YEAR,
        -10 * YEAR + 1,
      ),
      writes: fc.integer({ min: 1, max: 3 }),
      restarts: fc.boolean(),
      seen: fc.constantFrom(undefined, 0, 5, FARTHEST_AHEAD_MS, 10 * YEAR),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { clock, observe, restart, write, sound } = await device();
        const all: string[] = [];
        for (const { to, writes, restarts, seen } of steps) {
          clock.at = NOW + to;
          if (restarts) await restart();
          if (seen !== undefined) observe(NOW + seen);
          for (let turn = 0; turn < writes; turn += 1) all.push(await write());
        }
        expect(new Set(all).size).toBe(all.length);
        expect(await sound()).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
