/** How a round of exchanging ended, as far as the next one's time depends on it. */
type RoundEnd = 'reached' | 'unreachable';

/** Why a round is wanted sooner: this device has written something, or something seems to have changed in the hub. */
type Hint = 'commit' | 'change';

/** Times in milliseconds, and chance. */
type PollOptions = {
  /** A number from 0 up to 1, so that devices that were started together do not ask together. */
  readonly random: () => number;
  /** Between rounds while somebody looks: 5 s. */
  readonly activeMs?: number;
  /** Between rounds otherwise: 30 s. */
  readonly idleMs?: number;
  /** The longest wait, also after many rounds that could not reach the hub: 60 s. */
  readonly mostMs?: number;
};

/** When to exchange next. It has no timer and no clock of its own: whoever asks says what time it is, best by a clock that only goes forward. */
export interface PollSchedule {
  /** Milliseconds to wait from now; `undefined` while a round runs. Ask again after every call of the others. */
  waitMs(now: number): number | undefined;
  /** A round begins: what was hinted so far is dealt with. */
  started(): void;
  /** The round is over. */
  finished(now: number, end: RoundEnd): void;
  /** Something calls for a round. Many hints in a row make one. */
  hinted(now: number, hint: Hint): void;
  /** Somebody has begun or ceased to look. */
  setActive(now: number, active: boolean): void;
}

/** Hints wait this long for further ones, and together never longer than the second. */
const DEBOUNCE_MS = 300;
const DEBOUNCE_MOST_MS = 2000;
/** Hints of changes make a round at most this often: in a busy hub something changes all the time. */
const CHANGE_GAP_MS = 1000;
/** Waits are up to a fifth shorter or longer. */
const JITTER = 0.2;

/** Makes a schedule whose first round is due at once. */
export function createPollSchedule(now: number, options: PollOptions): PollSchedule {
  return new Schedule(now, options);
}

class Schedule implements PollSchedule {
  readonly #random: () => number;
  readonly #activeMs: number;
  readonly #idleMs: number;
  readonly #mostMs: number;
  #active = false;
  #running = false;
  /** Rounds in a row that could not reach the hub. */
  #unreached = 0;
  #finishedAt = Number.NEGATIVE_INFINITY;
  #regularAt: number;
  #hint: { readonly first: number; readonly at: number; readonly commit: boolean } | undefined;

  constructor(now: number, options: PollOptions) {
    this.#random = options.random;
    this.#activeMs = options.activeMs ?? 5_000;
    this.#idleMs = options.idleMs ?? 30_000;
    this.#mostMs = options.mostMs ?? 60_000;
    this.#regularAt = now;
  }

  waitMs(now: number): number | undefined {
    if (this.#running) return undefined;
    const due = Math.min(this.#regularAt, this.#hintAt());
    // A clock that was set back must not keep a device silent.
    return Math.min(this.#mostMs, Math.max(0, due - now));
  }

  started(): void {
    this.#running = true;
    this.#hint = undefined;
  }

  finished(now: number, end: RoundEnd): void {
    this.#running = false;
    this.#finishedAt = now;
    this.#unreached = end === 'unreachable' ? this.#unreached + 1 : 0;
    this.#regularAt = now + this.#pause();
  }

  hinted(now: number, hint: Hint): void {
    const first = this.#hint?.first ?? now;
    const at = Math.min(now + DEBOUNCE_MS, first + DEBOUNCE_MOST_MS);
    this.#hint = { first, at, commit: hint === 'commit' || this.#hint?.commit === true };
  }

  setActive(now: number, active: boolean): void {
    if (active === this.#active) return;
    this.#active = active;
    const since = Math.max(this.#finishedAt, now - this.#mostMs);
    // Whoever looks now has waited since the last round already, however often the hub was not reached.
    const next = since + (active ? this.#jittered(this.#activeMs) : this.#pause());
    this.#regularAt = active ? Math.min(this.#regularAt, Math.max(now, next)) : Math.max(now, next);
  }

  /** When the hints so far want a round; never sooner after the last one than is good for the hub. */
  #hintAt(): number {
    if (!this.#hint) return Number.POSITIVE_INFINITY;
    const gap = this.#unreached > 0 ? this.#activeMs : this.#hint.commit ? DEBOUNCE_MS : CHANGE_GAP_MS;
    return Math.max(this.#hint.at, this.#finishedAt + gap);
  }

  #pause(): number {
    const base = this.#active ? this.#activeMs : this.#idleMs;
    return Math.min(this.#mostMs, this.#jittered(Math.min(this.#mostMs, base * 2 ** this.#unreached)));
  }

  #jittered(ms: number): number {
    return ms * (1 - JITTER + 2 * JITTER * this.#random());
  }
}
