import { randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Random } from '../../shared/ports/random.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** The machine's cryptographic random source. */
export const systemRandom: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };
