import type { PresentationState, Steering } from '../../contract/presentation.ts';
import { LOOKED_AT_MS } from '../../shared/vocabulary/presenting.ts';

/** More are not told: then nothing of it can be drawn. */
const MOST_UNDRAWN = 100;

/** Where a presentation stands, after something was asked of it. Nothing goes beyond its first and last page. */
export function steered(state: PresentationState, steering: Steering, count: number): PresentationState {
  const to = (at: number): PresentationState => ({
    ...state,
    at: Math.min(count - 1, Math.max(0, at)),
    // Who turns a page wants it seen.
    black: false,
    point: null,
  });
  switch (steering.to) {
    case 'turn':
      return to(state.at + steering.by);
    case 'go':
      return to(steering.at);
    case 'black':
      return { ...state, black: !state.black };
    case 'point':
      return { ...state, point: steering.point };
    case 'undrawn':
      if (steering.at >= count || state.undrawn.includes(steering.at)) return state;
      return { ...state, undrawn: [...state.undrawn, steering.at].slice(-MOST_UNDRAWN) };
    default:
      return state;
  }
}

/** Which slides were looked at: those that stood for a moment, and the one where it ends; not those that were passed on the way to another. */
export class Looked {
  readonly #now: () => number;
  readonly #shown = new Set<number>();
  #at: number;
  #since: number;

  constructor(at: number, now: () => number) {
    this.#now = now;
    this.#at = at;
    this.#since = now();
  }

  /** Another slide is shown, or the same one still. */
  turn(at: number): void {
    if (at === this.#at) return;
    this.#take();
    this.#at = at;
    this.#since = this.#now();
  }

  /** All that were looked at until now, in order. */
  all(): readonly number[] {
    // Nobody passed on from it, however short it has stood.
    return [...new Set([...this.#shown, this.#at])].sort((a, b) => a - b);
  }

  #take(): void {
    if (this.#now() - this.#since >= LOOKED_AT_MS) this.#shown.add(this.#at);
  }
}
