import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The import plan, between dropping and the table. */
export class PlanPage {
  readonly #page: Page;
  readonly list: Locator;
  readonly toTable: Locator;
  readonly acceptAll: Locator;
  readonly look: Locator;
  /** The line that the keyboard is on. */
  readonly active: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.list = window.getByRole('grid', { name: 'What is proposed, by folder' });
    this.toTable = window.getByRole('button', { name: 'To the table' });
    this.acceptAll = window.getByRole('button', { name: 'Accept all' });
    this.look = window.getByRole('complementary', { name: /^Look into / });
    this.active = this.list.getByRole('row', { selected: true });
  }

  /** The lines whose folder or kind is called so, or that say so. */
  line(text: string | RegExp): Locator {
    return this.list.getByRole('row').filter({ hasText: text });
  }

  /** Waits until all was read and the plan is there. */
  async ready(): Promise<void> {
    await this.list.waitFor();
    await this.#page.getByRole('progressbar', { name: 'Files read' }).waitFor({ state: 'detached' });
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** Walks to a line with the arrow keys. */
  async walkTo(text: string | RegExp): Promise<void> {
    await this.press('Home');
    const lines = await this.list.getByRole('row').count();
    for (let step = 0; step < lines; step += 1) {
      if ((await this.active.filter({ hasText: text }).count()) > 0) return;
      await this.press('ArrowDown');
    }
    throw new Error(`No line of the plan says ${text}.`);
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }
}
