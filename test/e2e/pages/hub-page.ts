import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';
import { answerOpenDialogs } from '../support/window-controls.ts';

/** Sharing and joining a hub, the Sync page, and files that are not on this device. */
export class HubPage {
  readonly sync: Locator;
  readonly state: Locator;
  readonly devices: Locator;
  readonly away: Locator;
  readonly arrivals: Locator;
  readonly #kitbag: RunningKitbag;
  readonly #page: Page;

  constructor(kitbag: RunningKitbag) {
    const page = kitbag.window;
    this.#kitbag = kitbag;
    this.#page = page;
    const rail = page.getByRole('navigation', { name: 'Screens' });
    this.sync = rail.getByRole('link', {
      name: /^(Private hub|Synced|Pending|Syncing|Behind|Blocked|Offline|Waiting to be let in|Not a member)$/,
    });
    this.state = page.getByRole('region', { name: 'State' });
    this.devices = page.getByRole('region', { name: 'Table of devices' }).getByRole('row');
    this.away = page.getByRole('heading', { name: /^This file isn’t on this device/ });
    this.arrivals = rail.getByRole('link', { name: /^Home/ });
  }

  /** The device's line in the table. */
  device(person: string): Locator {
    return this.devices.filter({ hasText: person });
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name });
  }

  field(name: string): Locator {
    return this.#page.getByRole('textbox', { name });
  }

  /** What the next dialog for a folder answers. */
  chooses(folder: string): Promise<void> {
    return answerOpenDialogs(this.#kitbag, [folder]);
  }

  /** Opens the page about the exchange. */
  async openSync(): Promise<void> {
    await this.sync.click();
    await expect(this.#page.getByRole('region', { name: 'Sync', exact: true })).toHaveAttribute(
      'data-ready',
      'true',
    );
  }

  /** Shares the private hub at a folder, from the Sync page. */
  async share(folder: string, name: string, admission = /only my team can/): Promise<void> {
    await answerOpenDialogs(this.#kitbag, [folder]);
    await this.openSync();
    await this.button('Share this hub').click();
    await this.button('Choose a folder…').click();
    await this.field('Name of the hub').fill(name);
    await this.#page.getByRole('radio', { name: admission }).check();
    await this.button('Share here').click();
    await expect(this.#page.getByText(`${name} is shared.`)).toBeVisible();
    await this.button('Done').click();
  }

  /** Joins the hub of a folder, on the first start; resolves when one is in. */
  async join(
    folder: string,
    as: { readonly name: string; readonly code?: string },
    look: () => Promise<void> | undefined = () => undefined,
  ): Promise<void> {
    await this.beginJoining(folder, as, look);
    await this.isIn();
  }

  /** One is in: the screens are there. */
  async isIn(): Promise<void> {
    await expect(this.#page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  }

  /** Asks to join the hub of a folder, on the first start. */
  async beginJoining(
    folder: string,
    as: { readonly name: string; readonly code?: string },
    look: () => Promise<void> | undefined = () => undefined,
  ): Promise<void> {
    await answerOpenDialogs(this.#kitbag, [folder]);
    await this.button('Choose its folder…').click();
    await this.#page.getByRole('heading', { level: 1, name: /^Join / }).waitFor();
    await this.field('Your name').fill(as.name);
    if (as.code !== undefined) {
      await this.button(/already use this hub on another device/).click();
      await this.field('Code of your other device').fill(as.code);
    }
    await look();
    await this.button('Join').and(this.#page.locator('[type=submit]')).click();
  }

  /** What is kept on this device, on the settings screen. */
  get kept(): Locator {
    return this.#page.getByRole('radiogroup', { name: 'Files kept on this device' });
  }

  /** Chooses what is kept; what would be given up is only said. */
  async choose(what: 'All files' | 'Up to a size' | 'What I choose'): Promise<void> {
    await this.kept.getByText(what).click();
  }

  /** How many files are said to be here. */
  filesHere(count: number): Locator {
    return this.#page.getByText(new RegExp(`^${count} files? here, `));
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }

  /** Waits until the rail says a word of the vocabulary. */
  async says(word: string, timeout = 20_000): Promise<void> {
    await expect(this.sync).toHaveText(word, { timeout });
  }
}
