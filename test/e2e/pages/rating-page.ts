import type { Locator } from '@playwright/test';
import type { RunningKitbag } from '../support/launch.ts';

/** The bar under the document with which one rates, and what the details say of ratings. */
export class RatingPage {
  readonly bar: Locator;
  readonly comment: Locator;
  readonly ratedFor: Locator;
  readonly ratings: Locator;
  readonly byValue: Locator;
  readonly details: Locator;
  readonly undo: Locator;
  readonly #values: Locator;

  constructor({ window }: RunningKitbag) {
    this.bar = window.getByRole('region', { name: 'Your rating' });
    this.#values = this.bar.getByRole('group', { name: 'Usefulness from 1 to 5' });
    this.comment = this.bar.getByRole('textbox', { name: 'Comment on your rating' });
    this.ratedFor = this.bar.getByRole('button', { name: /^Rated for: / });
    this.details = window.getByRole('complementary', { name: 'Details' });
    this.ratings = this.details.getByRole('list', { name: 'Ratings', exact: true }).getByRole('listitem');
    this.byValue = this.details.getByRole('list', { name: 'Ratings by value' });
    this.undo = window.getByRole('button', { name: 'Undo' });
  }

  value(value: number): Locator {
    return this.#values.getByRole('button', { name: new RegExp(`^${value} of 5`) });
  }

  withdraw(): Promise<void> {
    return this.bar.getByRole('button', { name: 'Withdraw your rating' }).click();
  }
}
