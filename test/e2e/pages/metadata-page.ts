import type { Locator } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** Changing many assets at once: the panel over a selection, and tables that go out and in. */
export class MetadataPage {
  /** What one can do with the rows that are picked. */
  readonly bar: Locator;
  readonly panel: Locator;
  readonly importDialog: Locator;
  readonly undo: Locator;
  readonly #kitbag: RunningKitbag;

  constructor(kitbag: RunningKitbag) {
    this.#kitbag = kitbag;
    const { window } = kitbag;
    this.bar = window.getByRole('region', { name: 'Selected assets' });
    this.panel = window.getByRole('dialog', { name: /^Edit / });
    this.importDialog = window.getByRole('dialog', { name: /^Import metadata/ });
    this.undo = window.getByRole('button', { name: 'Undo' });
  }

  /** The values of a field in the panel. */
  field(name: string): Locator {
    return this.panel.getByRole('group', { name }).getByLabel(name, { exact: true }).and(this.#typed());
  }

  /** What is done to a field. */
  mode(name: string): Locator {
    return this.panel.getByLabel(`What to do with ${name}`);
  }

  /** What the assets have now. */
  now(name: string): Locator {
    return this.panel.getByRole('group', { name }).getByText(/^(Now|Not set)/);
  }

  /** What a column of the table is. */
  column(heading: string): Locator {
    return this.importDialog.getByLabel(`What the column ${heading} is`);
  }

  /** Chooses from the menu of tables. */
  async fromMenu(item: string, which: 'first' | 'last' = 'first'): Promise<void> {
    await this.#kitbag.window.getByRole('button', { name: 'Metadata as a table' }).click();
    await this.#kitbag.window.getByRole('menuitem', { name: item })[which]().click();
  }

  #typed(): Locator {
    return this.#kitbag.window.locator('input:not([type="hidden"]), textarea');
  }
}
