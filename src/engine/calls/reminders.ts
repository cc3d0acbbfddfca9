import type { Clock } from '../../shared/ports/clock.ts';
import { CALL_REMINDER_MS } from '../../shared/vocabulary/calls.ts';
import type { Later } from '../base/base-ports.ts';
import type { Changes } from '../live/changes.ts';
import type { KeptCall, KeptCalls } from './kept-calls.ts';

/** Between two looks at the clock while a call is ahead. Short, because a computer that slept has no timer that knows. */
const LOOK_MS = 60_000;

type Parts = {
  readonly calls: KeptCalls;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly later: Later;
};

/** Watches for calls that begin soon, and tells the window when there is one to be told of. Without a call ahead it sets no timer. */
export class Reminders {
  readonly #parts: Parts;
  /** What was told to the window, so that it is told of each once. */
  #told = '';
  #forget: (() => void) | undefined;
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The calls of which the system is to tell now, the earliest first; none where nobody wants to be told. */
  due(): readonly KeptCall[] {
    const { calls, clock } = this.#parts;
    if (!calls.reminds) return [];
    const now = clock.now();
    return calls
      .all()
      .filter(({ at, reminded }) => reminded !== at && at - CALL_REMINDER_MS <= now && now < at);
  }

  /** Looks at the clock now, and again in time for the next call. To be called whenever calls have changed. */
  look(): void {
    this.#forget?.();
    this.#forget = undefined;
    if (this.#closed) return;
    const due = this.due()
      .map(({ id, at }) => `${id} ${at}`)
      .join();
    if (due !== '' && due !== this.#told) this.#parts.changes.emit('calls');
    this.#told = due;
    const { calls, clock, later } = this.#parts;
    const now = clock.now();
    const next = calls.all().find(({ at, reminded }) => at > now && reminded !== at);
    if (next === undefined) return;
    const left = Math.max(0, next.at - CALL_REMINDER_MS - now);
    this.#forget = later(() => this.look(), Math.min(LOOK_MS, left === 0 ? LOOK_MS : left));
  }

  /** Looks no more. */
  close(): void {
    this.#closed = true;
    this.#forget?.();
  }
}
