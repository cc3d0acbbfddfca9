import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The windows of a presentation. */
export class ShowPage {
  readonly #kitbag: RunningKitbag;

  constructor(kitbag: RunningKitbag) {
    this.#kitbag = kitbag;
  }

  /** The window of the audience, or of the presenter, once it is there. */
  async window(role: 'audience' | 'presenter'): Promise<Page> {
    const is = (page: Page): boolean => page.url().endsWith(`?show=${role}`);
    const page = this.#kitbag.app.windows().find(is) ?? (await this.#kitbag.app.waitForEvent('window', is));
    await page.locator('main').waitFor();
    return page;
  }

  /** Which windows there are beside the main one. */
  roles(): string[] {
    return this.#kitbag.app
      .windows()
      .flatMap((page) => /\?show=(\w+)$/.exec(page.url())?.[1] ?? [])
      .sort();
  }

  /** Escape ends it: the window that heard the key is gone before it is let go. */
  async end(page: Page): Promise<void> {
    await page.keyboard.press('Escape').catch(() => undefined);
    await expect.poll(() => this.roles()).toEqual([]);
  }

  /** Where the window of a role lies. */
  bounds(role: string): Promise<Electron.Rectangle | undefined> {
    return this.#kitbag.app.evaluate(
      ({ BrowserWindow }, wanted) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => webContents.getURL().endsWith(`?show=${wanted}`))
          ?.getBounds(),
      role,
    );
  }
}

/** The place of the slide that the audience sees; 0 for the first. */
export function shownAt(audience: Page): Promise<string | null> {
  return audience.locator('main').getAttribute('data-at');
}

/** The slide that is painted on the audience's display, and how wide its picture is; null while there is none. */
export function painted(audience: Page): Promise<{ at: string; width: number; box: number } | null> {
  return audience.evaluate(() => {
    const canvas = document.querySelector('canvas');
    return canvas?.dataset.painted === undefined
      ? null
      : {
          at: canvas.dataset.painted,
          width: canvas.width,
          box: Math.round(canvas.getBoundingClientRect().width),
        };
  });
}

/** What the presenter's window is made of. */
export const presenterParts = {
  notes: (page: Page): Locator => page.getByRole('region', { name: 'Notes' }),
  next: (page: Page): Locator => page.getByRole('region', { name: 'Next page' }),
  pages: (page: Page): Locator => page.getByRole('navigation', { name: 'Pages' }).getByRole('button'),
  told: (page: Page): Locator => page.getByRole('alert'),
};
