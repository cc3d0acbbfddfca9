import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { askingMeter, cpuMeterOf } from '../../../../src/platform/extract/cpu-meter.ts';
import { ownCpu } from '../../../../src/platform/extract/own-cpu.ts';

/** Says which thread it is, then burns as much processor time as it is told, and says so. */
const SCRIPT = `
const { parentPort } = require('node:worker_threads');
const { readlinkSync } = require('node:fs');
let thread;
try { thread = readlinkSync('/proc/thread-self').split('/').at(-1); } catch {}
parentPort.on('message', (rounds) => {
  let sum = 0;
  for (let i = 0; i < rounds; i += 1) sum += Math.sqrt(i);
  parentPort.postMessage(sum);
});
parentPort.postMessage(thread);
`;

let worker: Worker | undefined;
afterEach(() => worker?.terminate());

async function started(): Promise<{ readonly worker: Worker; readonly thread: string | undefined }> {
  const begun = new Worker(SCRIPT, { eval: true });
  worker = begun;
  return { worker: begun, thread: await said(begun) };
}

function said<Value>(from: Worker): Promise<Value> {
  return new Promise((resolve) => from.once('message', resolve));
}

async function burn(from: Worker, rounds: number): Promise<void> {
  const done = said(from);
  from.postMessage(rounds);
  await done;
}

describe('the processor time of a worker', () => {
  it.each([
    ['as the system knows it', true],
    ['as the worker tells it', false],
  ])('%s grows with what it does, not with what this thread does', async (_, bySystem) => {
    const { worker: other, thread } = await started();
    let answered: Promise<unknown> = Promise.resolve();
    const ask = () => {
      const asked = other.cpuUsage();
      answered = asked;
      return asked;
    };
    const meter = bySystem || !('cpuUsage' in other) ? cpuMeterOf(other, thread) : askingMeter(ask);
    // The first answer may be of a question that was asked before.
    const settled = async () => {
      for (let round = 0; round < 2; round += 1) {
        meter();
        await answered;
      }
      return meter();
    };
    await burn(other, 300_000_000);
    const before = await settled();
    const ownBefore = ownCpu();
    let sum = 0;
    for (let i = 0; i < 300_000_000; i += 1) sum += Math.sqrt(i);
    expect(sum).toBeGreaterThan(0);
    const burnedHere = ownCpu() - ownBefore;
    const meanwhile = (await settled()) - before;
    await burn(other, 300_000_000);
    const burnedThere = (await settled()) - before - meanwhile;
    expect(burnedThere).toBeGreaterThan(burnedHere / 4);
    expect(meanwhile).toBeLessThan(burnedHere / 4);
  });
});
