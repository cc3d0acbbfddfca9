/** What a long task asks whether it should stop. Every platform's AbortSignal fits; named here so that pure code needs no platform types. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
