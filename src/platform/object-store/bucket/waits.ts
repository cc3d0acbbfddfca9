import { type Cancellation, Cancelled } from '../../../shared/ports/cancellation.ts';

/** Milliseconds: the first further try, and the longest wait for one, also where the store asks for more. */
const FIRST_MS = 200;
const LONGEST_MS = 20_000;

/** Why a request was given up: nobody answered in time. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
  readonly code = 'ETIMEDOUT';
}

/** How long to wait before the try after `tries` failed ones: at random up to a bound that doubles, and not before the store wants it. */
export function pauseMs(
  tries: number,
  random: () => number,
  retryAfter: string | null,
  now: number,
): number | undefined {
  const asked = askedMs(retryAfter, now);
  if (asked > LONGEST_MS) return undefined;
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** (tries - 1));
  return asked + bound * (0.25 + 0.75 * random());
}

/** `Retry-After` in milliseconds: seconds or a date. */
function askedMs(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0;
  const seconds = /^\s*\d{1,9}\s*$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - now;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}

/** Ends with the work or, sooner, by throwing `Cancelled`. */
export function untilCancelled<Value>(
  work: Promise<Value>,
  signal: Cancellation | undefined,
): Promise<Value> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new Cancelled('stopped on request'));
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    const unlink = () => signal.removeEventListener('abort', cancel);
    work.then(resolve, reject).finally(unlink);
  });
}

/** A controller that goes off with a cancellation; `release` ends their tie. */
export function tiedTo(signal: Cancellation | undefined): {
  readonly stop: AbortController;
  readonly release: () => void;
} {
  const stop = new AbortController();
  if (signal === undefined) return { stop, release: () => undefined };
  const cancel = () => stop.abort(new Cancelled('stopped on request'));
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  return { stop, release: () => signal.removeEventListener('abort', cancel) };
}
