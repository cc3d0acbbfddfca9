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

type Heard = KeyPress & { readonly target: EventTarget | null; preventDefault(): void };

/** The arrows go up and down along a field and the options below it: from the one that has the focus to the next. */
export function walkOptions(event: Heard, stops: readonly HTMLElement[]): void {
  const at = stops.indexOf(event.target as HTMLElement);
  const to = (next: number) => {
    const stop = at < 0 ? undefined : stops[next];
    return stop === undefined ? null : () => stop.focus();
  };
  performKey(event, 'list', {
    down: to(at + 1),
    up: to(at - 1),
    left: null,
    right: null,
    first: null,
    last: null,
  });
}

/** The arrows go along tabs from one of them, and stay at the ends; what lies around does not hear them. `go` hears the place to go to. */
export function walkTabs(
  event: Heard & { stopPropagation(): void },
  tabs: { readonly at: number; readonly count: number },
  go: (place: number) => void,
): void {
  const { at, count } = tabs;
  const to = (place: number) => () => go(Math.min(count - 1, Math.max(0, place)));
  const handled = performKey(event, 'list', {
    left: to(at - 1),
    right: to(at + 1),
    first: to(0),
    last: to(count - 1),
    up: null,
    down: null,
  });
  if (handled) event.stopPropagation();
}
