import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../../src/contract/session.ts';
import { KeptCalls } from '../../../../src/engine/calls/kept-calls.ts';
import { Reminders } from '../../../../src/engine/calls/reminders.ts';
import { Changes } from '../../../../src/engine/live/changes.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';

const MINUTE = 60_000;

/** A clock, a timer and a device that tests hold in their hands. */
async function watching(at: number) {
  const store = new Map<string, unknown>();
  const local = {
    load: async (name: string) => store.get(name),
    save: async (name: string, value: unknown) => void store.set(name, value),
  };
  const changes = new Changes();
  const told: Topic[][] = [];
  changes.emit = (...topics) => void told.push([...topics]);
  const calls = await KeptCalls.open({ home: { local }, logger: keepingLogger() }, changes);
  await calls.keep({
    ...{ id: 'e_0000000000000000', title: 'A', at, account: '', about: '', stage: null },
    ...{ personas: [], people: [], pack: [], madeAt: 0 },
  });
  told.length = 0;
  const state: { now: number; next: { run: () => void; ms: number } | undefined } = {
    now: 0,
    next: undefined,
  };
  const later = (run: () => void, ms: number) => {
    state.next = { run, ms };
    return () => {
      state.next = undefined;
    };
  };
  const reminders = new Reminders({ calls, changes, clock: { now: () => state.now }, later });
  return { state, told, calls, reminders };
}

describe('the watch for calls', () => {
  it('looks each minute, however the clock jumps while the computer sleeps, and tells once', async () => {
    const { state, told, reminders } = await watching(600 * MINUTE);
    reminders.look();
    expect(state.next?.ms).toBe(MINUTE);
    state.now = 590 * MINUTE;
    state.next?.run();
    expect(told).toEqual([['calls']]);
    state.now += MINUTE;
    state.next?.run();
    expect(told).toHaveLength(1);
  });

  it('looks right when the last quarter of an hour begins', async () => {
    const { state, reminders } = await watching(20 * MINUTE);
    state.now = 4.5 * MINUTE;
    reminders.look();
    expect(state.next?.ms).toBe(MINUTE / 2);
  });

  it('sets no timer where no call is ahead, nor once it is closed', async () => {
    const { state, reminders } = await watching(20 * MINUTE);
    state.now = 21 * MINUTE;
    reminders.look();
    expect(state.next).toBeUndefined();
    state.now = 0;
    reminders.look();
    expect(state.next).toBeDefined();
    reminders.close();
    expect(state.next).toBeUndefined();
  });
});
