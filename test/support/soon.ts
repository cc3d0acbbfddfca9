/**
 * `later` for tests of what happens by itself, where a person's pauses would only make them slow: sooner than `comesTrue` asks again, as each
 * question is somebody at work.
 */
export function soon(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, Math.min(ms, 5));
  return () => clearTimeout(timer);
}
