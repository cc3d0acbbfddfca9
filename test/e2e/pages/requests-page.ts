import type { Locator, Page } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The board of requests, a request's page, and the drawer to ask. */
export class RequestsPage {
  readonly #page: Page;
  readonly drawer: Locator;
  readonly alike: Locator;
  readonly title: Locator;
  readonly votes: Locator;
  readonly deals: Locator;
  /** What a vote asks for. */
  readonly dealValue: Locator;
  /** The field of ‘Fulfill with…’. */
  readonly answerField: Locator;
  readonly status: Locator;
  readonly conversation: Locator;
  readonly reason: Locator;
  readonly comment: Locator;
  /** The date picker of the drawer. */
  readonly calendar: Locator;

  constructor({ window }: RunningKitbag) {
    this.#page = window;
    this.drawer = window.getByRole('dialog', { name: 'Ask for content' });
    this.alike = this.drawer.getByRole('region', { name: 'Similar' });
    this.title = window.getByRole('heading', { level: 1 });
    const facts = window.getByRole('complementary', { name: 'About this request' });
    const fact = (name: string) =>
      facts.getByRole('definition').and(window.locator(`dt:text-is("${name}") + dd`));
    this.votes = fact('Votes');
    this.deals = fact('Deals');
    this.dealValue = window
      .getByRole('dialog', { name: /^Add my vote/ })
      .getByRole('textbox', { name: 'Deal value' });
    this.answerField = window.getByRole('textbox', { name: 'Find the asset that answers it' });
    this.status = fact('Status');
    this.conversation = window.getByRole('region', { name: 'Conversation' });
    this.comment = window.getByRole('textbox', { name: 'Comment', exact: true });
    this.calendar = window.locator('[data-dates-dropdown]');
    this.reason = window.getByRole('textbox', { name: 'Reason' });
  }

  /** A column of the board. */
  column(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  /** Opens the first request of the screen; answers its address within the page. */
  async openFirst(): Promise<string> {
    await this.#page.getByRole('main').getByRole('link').first().click();
    await this.comment.waitFor();
    return new URL(this.#page.url()).hash.slice(1);
  }

  card(title: string): Locator {
    return this.#page.getByRole('main').getByRole('link', { name: title });
  }

  async ask(): Promise<void> {
    await this.#page.keyboard.press('Control+Shift+R');
    await this.drawer.waitFor();
  }

  /** The stage or persona that ‘Fulfill with…’ searches for. */
  answerFor(label: 'Buying stage' | 'Persona'): Locator {
    const answer = this.#page.getByRole('region', { name: 'Answer' });
    return answer.getByRole('combobox', { name: label }).or(answer.getByRole('textbox', { name: label }));
  }

  field(label: string): Locator {
    return this.drawer.getByRole('textbox', { name: label, exact: true });
  }

  /** Chooses a value in one of the drawer's lists. */
  async choose(label: string, value: string): Promise<void> {
    await this.drawer
      .getByRole('combobox', { name: label })
      .or(this.drawer.getByRole('textbox', { name: label }))
      .click();
    await this.#page.getByRole('option', { name: value, exact: true }).click();
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  menuItem(name: string | RegExp): Locator {
    return this.#page.getByRole('menuitem', { name });
  }

  said(text: string | RegExp): Locator {
    return this.#page.getByText(text);
  }

  link(name: string): Locator {
    return this.#page.getByRole('main').getByRole('link', { name, exact: true });
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  focused(): Locator {
    return this.#page.locator(':focus');
  }
}
