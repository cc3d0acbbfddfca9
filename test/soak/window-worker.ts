import { launchKitbag, type RunningKitbag } from '../e2e/support/launch.ts';

/** The address of an asset's link. */
const ASSET = /\/asset\/(a_[0-9a-z]+)/;

/** A replica that is worked on in the real window. */
export class WindowWorker {
  readonly data: string;
  #running: RunningKitbag | undefined;
  ratings = 0;
  requests = 0;
  cuts = 0;

  constructor(data: string) {
    this.data = data;
  }

  async open(): Promise<void> {
    this.#running ??= await launchKitbag({ data: this.data });
    await this.#running.window.locator('[data-screen][data-ready="true"]').waitFor({ timeout: 60_000 });
  }

  /** Rates an asset of the library by its key, as a rep does after a call. */
  async rate(pick: (count: number) => number, value: number): Promise<void> {
    const { window } = this.#here();
    await window.evaluate(() => {
      globalThis.location.hash = '/library';
    });
    await window.locator('[data-screen][data-ready="true"]').waitFor();
    const assets = new Set<string>();
    for (const link of await window.getByRole('link').all()) {
      const found = ASSET.exec((await link.getAttribute('href')) ?? '');
      if (found?.[1] !== undefined) assets.add(found[1]);
    }
    const asset = [...assets][pick(assets.size)];
    if (asset === undefined) return;
    await window.evaluate((id) => {
      globalThis.location.hash = `/asset/${id}`;
    }, asset);
    await window.locator('[data-screen][data-ready="true"]').waitFor();
    const bar = window.getByRole('region', { name: 'Your rating' });
    await bar.getByRole('button', { name: new RegExp(`^${value} of 5`) }).click();
    this.ratings += 1;
  }

  /** Asks for content in the drawer. */
  async ask(title: string): Promise<void> {
    const { window } = this.#here();
    await window.keyboard.press('Control+Shift+R');
    const drawer = window.getByRole('dialog', { name: 'Ask for content' });
    await drawer.waitFor();
    await drawer.getByRole('textbox', { name: 'What is missing?' }).fill(title);
    await drawer
      .getByRole('button', { name: /^(Ask|Send)/ })
      .first()
      .click();
    await drawer.waitFor({ state: 'hidden' });
    this.requests += 1;
  }

  /** Ends all processes at once. */
  async pullThePlug(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.cuts += 1;
    await running?.pullThePlug();
  }

  async close(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.close();
  }

  /** Errors of the page since its start. */
  problems(): readonly string[] {
    return this.#running?.problems ?? [];
  }

  #here(): RunningKitbag {
    if (this.#running === undefined) throw new Error('The window is not open.');
    return this.#running;
  }
}
