import type { AnyCollection } from './define-collection.ts';
import type { AnyActivityEvent, AnyCatalogEvent } from './define-event.ts';

/** An event's definition as the fold calls it: its types were checked where it was defined. */
export type Foldable = Omit<AnyCatalogEvent, 'entry' | 'shownIn' | 'claims' | 'over' | 'fold'> & {
  readonly entry: (body: object) => string;
  readonly shownIn?: { readonly in: AnyCollection; readonly entry: (body: object) => string };
  readonly claims?: (body: object) => ReturnType<NonNullable<AnyCatalogEvent['claims']>>;
  readonly over: (state: object, body: object, member: string) => ReturnType<AnyCatalogEvent['over']>;
  readonly fold: (state: object, body: object, author: Parameters<AnyCatalogEvent['fold']>[2]) => void;
};

/** The same of an event of the activity. */
export type Countable = Omit<AnyActivityEvent, 'fold'> & {
  readonly fold: (
    state: object,
    body: object,
    author: Parameters<AnyActivityEvent['fold']>[2],
  ) => string | undefined;
};
