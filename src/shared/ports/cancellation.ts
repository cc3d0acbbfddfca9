/** What a long task asks whether it should stop. Every platform's AbortSignal fits; named here so that pure code needs no platform types. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Thrown by a long task that was told to stop: nothing went wrong, and what was done so far stays. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Ends a long task that was told to stop, by throwing {@link Cancelled}. */
export function throwIfAborted(signal: Cancellation | undefined): void {
  if (signal?.aborted === true) throw new Cancelled('stopped on request');
}
