/** Restarts within the last minute after which an engine that keeps dying is left alone. */
const limit = 5;
const windowMs = 60_000;
const firstDelayMs = 100;

/** What to do about an engine that has just died. */
type RestartPlan =
  | { readonly kind: 'restart'; readonly attempt: number; readonly delayMs: number }
  | { readonly kind: 'give-up' };

/** Plans the next restart from the times (ms) of the earlier ones: at once at first, then slower, five a minute at most. */
export function planRestart(earlier: readonly number[], now: number): RestartPlan {
  const recent = earlier.filter((time) => now - time < windowMs).length;
  if (recent >= limit) return { kind: 'give-up' };
  return { kind: 'restart', attempt: recent + 1, delayMs: recent === 0 ? 0 : firstDelayMs * 2 ** recent };
}
