import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { startVirtualDisplay } from '../../../scripts/electron-runtime/virtual-display.ts';
import type { Role } from '../../../src/shared/vocabulary/roles.ts';
import { type LaunchOptions, launchKitbag, type RunningKitbag } from './launch.ts';
import { copySample } from './sample-replica.ts';
import { waitUntilReady } from './window-controls.ts';

export type Launch = (options?: Partial<LaunchOptions>) => Promise<RunningKitbag>;

type TestFixtures = {
  /** A fresh folder for this test's replica. */
  readonly dataFolder: string;
  /** Starts the application; every start is closed and looked over when the test ends. */
  readonly launch: Launch;
  /** Starts the application where the sample hub is there already, as Dana Whitfield in this role. */
  readonly launchSample: (role: Role) => Promise<RunningKitbag>;
  /** The application, started on the fresh folder. */
  readonly kitbag: RunningKitbag;
};

type WorkerFixtures = {
  /** A virtual display for this worker alone, so that two windows do not take each other's focus and clipboard. */
  readonly display: string;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to see what a fixture needs
    async ({}, use) => {
      const virtual = process.env.KITBAG_E2E_SHOW ? undefined : await startVirtualDisplay();
      const display = virtual?.display ?? process.env.DISPLAY ?? '';
      if (process.platform === 'linux' && display === '') {
        throw new Error('There is no display and no Xvfb. Install it: apt-get install -y xvfb xauth');
      }
      await use(display);
      virtual?.stop();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kitbag-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  launch: async ({ dataFolder, display }, use) => {
    const started: RunningKitbag[] = [];
    await use(async (options = {}) => {
      const env = { DISPLAY: display, ...options.env };
      const running = await launchKitbag({ data: dataFolder, ...options, env });
      started.push(running);
      return running;
    });
    for (const running of started) await lookOver(running);
  },
  launchSample: async ({ dataFolder, launch }, use) => {
    await use(async (role) => {
      await copySample(role, dataFolder);
      const running = await launch();
      await waitUntilReady(running);
      return running;
    });
  },
  kitbag: async ({ launch }, use) => {
    await use(await launch());
  },
});

/** After each test: nothing tried to leave the computer, the page complained of nothing, the application quits. */
async function lookOver(running: RunningKitbag): Promise<void> {
  const blocked = running.closed ? undefined : await running.blockedRequests();
  await running.close();
  expect(blocked?.targets ?? [], 'requests that would have left the computer').toEqual([]);
  expect(running.problems, 'what the page complained of').toEqual([]);
}

export { expect };
