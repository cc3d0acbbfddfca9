import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { NEVER_MS } from '../../../scripts/test-patience.ts';
import type { KitbagShell } from '../../../src/contract/shell.ts';

declare global {
  interface Window {
    readonly kitbag: KitbagShell;
  }
  /** Put there by the main process for these tests. */
  var kitbagTestHooks: {
    readonly blocked: { readonly count: number; readonly targets: Set<string> };
    readonly enginePid: () => number | undefined;
  };
}

/** The variable in which the set-up tells the workers which Electron to start. */
export const executableVariable = 'KITBAG_E2E_EXECUTABLE';

const root = join(import.meta.dirname, '../../..');
const startWhenDriven = join(import.meta.dirname, 'start-when-driven.cjs');
const moveClock = join(import.meta.dirname, 'move-clock.cjs');
const DAY_MS = 86_400_000;
/** Without a keyring, whatever desktop the tests run on: nobody is asked to unlock it, and the command line opens the same replicas. */
const quiet = ['--disable-gpu', '--log-level=3', '--password-store=basic'];

/** How to start the application. */
export type LaunchOptions = {
  readonly data: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** By how many days the engine's clock is ahead of this computer's; negative where it is behind. */
  readonly daysAhead?: number;
};

/** A started application and what a test can learn about it. */
export class RunningKitbag {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly data: string;
  /** Errors on the page's console, exceptions, and refusals of its policy; a test that provokes one empties the list. */
  readonly problems: string[];
  /** What the processes wrote to standard error. */
  readonly log: string[];
  #closed = false;

  constructor(app: ElectronApplication, window: Page, data: string, problems: string[], log: string[]) {
    this.app = app;
    this.window = window;
    this.data = data;
    this.problems = problems;
    this.log = log;
    app.on('close', () => {
      this.#closed = true;
    });
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Requests that would have left the computer: how many, and where to. */
  blockedRequests(): Promise<{ count: number; targets: string[] }> {
    return this.app.evaluate(() => {
      const { blocked } = globalThis.kitbagTestHooks;
      return { count: blocked.count, targets: [...blocked.targets] };
    });
  }

  /** The engine's process id. */
  enginePid(): Promise<number | undefined> {
    return this.app.evaluate(() => globalThis.kitbagTestHooks.enginePid());
  }

  /** Ends the engine at once, as a crash or a full memory would, and waits until another one runs. */
  async killEngine(): Promise<void> {
    const pid = await this.enginePid();
    if (pid === undefined) throw new Error('There is no engine to kill.');
    process.kill(pid, 'SIGKILL');
    for (let tries = 0; tries < 200; tries++) {
      const now = await this.enginePid();
      if (now !== undefined && now !== pid) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('No engine came back within 10 s.');
  }

  /** Quits as a person would; throws where the application did not end in time and had to be killed. */
  async close(): Promise<void> {
    if (this.#closed) return;
    const child = this.app.process();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), NEVER_MS);
    });
    const outcome = await Promise.race([this.app.close().then(() => 'closed' as const), late]);
    clearTimeout(timer);
    if (outcome === 'closed') return;
    child.kill('SIGKILL');
    throw new Error(`The application did not quit within ${NEVER_MS / 1000} s.\n${this.log.join('')}`);
  }

  /** Ends everything at once, as a power cut would. */
  async pullThePlug(): Promise<void> {
    const engine = await this.enginePid();
    const gone = this.app.waitForEvent('close');
    if (engine !== undefined) process.kill(engine, 'SIGKILL');
    this.app.process().kill('SIGKILL');
    await gone;
  }
}

/** Starts the application on a data folder and waits for its window. */
export async function launchKitbag(options: LaunchOptions): Promise<RunningKitbag> {
  const executablePath = process.env[executableVariable];
  if (!executablePath) throw new Error('The set-up did not say which Electron to start.');
  const { daysAhead } = options;
  const before = ['-r', startWhenDriven, ...(daysAhead === undefined ? [] : ['-r', moveClock])];
  const clock = daysAhead === undefined ? {} : { KITBAG_TEST_CLOCK: String(daysAhead * DAY_MS) };
  const app = await _electron.launch({
    executablePath,
    args: [...before, root, '--data', options.data, ...quiet, ...(options.args ?? [])],
    env: { ...definedEnvironment(), ...clock, ...options.env },
    chromiumSandbox: process.getuid?.() !== 0,
    // Playwright would otherwise say 'light' whatever the application chooses.
    colorScheme: null,
    timeout: NEVER_MS,
  });
  const problems: string[] = [];
  const log: string[] = [];
  app.process().stderr?.on('data', (chunk: Buffer) => log.push(chunk.toString('utf8')));
  app.on('window', (page) => watch(page, problems));
  app.context().setDefaultTimeout(NEVER_MS);
  const window = await app.firstWindow({ timeout: NEVER_MS });
  watch(window, problems);
  return new RunningKitbag(app, window, options.data, problems, log);
}

const watched = new WeakSet<Page>();

function watch(page: Page, problems: string[]): void {
  if (watched.has(page)) return;
  watched.add(page);
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
