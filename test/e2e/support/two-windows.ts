import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HubPage } from '../pages/hub-page.ts';
import { test as base } from './fixtures.ts';
import type { RunningKitbag } from './launch.ts';
import { makeReplica } from './replica.ts';
import { waitUntilReady } from './window-controls.ts';

/** One person's window, with its hub's pages. */
export type PersonsWindow = { readonly kitbag: RunningKitbag; readonly hub: HubPage };

type Fixtures = {
  /** A folder for this test: the hub is in `hub` below it. */
  readonly place: string;
  readonly hubFolder: string;
  /** Robin Vale, lead, with these files published in a hub that is shared. */
  readonly lead: (
    files?: readonly string[],
    options?: { readonly drafts?: boolean },
  ) => Promise<PersonsWindow>;
  /** Somebody who has joined. */
  readonly joiner: (
    name: string,
    code?: string,
    look?: (kitbag: RunningKitbag) => Promise<void>,
  ) => Promise<PersonsWindow>;
  /** Closes somebody's window and opens it again where the clock is so many days ahead of this computer's. */
  readonly again: (who: PersonsWindow, daysAhead: number) => Promise<PersonsWindow>;
};

/** Tests of a hub: windows with data folders of their own that meet in one folder. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern to see what a fixture needs
  place: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'kitbag-hub-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  hubFolder: async ({ place }, use) => {
    const folder = join(place, 'hub');
    await mkdir(folder);
    await use(folder);
  },
  lead: async ({ place, hubFolder, launch }, use) => {
    await use(async (files = [], options = {}) => {
      const data = join(place, 'lead');
      await makeReplica(data, { files, ...options });
      const kitbag = await launch({ data });
      await waitUntilReady(kitbag);
      const hub = new HubPage(kitbag);
      await hub.share(hubFolder, 'Team hub');
      return { kitbag, hub };
    });
  },
  joiner: async ({ place, hubFolder, launch }, use) => {
    await use(async (name, code, look) => {
      const kitbag = await launch({ data: join(place, name.toLowerCase().replace(/\W/g, '-')) });
      await waitUntilReady(kitbag);
      const hub = new HubPage(kitbag);
      await hub.join(hubFolder, { name, ...(code !== undefined && { code }) }, () => look?.(kitbag));
      return { kitbag, hub };
    });
  },
  again: async ({ launch }, use) => {
    await use(async ({ kitbag: before }, daysAhead) => {
      await before.close();
      const kitbag = await launch({ data: before.data, daysAhead });
      await waitUntilReady(kitbag);
      return { kitbag, hub: new HubPage(kitbag) };
    });
  },
});

export { expect } from './fixtures.ts';
