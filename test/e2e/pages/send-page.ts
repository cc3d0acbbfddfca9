import type { Locator } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The drawer in which something is sent, and what left the device. */
export class SendPage {
  readonly drawer: Locator;
  readonly items: Locator;
  readonly to: Locator;
  readonly note: Locator;
  readonly ledger: Locator;
  readonly #window: RunningKitbag['window'];

  constructor({ window }: RunningKitbag) {
    this.#window = window;
    this.drawer = window.getByRole('dialog', { name: 'Send' });
    this.items = this.drawer.getByRole('list', { name: 'What goes out' }).getByRole('listitem');
    this.to = this.drawer.getByRole('combobox', { name: 'To' });
    this.note = this.drawer.getByRole('textbox', { name: 'Note' });
    this.ledger = window.getByRole('dialog', { name: 'What I sent' });
  }

  button(name: string | RegExp): Locator {
    return this.drawer.getByRole('button', { name });
  }

  pages(title: string): Locator {
    return this.drawer.getByRole('textbox', { name: `Pages of “${title}”` });
  }

  said(text: string | RegExp): Locator {
    return this.#window.getByText(text);
  }

  press(key: string): Promise<void> {
    return this.#window.keyboard.press(key);
  }
}
