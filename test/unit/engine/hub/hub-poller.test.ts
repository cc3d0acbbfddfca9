import { describe, expect, it } from 'vitest';
import { HubPoller } from '../../../../src/engine/hub/hub-poller.ts';
import type { HubPlace } from '../../../../src/engine/ports/hub-places.ts';
import type { ExchangeReport } from '../../../../src/sync/exchange/exchange-report.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { createMemoryStore } from '../../../support/stores/memory-store.ts';

const MINUTE = 60_000;
const QUIET: ExchangeReport = {
  ...{ outcome: 'exchanged', pushed: 0, pulled: 0, blobs: 0, pending: 0, ms: 1 },
  ...{ devices: [], foreign: [] },
};

/** A poller whose time a test lets pass; it says how many exchanges there were. */
async function polling(metered: boolean) {
  const time = { now: Date.UTC(2026, 10, 21) };
  const clock = { now: () => time.now };
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  let exchanges = 0;
  const hints = { refresh: async () => undefined, close: () => undefined };
  const place = { store: createMemoryStore(new Map(), metered ? clock : undefined), watch: () => hints };
  const poller = new HubPoller(
    {
      clock,
      random: { bytes: (count) => new Uint8Array(count).fill(128) },
      logger: keepingLogger(),
      later: (run, ms) => {
        const timer = { at: time.now + ms, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
    {
      connected: async () => undefined as never,
      // What the poller asks of a place.
      place: place as unknown as HubPlace,
      exchange: async () => {
        exchanges += 1;
        return QUIET;
      },
    },
  );
  poller.start();
  await settled();
  const pass = async (ms: number): Promise<number> => {
    const before = exchanges;
    const end = time.now + ms;
    for (;;) {
      const [next] = [...timers].sort((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      timers.delete(next);
      time.now = Math.max(time.now, next.at);
      next.run();
      await settled();
    }
    time.now = end;
    return exchanges - before;
  };
  return { poller, pass };
}

/** Lets go on what waits for nothing but its turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('exchanging by itself', () => {
  it('asks a place that costs nothing every few seconds, whether somebody looks or not', async () => {
    const { pass } = await polling(false);
    expect(await pass(10 * MINUTE)).toBeGreaterThan(200);
  });

  it('asks a place that costs every few seconds only while somebody works with the hub', async () => {
    const { poller, pass } = await polling(true);
    expect(await pass(2 * MINUTE)).toBeGreaterThan(40);
    await pass(MINUTE);
    expect(await pass(10 * MINUTE)).toBeLessThanOrEqual(20);
    poller.looked();
    expect(await pass(MINUTE)).toBeGreaterThan(20);
    await pass(2 * MINUTE);
    expect(await pass(10 * MINUTE)).toBeLessThanOrEqual(20);
  });
});
