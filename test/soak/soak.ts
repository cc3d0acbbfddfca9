import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhereStale } from '../../scripts/build/build.ts';
import { ensurePackages, machineSteps } from '../../scripts/electron-runtime/ensure-packages.ts';
import { findRuntime } from '../../scripts/electron-runtime/runtime.ts';
import { hasDisplay, startVirtualDisplay } from '../../scripts/electron-runtime/virtual-display.ts';
import { executableVariable } from '../e2e/support/launch.ts';
import { createSeededRandom } from '../support/stores/seeded-random.ts';
import { CommandLine } from './command-line.ts';
import { WindowWorker } from './window-worker.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' } },
});
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kitbag-soak-'));
const hub = join(folder, 'hub');
const seed = Number(values.seed);
/** One sequence for each worker, so that the pace of one does not change what another does. */
const chances = new Map<string, ReturnType<typeof createSeededRandom>>();
const failures: string[] = [];

function below(who: string, count: number): number {
  const random = chances.get(who) ?? createSeededRandom(seed, who);
  chances.set(who, random);
  return random.below(count);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a marketer at a command line does. */
async function work(line: CommandLine, round: number, assets: string[]): Promise<void> {
  const { name } = line;
  const asset = assets[below(name, Math.max(1, assets.length))];
  switch (below(name, 6)) {
    case 0: {
      const file = join(folder, 'files', `${name} ${round}.md`);
      writeFileSync(file, `# ${name} ${round}\n\nPayback in ${round} months, proof number ${round}.\n`);
      const words = ['--stage', 'decision', '--persona', 'cfo'];
      await line.run('import', file, ...words);
      break;
    }
    case 1:
      await line.run('request', `${name} needs proof ${round}`, '--stage', 'decision');
      break;
    case 2:
      if (asset !== undefined)
        await line.run('rate', asset, String(1 + below(name, 5)), '--comment', `round ${round}`);
      break;
    default:
      await line.run('sync');
  }
}

async function commandLineWorker(line: CommandLine, until: number, assets: string[]): Promise<void> {
  for (let round = 1; Date.now() < until; round += 1) {
    try {
      await work(line, round, assets);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
    await wait(below(line.name, 300));
  }
}

/** A rep at a window, who is cut off now and then. */
async function windowWorker(worker: WindowWorker, until: number): Promise<void> {
  for (let round = 1; Date.now() < until; round += 1) {
    try {
      await worker.open();
      if (below('window', 4) === 0) await worker.ask(`The rep needs proof ${round}`);
      else await worker.rate((count) => below('window', Math.max(1, count)), 1 + below('window', 5));
      if (below('window', 12) === 0) await worker.pullThePlug();
    } catch (error) {
      failures.push(`window, round ${round}: ${error instanceof Error ? error.message : String(error)}`);
      await worker.pullThePlug().catch(() => undefined);
    }
    await wait(500 + below('window', 2000));
  }
}

/** Kills one of the command lines in the middle of something. */
async function killer(lines: readonly CommandLine[], until: number): Promise<void> {
  while (Date.now() < until) {
    await wait(2000 + below('killer', 6000));
    lines[below('killer', lines.length)]?.kill();
  }
}

/** Sees to it that a window can be opened, on a virtual display where there is none; answers how that one ends. */
async function openDisplay(): Promise<() => void> {
  const display = hasDisplay();
  if (!(await ensurePackages({ install: true }, machineSteps({ display: !display })))) process.exit(2);
  if (display) return () => undefined;
  const virtual = await startVirtualDisplay();
  if (virtual === undefined) throw new Error('There is no display, and no Xvfb to make a virtual one.');
  process.env.DISPLAY = virtual.display;
  return virtual.stop;
}

async function prepare(): Promise<{
  anna: CommandLine;
  ben: CommandLine;
  rep: CommandLine;
  assets: string[];
}> {
  await buildWhereStale(root);
  process.env[executableVariable] = (await findRuntime(root)).executable;
  const anna = new CommandLine('anna', join(folder, 'anna'));
  const ben = new CommandLine('ben', join(folder, 'ben'));
  const rep = new CommandLine('rep', join(folder, 'rep'));
  await anna.run('init', '--name', 'Anna');
  mkdirSync(join(folder, 'files'));
  for (let index = 1; index <= 8; index += 1)
    writeFileSync(
      join(folder, 'files', `start ${index}.md`),
      `# Start ${index}\n\nSeven months, ${index}.\n`,
    );
  await anna.run('import', join(folder, 'files'), '--stage', 'decision', '--persona', 'cfo');
  await anna.run('hub', 'create', hub, '--name', 'Soak', '--open');
  await ben.run('hub', 'join', hub, '--name', 'Ben');
  await rep.run('hub', 'join', hub, '--name', 'Rep');
  await anna.run('sync');
  await anna.run('grant', 'Ben', 'marketer');
  await anna.run('sync');
  await ben.run('sync');
  const { json } = await anna.run('search', 'months', '--limit', '8');
  return { anna, ben, rep, assets: assetsIn(json) };
}

function assetsIn(json: unknown): string[] {
  return [...JSON.stringify(json).matchAll(/"assetId":"(a_[0-9a-z]+)"/g)].map(([, id]) => id ?? '');
}

async function verdict(lines: readonly CommandLine[]): Promise<boolean> {
  for (let round = 0; round < 3; round += 1) for (const line of lines) await line.run('sync');
  let good = failures.length === 0;
  const hashes = new Set<string>();
  for (const line of lines) {
    const { hash, events } = await line.stateHash();
    hashes.add(hash);
    const { code, err, json } = await line.attempt('verify');
    const problems = JSON.stringify(json);
    console.log(
      `${line.name}: ${hash.slice(0, 16)}…, ${events} events, verify ${code} ${code === 0 ? '' : `${problems} ${err}`}`,
    );
    if (code !== 0) good = false;
  }
  return good && hashes.size === 1;
}

const closeDisplay = await openDisplay();
const { anna, ben, rep, assets } = await prepare();
const worker = new WindowWorker(rep.data);
const until = Date.now() + Number(values.minutes) * 60_000;
console.log(`Working for ${values.minutes} minutes in ${folder}, seed ${seed}.`);
await Promise.all([
  commandLineWorker(anna, until, assets),
  commandLineWorker(ben, until, assets),
  windowWorker(worker, until),
  killer([anna, ben], until),
]);
await worker.close();
closeDisplay();
const same = await verdict([anna, ben, rep]);
const { ratings, requests, cuts } = worker;
console.log(
  `${anna.commands + ben.commands} commands (${anna.killed + ben.killed} killed); window: ${ratings} ratings, ${requests} requests, ${cuts} power cuts.`,
);
for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`);
console.log(same ? 'All replicas agree.' : 'The replicas do NOT agree, or something failed.');
if (same) rmSync(folder, { recursive: true, force: true });
process.exitCode = same ? 0 : 1;
