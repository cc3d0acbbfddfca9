import type { Show } from '../../contract/presenting.ts';
import type { Tickets } from '../base/tickets.ts';
import type { WithCalls } from '../calls/with-calls.ts';
import type { WithSends } from '../sends/with-sends.ts';

/** What was made ready to be shown. */
export type PreparedShow = {
  readonly show: Show;
  /** To whom: the account of its call; '' where nobody was named. */
  readonly to: string;
};

/** An open replica from which something can be presented. */
export type WithPresenting = WithCalls & WithSends & { readonly showTickets: Tickets<PreparedShow> };
