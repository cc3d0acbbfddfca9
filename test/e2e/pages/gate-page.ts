import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** What the gate asks and says. */
export class GatePage {
  readonly #page: Page;
  readonly dialog: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.dialog = window
      .getByRole('dialog')
      .filter({ has: window.getByRole('button', { name: /^(Cancel|Close)$/ }) });
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name });
  }

  toast(text: string): Locator {
    return this.#page.getByText(text, { exact: true });
  }

  /** Whether the words of the dialog are drawn in red: more red than green or blue. */
  isRed(text: string): Promise<boolean> {
    return this.dialog.getByText(text).evaluate((element) => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(
        Number,
      );
      return red > green + 60 && red > blue + 60;
    });
  }
}
