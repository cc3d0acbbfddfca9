import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasGateway, startGateway } from '../../scripts/gateway/start-gateway.ts';
import { makeBucket } from '../support/bucket/bucket-for-tests.ts';
import { gateway, startNpmServer } from '../support/bucket/servers.ts';
import { fill, firstContact, requests, seenElsewhere, simulated } from './sync/bucket-steps.ts';
import { makeHub } from './sync/made-hub.ts';
import { monthlyCosts } from './sync/monthly-costs.ts';
import { measureFirstContact, measureFolding } from './sync/steps.ts';
import { measureUpload, uploadVideo } from './sync/upload-steps.ts';

/**
 * A hub in a bucket: first contact beside a folder's, requests and what they cost, a push seen elsewhere, a video killed at half, thousands of
 * devices. Arguments: how many assets, events and devices, and of the simulated hub. Each step is a process of its own. Prints JSON.
 */

const SERVER = { region: 'us-east-1', keys: { accessKeyId: 'kitbag', secretAccessKey: 'kitbagsecret' } };
const DELAY_MS = 30;
const [command = '10000', ...rest] = process.argv.slice(2);
if (/^\d+$/u.test(command)) await measureAll([command, ...rest]);
else console.log(JSON.stringify((await step(command, rest)) ?? {}));

async function step(name: string, [folder = '', ...more]: readonly string[]): Promise<unknown> {
  const at = (place: string): string => join(folder, place);
  const [first = '', assets = '0', events = '0', devices = '0'] = more;
  const sizes = { assets: Number(assets), events: Number(events), devices: Number(devices), texts: false };
  const server = () => gateway() ?? { ...SERVER, endpoint: process.env.KITBAG_S3 ?? '' };
  const made = () => ({ hub: at('hub'), server: server(), bucket: first });
  switch (name) {
    case 'make':
      return makeHub(at('hub'), sizes);
    case 'make-large':
      return makeHub(at('large'), sizes);
    case 'fill':
      return fill(made());
    case 'folder':
      return measureFirstContact(at('hub'), at('data-folder'), DELAY_MS, false);
    case 'bucket':
      return firstContact(made(), at('data-a'), DELAY_MS);
    case 'second':
      return firstContact(made(), at('data-b'), DELAY_MS);
    case 'requests':
      return requests(made(), at('data-a'));
    case 'seen-elsewhere':
      return seenElsewhere(made(), at('data-a'), at('data-b'), DELAY_MS);
    case 'upload':
      return measureUpload(at('uploads'));
    case 'upload-video':
      return uploadVideo(first, folder);
    case 'simulated':
      return simulated(at('large'), at('data-large'));
    case 'folding':
      return measureFolding(at('data-large'));
    default:
      throw new Error(`There is no step '${name}'.`);
  }
}

async function measureAll([
  assets = '10000',
  events = '60000',
  devices = '500',
  manyAssets = '50000',
  manyDevices = '5000',
]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
  const server = await startServer();
  try {
    const bucket = await makeBucket(server);
    const run = (name: string, ...sizes: string[]) =>
      runStep([name, folder, bucket, ...sizes], server.environment);
    await run('make', assets, events, devices);
    const filled = await run('fill');
    const inFolder = await run('folder');
    const inBucket = await run('bucket');
    await run('second');
    const counted = await run('requests');
    const seen = await run('seen-elsewhere');
    const upload = await run('upload');
    await run('make-large', manyAssets, events, manyDevices);
    const many = await run('simulated');
    const folding = await run('folding');
    console.log(
      JSON.stringify({
        server: server.name,
        firstContact: {
          filled,
          [`folder, ${DELAY_MS} ms a call`]: inFolder,
          [`bucket, ${DELAY_MS} ms a request`]: inBucket,
        },
        requests: counted,
        monthlyCosts: monthlyCosts(counted as Awaited<ReturnType<typeof requests>>),
        seenElsewhere: seen,
        upload,
        many: { simulated: many, folding },
      }),
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The real one where it is installed, else the one from npm. */
async function startServer() {
  const there = gateway();
  if (there !== undefined) return { ...there, name: 'gateway', environment: {}, stop: async () => undefined };
  if (hasGateway()) {
    const started = await startGateway();
    const environment = { KITBAG_GATEWAY: started.endpoint };
    return { ...SERVER, ...started, name: 'gateway', environment };
  }
  const npm = await startNpmServer();
  return { ...npm, name: 'npm', environment: { KITBAG_S3: npm.endpoint } };
}

function runStep(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<unknown> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  let out = '';
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const line = out.trim().split('\n').at(-1) ?? '';
      console.error(`${args[0]}: ${line}`);
      if (code === 0) resolve(JSON.parse(line));
      else reject(new Error(`The step '${args[0]}' ended with code ${code}.`));
    });
  });
}
