import type { Locator } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** Language editions: the dialog that links them, the tabs of the reader, the list in its details. */
export class VariantsPage {
  readonly dialog: Locator;
  readonly tabs: Locator;
  /** The edition that is read. */
  readonly read: Locator;
  /** In the details. */
  readonly editions: Locator;
  /** That an edition is behind. */
  readonly behind: Locator;
  readonly #window: RunningKitbag['window'];

  constructor({ window }: RunningKitbag) {
    this.#window = window;
    this.dialog = window.getByRole('dialog', { name: 'Link as language versions' });
    this.tabs = window.getByRole('tablist', { name: 'Languages' }).getByRole('tab');
    this.read = window.getByRole('tab', { selected: true });
    this.editions = window.getByRole('list', { name: 'Languages' }).getByRole('listitem');
    this.behind = window.getByRole('status').filter({ hasText: /behind\./ });
  }

  /** Which asset is the original, in the dialog. */
  original(title: string): Locator {
    return this.dialog.getByRole('radio', { name: title });
  }

  /** Chooses which version the translations have, in the dialog. */
  async chooseVersion(name: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: 'They are translations of' }).click();
    await this.#window.getByRole('option', { name }).click();
  }

  tab(name: string | RegExp): Locator {
    return this.#window.getByRole('tablist', { name: 'Languages' }).getByRole('tab', { name });
  }

  button(name: string): Locator {
    return this.#window.getByRole('button', { name, exact: true });
  }

  press(key: string): Promise<void> {
    return this.#window.keyboard.press(key);
  }

  said(text: string | RegExp): Locator {
    return this.#window.getByText(text).first();
  }
}
