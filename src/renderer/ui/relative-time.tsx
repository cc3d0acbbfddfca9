import { useEffect, useState } from 'react';
import { formatDateTime, formatRelative } from './format.ts';

const MINUTE_MS = 60_000;

/** Everybody who shows the time that has passed: one timer for all, as a list shows it in every row. */
const watching = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function everyMinute(tell: (now: number) => void): () => void {
  watching.add(tell);
  timer ??= setInterval(() => {
    const now = Date.now();
    for (const each of watching) each(now);
  }, MINUTE_MS);
  return () => {
    watching.delete(tell);
    if (watching.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** What time it is, to the minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => everyMinute(setNow), []);
  return now;
}

/** A moment as `2 weeks ago`, with the exact one on hover. */
export function RelativeTime({ at }: { readonly at: number }) {
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
      {formatRelative(at, now)}
    </time>
  );
}
