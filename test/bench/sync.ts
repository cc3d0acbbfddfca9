import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillJournal } from './sync/fill-journal.ts';
import { bundleHub, makeHub } from './sync/made-hub.ts';
import {
  measureFirstContact,
  measureFolding,
  measureIdlePoll,
  measurePush,
  measureRestart,
} from './sync/steps.ts';

/**
 * The exchange with a hub of many devices: first contact, an idle poll, folding, a push, a restart. Arguments: how many assets, events and
 * devices; further ones name the only steps to run. Each step is a process of its own. Prints JSON.
 */

const DELAY_MS = 30;
const OWN_EVENTS = 100_000;
const [command = '10000', ...rest] = process.argv.slice(2);
if (/^\d+$/u.test(command)) measureAll([command, ...rest]);
else console.log(JSON.stringify((await step(command, rest)) ?? {}));

async function step(name: string, [folder = '', ...more]: readonly string[]): Promise<unknown> {
  const at = (place: string): string => join(folder, place);
  const [assets = 0, events = 0, devices = 0] = more.map(Number);
  switch (name) {
    case 'make':
      return makeHub(at('hub'), { assets, events, devices, texts: false });
    case 'make-with-texts':
      return makeHub(at('hub-with-texts'), { assets, events, devices, texts: true });
    case 'first-contact':
      return measureFirstContact(at('hub'), at('data'), 0, false);
    case 'first-contact-delayed':
      return measureFirstContact(at('hub'), at('data-delayed'), DELAY_MS, false);
    case 'bundle':
      return bundleHub(at('hub'));
    case 'first-contact-bundle':
      return measureFirstContact(at('hub'), at('data-bundle'), 0);
    case 'first-contact-bundle-delayed':
      return measureFirstContact(at('hub'), at('data-bundle-delayed'), DELAY_MS);
    case 'first-contact-texts':
      return measureFirstContact(at('hub-with-texts'), at('data-texts'), 0);
    case 'idle-poll':
      return measureIdlePoll(at('hub'), at('data'));
    case 'folding':
      return measureFolding(at('data'));
    case 'push':
      return measurePush(at('data'), at('data-delayed'));
    case 'restart-many-devices':
      return measureRestart(at('data'));
    case 'fill-own':
      return fillJournal(at('own'), assets, OWN_EVENTS);
    case 'restart-own-events':
      return measureRestart(at('own'));
    default:
      throw new Error(`There is no step '${name}'.`);
  }
}

function measureAll([assets = '10000', events = '50000', devices = '500']: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'kitbag-bench-'));
  const run = (name: string): unknown => {
    const self = fileURLToPath(import.meta.url);
    const ran = spawnSync(process.execPath, [self, name, folder, assets, events, devices], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    if (ran.status !== 0) throw new Error(`The step '${name}' ended with code ${ran.status}.`);
    return JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '');
  };
  try {
    run('make');
    run('make-with-texts');
    run('fill-own');
    console.log(
      JSON.stringify({
        firstContact: {
          folder: run('first-contact'),
          [`folder, ${DELAY_MS} ms a call`]: run('first-contact-delayed'),
          bundleWritten: run('bundle'),
          'folder, bundle': run('first-contact-bundle'),
          [`folder, ${DELAY_MS} ms a call, bundle`]: run('first-contact-bundle-delayed'),
          'folder, with texts': run('first-contact-texts'),
        },
        idlePoll: run('idle-poll'),
        folding: run('folding'),
        push: run('push'),
        restart: {
          'many devices': run('restart-many-devices'),
          'own events': run('restart-own-events'),
        },
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
