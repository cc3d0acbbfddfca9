import type { Locator } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The screen that compares two versions. */
export class ComparePage {
  readonly screen: Locator;
  /** The pages, those that changed first. */
  readonly pages: Locator;
  readonly selected: Locator;
  readonly summary: Locator;
  /** What the publisher said of the later version. */
  readonly earlier: Locator;
  readonly later: Locator;
  readonly from: Locator;
  readonly to: Locator;
  readonly #window: RunningKitbag['window'];

  constructor({ window }: RunningKitbag) {
    this.#window = window;
    this.screen = window.locator('[data-screen^="What changed"][data-ready="true"]');
    this.pages = this.screen.getByRole('navigation', { name: 'Pages' }).getByRole('button');
    this.selected = this.screen.locator('button[aria-current="true"]');
    this.summary = this.screen.getByRole('status');
    this.earlier = this.screen.getByRole('region', { name: /^Version 1/ });
    this.later = this.screen.getByRole('region', { name: /^Version 2/ });
    this.from = this.screen.getByRole('combobox', { name: 'From' });
    this.to = this.screen.getByRole('combobox', { name: 'To' });
  }

  /** What came on the page that is looked at, and what went. */
  words(side: 'came' | 'went'): Locator {
    return side === 'came' ? this.later.locator('ins') : this.earlier.locator('del');
  }

  press(key: string): Promise<void> {
    return this.#window.keyboard.press(key);
  }
}
