import { describe, expect, it } from 'vitest';
import { DayWatch } from '../../../../src/engine/live/day-watch.ts';

describe('the watch of the day', () => {
  it('tells once of each new day, and nothing after it was closed', () => {
    const waiting = new Set<() => void>();
    const told: string[] = [];
    let day = '2026-11-20';
    const later = (run: () => void) => {
      waiting.add(run);
      return () => void waiting.delete(run);
    };
    const pass = () => {
      for (const run of [...waiting]) {
        waiting.delete(run);
        run();
      }
    };
    const watch = new DayWatch(
      later,
      () => [day],
      () => told.push(day),
    );
    pass();
    expect(told).toEqual([]);
    day = '2026-11-21';
    pass();
    pass();
    day = '2026-11-24';
    pass();
    expect(told).toEqual(['2026-11-21', '2026-11-24']);
    watch.close();
    expect(waiting.size).toBe(0);
  });
});
