import { describe, expect, it } from 'vitest';
import { runSeed } from './run-seed.ts';

const PER_TEST = 25;

/** A company in which some lie: small, so that there can be many. */
const LIARS = { devices: 3, steps: 30, liars: 2 };

/** Runs seeds as tests, some at a time; a seed that fails says how to run it alone. */
export function describeSeeds(seeds: { readonly first: number; readonly count: number }): void {
  describeRuns('devices that have exchanged everything agree', seeds, {});
}

/** The same with devices that lie. */
export function describeLies(seeds: { readonly first: number; readonly count: number }): void {
  describeRuns('honest devices agree whatever others lie', seeds, LIARS);
}

function describeRuns(
  what: string,
  seeds: { readonly first: number; readonly count: number },
  options: Parameters<typeof runSeed>[1] & object,
): void {
  const words = Object.entries(options).map(([name, value]) => ` --${name} ${value}`);
  describe(what, () => {
    for (let first = seeds.first; first < seeds.first + seeds.count; first += PER_TEST) {
      const last = Math.min(first + PER_TEST, seeds.first + seeds.count) - 1;
      it(`in seeds ${first} to ${last}`, async () => {
        for (let seed = first; seed <= last; seed += 1) {
          const { failure, log } = await runSeed(seed, options);
          const told =
            failure &&
            `npm run simulate -- --seed ${seed}${words.join('')} --verbose\n${failure}\n${log.join('\n')}`;
          expect(told).toBeUndefined();
        }
      });
    }
  });
}
