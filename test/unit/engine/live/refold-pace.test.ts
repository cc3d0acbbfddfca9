import { describe, expect, it } from 'vitest';
import { Changes } from '../../../../src/engine/live/changes.ts';
import { FoldedSnapshots } from '../../../../src/engine/live/folded-snapshots.ts';
import { LiveCatalog } from '../../../../src/engine/live/live-catalog.ts';
import type { CollectionSnapshot } from '../../../../src/engine/ports/snapshots.ts';
import type { DeviceId, MemberId } from '../../../../src/shared/vocabulary/ids.ts';
import { formatHlc } from '../../../../src/sync/clock/hlc.ts';
import type { Position, StreamEvent } from '../../../../src/sync/journal/journal-event.ts';
import type { Replica } from '../../../../src/sync/journal/replica.ts';
import { assetBody, deviceOf, EventMaker, foldContext, idOf } from '../../../support/event-maker.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';

const MINUTE = 60_000;
/** What folding everything takes here, in milliseconds of the clock. */
const COST = 2000;

/** A catalog over what a maker has written so far, with a clock on which folding everything again takes a while. */
async function catalogOf(maker: EventMaker) {
  const time = { now: 1_000_000 };
  const timers = new Map<() => void, number>();
  const later = (run: () => void, ms: number) => {
    timers.set(run, time.now + ms);
    return () => void timers.delete(run);
  };
  let refolds = 0;
  const events = (): StreamEvent[] =>
    maker.events.map(({ after, ...event }) => ({
      stream: 'catalog',
      event: {
        v: 1,
        prev: '',
        ...event,
        ...(after !== undefined && { after: after as readonly string[] }),
        device: event.device as DeviceId,
        member: event.member as MemberId,
        body: event.body as StreamEvent['event']['body'],
      },
    }));
  async function* read(after?: Position): AsyncIterable<StreamEvent> {
    if (after === undefined) {
      refolds += 1;
      time.now += COST;
    }
    for (const one of events()) if (one.event.seq > (after?.[`${one.event.device}/catalog`] ?? 0)) yield one;
  }
  const position = (): Position => {
    const reached: Record<string, number> = {};
    for (const { event } of events()) reached[`${event.device}/catalog`] = event.seq;
    return reached;
  };
  const refuse = () => {
    throw new Error('Nothing is asked of it here.');
  };
  const replica: Replica = {
    device: '0'.repeat(32) as DeviceId,
    get journals() {
      return refuse();
    },
    read,
    position,
    commit: refuse,
    problems: () => [],
    verify: refuse,
    close: refuse,
  };
  const saved = new Map<string, CollectionSnapshot>();
  const store = {
    load: async (name: string) => saved.get(name),
    save: async (name: string, snapshot: CollectionSnapshot) => void saved.set(name, snapshot),
  };
  const clock = { now: () => time.now };
  const open = () => {
    const snapshots = new FoldedSnapshots(store, keepingLogger(), later, clock.now);
    return LiveCatalog.open(replica, snapshots, new Changes(), foldContext, { clock, later });
  };
  const catalog = await open();
  return {
    catalog,
    open,
    time,
    refoldsSince: () => {
      const since = refolds;
      refolds = 0;
      return since;
    },
    pass: async (ms: number) => {
      time.now += ms;
      const due = [...timers].filter(([, at]) => at <= time.now);
      for (const [run] of due) timers.delete(run);
      for (const [run] of due) run();
      await new Promise((resolve) => setImmediate(resolve));
    },
    titleOf: (of = catalog) => of.state.assets.get(idOf('a', 1))?.fields.title?.value,
  };
}

/** Two devices of a marketer: what the first writes names what the second has yet to write. */
function attacker() {
  const maker = new EventMaker().found().join(2, 'marketer').join(3, 'marketer');
  maker.write(1, 1, 'asset-added', assetBody(1));
  const edit = (device: number, title: string, at?: number) => {
    const body = { asset: idOf('a', 1), set: { title } };
    return maker.writeAs(deviceOf(device), idOf('m', device), 'asset-edited', body, at);
  };
  const stampOfTurn = (turn: number) => `${formatHlc({ time: 2_000_000 + turn, counter: 0 })}|${deviceOf(3)}`;
  for (let turn = 0; turn < 200; turn += 1) {
    maker.odd(0, [stampOfTurn(turn)]);
    edit(2, `Ready ${turn}`);
  }
  maker.odd(0);
  /** It names something itself, so that what names it moves. */
  const close = (turn: number) => {
    maker.odd(0, [stampOfTurn(1_000 + turn)]);
    edit(3, `Closed ${turn}`, 2_000_000 + turn);
    maker.odd(0);
  };
  return { maker, close, edit };
}

describe('folding everything again for what somebody else wrote', () => {
  it('takes a tenth of the time at most, however often they have it done, and nothing of it is lost', async () => {
    const { maker, close, edit } = attacker();
    const { catalog, refoldsSince, pass, titleOf, time } = await catalogOf(maker);
    refoldsSince();
    const started = time.now;
    let last = '';
    for (let turn = 0; turn < 120; turn += 1) {
      close(turn);
      last = `Mine ${turn}`;
      maker.odd(
        0,
        maker.events.slice(-1).map(({ hlc, device }) => `${hlc}|${device}`),
      );
      edit(1, last, 3_000_000 + turn);
      maker.odd(0);
      await catalog.catchUp(false);
      await pass(5000);
    }
    // With what may be taken in advance.
    const refolds = refoldsSince();
    expect(refolds).toBeLessThanOrEqual(((time.now - started) * 0.1) / COST + 3);
    expect(refolds).toBeGreaterThan(20);
    await pass(MINUTE);
    expect(titleOf()).toBe(last);
  });

  it('is done at once where it is done now and then', async () => {
    const { maker, close } = attacker();
    const { catalog, refoldsSince, pass } = await catalogOf(maker);
    refoldsSince();
    for (let turn = 0; turn < 5; turn += 1) {
      close(turn);
      await catalog.catchUp(false);
      expect(refoldsSince()).toBe(1);
      await pass(5 * MINUTE);
    }
  });

  it('is not forgotten where the process ends before it was done', async () => {
    const { maker, close } = attacker();
    const { catalog, open, pass, refoldsSince, titleOf } = await catalogOf(maker);
    await pass(MINUTE);
    for (let turn = 0; turn < 10; turn += 1) {
      close(turn);
      await catalog.catchUp(turn % 2 === 0);
    }
    await catalog.close();
    refoldsSince();
    const again = await open();
    expect(refoldsSince()).toBe(1);
    const whole = await catalog.foldAfresh();
    expect(titleOf(again)).toBe(whole.assets.get(idOf('a', 1))?.fields.title?.value);
  });
});
