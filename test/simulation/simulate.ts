import { parseArgs } from 'node:util';
import { runSeed } from './run-seed.ts';

/**
 * `npm run simulate -- --seeds N [--first SEED] [--devices N] [--steps N] [--liars N]`: runs seeds, prints those that fail with what happened in them.
 * `--seed S --verbose` prints one run.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    first: { type: 'string', default: '1' },
    seed: { type: 'string' },
    devices: { type: 'string' },
    steps: { type: 'string' },
    liars: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const first = Number(values.seed ?? values.first);
const count = values.seed === undefined ? Number(values.seeds) : 1;
const options = {
  ...(values.devices !== undefined && { devices: Number(values.devices) }),
  ...(values.liars !== undefined && { liars: Number(values.liars) }),
  ...(values.steps !== undefined && { steps: Number(values.steps) }),
};
const started = performance.now();
const failing: number[] = [];
let events = 0;
let exchanges = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const result = await runSeed(seed, options);
  events += result.events;
  exchanges += result.exchanges;
  if (values.verbose) console.log(result.log.join('\n'));
  if (result.failure === undefined) continue;
  failing.push(seed);
  console.log(`Seed ${seed} fails (${result.devices} devices, ${result.events} events): ${result.failure}`);
  if (!values.verbose && failing.length === 1) console.log(result.log.join('\n'));
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} seeds in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(1)} seeds/s, ${events} events, ${exchanges} exchanges, ${failing.length} failing${failing.length > 0 ? `: ${failing.slice(0, 50).join(' ')}` : ''}`,
);
process.exitCode = failing.length === 0 ? 0 : 1;
