import { describe, expect, it } from 'vitest';
import { runSeed } from './run-seed.ts';

const PER_TEST = 25;

/** Runs seeds as tests, some at a time; a seed that fails says how to run it alone. */
export function describeSeeds(seeds: { readonly first: number; readonly count: number }): void {
  describe('devices that have exchanged everything agree', () => {
    for (let first = seeds.first; first < seeds.first + seeds.count; first += PER_TEST) {
      const last = Math.min(first + PER_TEST, seeds.first + seeds.count) - 1;
      it(`in seeds ${first} to ${last}`, { timeout: 120_000 }, async () => {
        for (let seed = first; seed <= last; seed += 1) {
          const { failure, log } = await runSeed(seed);
          const told =
            failure && `npm run simulate -- --seed ${seed} --verbose\n${failure}\n${log.join('\n')}`;
          expect(told).toBeUndefined();
        }
      });
    }
  });
}
