import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build/build.ts';
import { ensurePackages, machineSteps } from './electron-runtime/ensure-packages.ts';
import { startTestGateway, stopTestGateway } from './test/gateway-stage.ts';
import { type Results, readPlaywright, readVitest } from './test/read-results.ts';
import { checkTypes, lint, reports, root, runEndToEnd, runUnit } from './test/stages.ts';

type Stage = { readonly name: string; readonly run: () => Promise<number> };
type Outcome = { readonly name: string; readonly ok: boolean; readonly seconds: number };

/** Everything that can run runs, whatever failed before it. */
const stages: readonly Stage[] = [
  { name: 'Debian packages', run: installPackages },
  { name: 'types', run: checkTypes },
  { name: 'lint', run: lint },
  { name: 'store of buckets', run: () => startTestGateway(!process.argv.includes('--no-install')) },
  // Before the unit tests: those that start commands in processes of their own start the built ones.
  { name: 'build', run: () => build(root).then(() => 0) },
  { name: 'unit', run: runUnit },
  { name: 'end to end', run: () => runEndToEnd() },
];

/** Tests run on virtual displays, also where there is a real one. */
async function installPackages(): Promise<number> {
  const install = !process.argv.includes('--no-install');
  return (await ensurePackages({ install }, machineSteps({ display: true }))) ? 0 : 1;
}

async function runStage(stage: Stage): Promise<Outcome> {
  console.log(`\n── ${stage.name} ──`);
  const started = performance.now();
  let ok = false;
  try {
    ok = (await stage.run()) === 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  return { name: stage.name, ok, seconds: (performance.now() - started) / 1000 };
}

/** Failures that are named: what reads the end of a long log sees what failed there. */
const MOST_NAMED = 12;

function report(outcomes: readonly Outcome[], results: Results): void {
  console.log('\n── summary ──');
  for (const { name, ok, seconds } of outcomes) {
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
  }
  for (const name of results.failures.slice(0, MOST_NAMED)) console.log(`FAILED  ${name}`);
  if (results.again > 0) console.log(`${results.again} passed only at the second try: see ‘flaky’ above.`);
  console.log(`${results.passed} passed, ${results.failed} failed`);
}

for (const file of Object.values(reports)) await rm(join(root, file), { force: true });
const outcomes: Outcome[] = [];
for (const stage of stages) outcomes.push(await runStage(stage));
await stopTestGateway();
const none: Results = { passed: 0, again: 0, failed: 0, failures: [] };
const unit = (await readVitest(reports.unit)) ?? none;
const endToEnd = (await readPlaywright(reports.endToEnd)) ?? none;
// A stage that failed without a failed test (types, lint, a run that never began) must not look like a success.
const otherFailures = outcomes.filter(({ name, ok }) => {
  if (ok) return false;
  if (name === 'unit') return unit.failed === 0;
  return name !== 'end to end' || endToEnd.failed === 0;
}).length;
report(outcomes, {
  passed: unit.passed + endToEnd.passed,
  again: unit.again + endToEnd.again,
  failed: unit.failed + endToEnd.failed + otherFailures,
  failures: [...unit.failures, ...endToEnd.failures],
});
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
