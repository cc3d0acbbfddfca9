import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gatewayConfig } from './gateway-config.ts';

const run = promisify(execFile);

/** Debian's packages of the gateway: 64 MB. */
export const GATEWAY_PACKAGES = ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph-common'] as const;
/** The user that a gateway is started with. */
export const GATEWAY_KEYS = { accessKeyId: 'kitbag', secretAccessKey: 'kitbagsecret' } as const;

/** A second user, who may do only what a bucket's policy lets them. */
export const GATEWAY_REP = {
  user: 'kitbag-rep',
  accessKeyId: 'kitbagrep',
  secretAccessKey: 'kitbagrepsecret',
} as const;

/** One step of starting may take this long on a busy machine. Milliseconds. */
const STEP_MS = 120_000;
/** The gateway's checksums between its parts cost nothing here; its usual protocol needs keys. */
const CLIENT = ['-n', 'client.admin', '--ms_mon_client_mode=crc'];

/** A running gateway. */
export type Gateway = { readonly endpoint: string; stop(): Promise<void> };

/** Whether Ceph's programs are installed. */
export function hasGateway(): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph'].every((program) =>
    folders.some((folder) => existsSync(join(folder, program))),
  );
}

/** Starts Ceph's gateway in memory on free ports of this machine. Throws what Ceph says when it does not start. */
export async function startGateway(): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'kitbag-gateway-'));
  const [gateway, monitor, monitorOld] = await Promise.all([freePort(), freePort(), freePort()]);
  const endpoint = `http://127.0.0.1:${gateway}`;
  try {
    await prepare(folder, { gateway, monitor, monitorOld });
    await startParts(folder, gateway, endpoint);
  } catch (error) {
    await stop(folder);
    throw error;
  }
  return { endpoint, stop: () => stop(folder) };
}

async function prepare(
  folder: string,
  ports: { readonly gateway: number; readonly monitor: number; readonly monitorOld: number },
): Promise<void> {
  for (const part of ['mon', 'mgr', 'osd', 'run', 'log']) await mkdir(join(folder, part));
  const fsid = randomUUID();
  await writeFile(join(folder, 'ceph.conf'), gatewayConfig(folder, fsid, ports));
  const keyring = join(folder, 'keyring');
  const all = ['--cap', 'mon', 'allow *', '--cap', 'osd', 'allow *', '--cap', 'mgr', 'allow *'];
  await ceph(folder, 'ceph-authtool', [
    ...['--create-keyring', keyring, '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *'],
  ]);
  await ceph(folder, 'ceph-authtool', [keyring, '--gen-key', '-n', 'client.admin', ...all]);
  const monmap = join(folder, 'monmap');
  const address = `[v2:127.0.0.1:${ports.monitor},v1:127.0.0.1:${ports.monitorOld}]`;
  await ceph(folder, 'monmaptool', ['--create', '--clobber', '--addv', 'a', address, '--fsid', fsid, monmap]);
  await ceph(folder, 'ceph-mon', ['--mkfs', '-i', 'a', '--monmap', monmap, '--keyring', keyring]);
}

async function startParts(folder: string, port: number, endpoint: string): Promise<void> {
  await ceph(folder, 'ceph-mon', ['-i', 'a']);
  const osd = randomUUID();
  await ceph(folder, 'ceph', ['--connect-timeout', '60', 'osd', 'new', osd]);
  await writeFile(join(folder, 'osd/fsid'), osd);
  await ceph(folder, 'ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', osd]);
  await ceph(folder, 'ceph-osd', ['-i', '0']);
  await ceph(folder, 'ceph', ['osd', 'crush', 'add', 'osd.0', '1', 'host=localhost', 'root=default']);
  const log = openSync(join(folder, 'log/gateway.log'), 'w');
  const frontend = ['--rgw-frontends', `beast endpoint=127.0.0.1:${port}`];
  const child = spawn('radosgw', ['-f', ...CLIENT, ...frontend], {
    env: environment(folder),
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.unref();
  await writeFile(join(folder, 'run/gateway.pid'), String(child.pid));
  await answering(endpoint);
  await makeUser(folder, 'kitbag', GATEWAY_KEYS);
  await makeUser(folder, GATEWAY_REP.user, GATEWAY_REP);
}

async function makeUser(
  folder: string,
  user: string,
  { accessKeyId, secretAccessKey }: { readonly accessKeyId: string; readonly secretAccessKey: string },
): Promise<void> {
  const keys = ['--access-key', accessKeyId, '--secret-key', secretAccessKey];
  await ceph(folder, 'radosgw-admin', [
    ...[...CLIENT, 'user', 'create', `--uid=${user}`, `--display-name=${user}`, ...keys],
  ]);
}

async function answering(endpoint: string): Promise<void> {
  for (const until = Date.now() + STEP_MS; ; ) {
    try {
      await fetch(endpoint);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(250);
    }
  }
}

async function ceph(folder: string, program: string, args: readonly string[]): Promise<void> {
  await run(program, [...args], { env: environment(folder), timeout: STEP_MS });
}

function environment(folder: string): NodeJS.ProcessEnv {
  const config = join(folder, 'ceph.conf');
  return { ...process.env, CEPH_CONF: config, CEPH_ARGS: `-c ${config}` };
}

/** Ends the parts by the ids that they wrote down, the gateway first, and removes their folder. */
async function stop(folder: string): Promise<void> {
  const names = await readdir(join(folder, 'run')).catch(() => []);
  const pids = names.filter((name) => name.endsWith('.pid')).sort((a) => (a === 'gateway.pid' ? -1 : 1));
  for (const name of pids) {
    const pid = Number(await readFile(join(folder, 'run', name), 'utf8'));
    // Everything in it is in memory and thrown away: there is nothing to end in order.
    if (Number.isSafeInteger(pid) && pid > 1) kill(pid);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('There is no free port.'));
      });
    });
  });
}
