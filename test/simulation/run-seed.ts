import { act } from './actions.ts';
import { calmDown, judge } from './judge.ts';
import { endLies } from './lies.ts';
import { World } from './world.ts';

/** How a run went. */
export type SeedResult = {
  readonly seed: number;
  readonly devices: number;
  readonly events: number;
  readonly exchanges: number;
  readonly log: readonly string[];
  /** Absent when everything held. */
  readonly failure?: string;
};

/** Runs one seed: random things happen, then all faults end, everybody exchanges, and everything that must hold is checked. */
export async function runSeed(
  seed: number,
  options: { readonly devices?: number; readonly steps?: number; readonly liars?: number } = {},
): Promise<SeedResult> {
  const world = await World.found(seed, options.devices, options.liars);
  let failure: string | undefined;
  try {
    const steps = options.steps ?? 40 + world.random.below(60);
    for (let step = 0; step < steps; step += 1) await act(world);
    await endLies(world);
    await calmDown(world);
    await judge(world);
  } catch (error) {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  return {
    seed,
    devices: world.devices.length,
    events: world.devices.reduce((sum, device) => sum + device.acknowledged.length, 0),
    exchanges: world.devices.reduce((sum, device) => sum + device.reports.length, 0),
    log: world.log,
    ...(failure !== undefined && { failure }),
  };
}
