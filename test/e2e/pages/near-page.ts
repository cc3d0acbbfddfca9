import type { Locator } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The screen of duplicates. */
export class NearPage {
  readonly pairs: Locator;
  /** The pages of the selected pair. */
  readonly look: Locator;
  readonly undo: Locator;
  readonly nothing: Locator;
  readonly #window: RunningKitbag['window'];

  constructor({ window }: RunningKitbag) {
    this.#window = window;
    this.pairs = window.getByRole('list', { name: 'Pairs' }).getByRole('listitem');
    this.look = window.getByRole('complementary', { name: 'Side by side' });
    this.undo = window.getByRole('button', { name: 'Undo' }).last();
    this.nothing = window.getByRole('heading', { name: 'No duplicates' });
  }

  /** Goes there by the palette, as somebody at the keyboard does. */
  async open(): Promise<void> {
    const { keyboard } = this.#window;
    await keyboard.press('ControlOrMeta+Shift+P');
    await this.#window.getByRole('dialog', { name: 'Commands' }).waitFor();
    await keyboard.type('find duplicates');
    await this.#window
      .getByRole('dialog', { name: 'Commands' })
      .getByRole('button', { name: 'Find duplicates' })
      .waitFor();
    await keyboard.press('Enter');
    await this.#window.getByRole('region', { name: 'Duplicates', exact: true }).waitFor();
  }

  press(key: string): Promise<void> {
    return this.#window.keyboard.press(key);
  }

  /** The title of the asset that is kept of a pair. */
  kept(pair: Locator): Locator {
    return pair.getByRole('link').first();
  }

  said(text: string | RegExp): Locator {
    return this.#window.getByText(text).first();
  }
}
