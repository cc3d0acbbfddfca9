import { bindingsOf, type KeyArea, type KeyId } from './key-map.ts';
import { type KeyPress, meantBy } from './keys.ts';

/** What each key of a place does; null where it does nothing now. `false` says that it did nothing after all. */
export type KeyActions<Name extends KeyArea> = { readonly [Id in KeyId<Name>]: (() => unknown) | null };

type Cancellable = KeyPress & { preventDefault(): void };

/** Does what a keystroke means in a place. True when it meant something there: the page's own answer to it is left out then. */
export function performKey<Name extends KeyArea>(
  event: Cancellable,
  area: Name,
  actions: KeyActions<Name>,
): boolean {
  const given: Readonly<Record<string, (() => unknown) | null>> = actions;
  const meanings = Object.entries(bindingsOf(area)).flatMap(([id, { keys }]) => {
    const means = given[id] ?? null;
    return means === null ? [] : [{ keys, means }];
  });
  const action = meantBy(event, meanings);
  if (action === undefined || action() === false) return false;
  event.preventDefault();
  return true;
}
