import { describe, expect, it } from 'vitest';
import { ReadingProgress } from '../../../../src/engine/publish/reading-progress.ts';

/** Ten files of which the first are small, over a clock that the test moves. */
function ten() {
  let now = 0;
  const progress = new ReadingProgress({ now: () => now });
  for (let file = 0; file < 10; file += 1) progress.expect(String(file), 800_000);
  return {
    progress,
    read: (file: number, ms: number): void => {
      progress.begin(String(file), 'x.pdf');
      now += ms;
      progress.end(String(file), false);
    },
  };
}

describe('time left', () => {
  it('is not told from the first files, which may be quick', () => {
    const { progress, read } = ten();
    read(0, 10);
    read(1, 10);
    read(2, 10);
    expect(progress.state()).toMatchObject({ done: 3, total: 10 });
    expect(progress.state()).not.toHaveProperty('timeLeft');
  });

  it('is told from the pace since the beginning', () => {
    const { progress, read } = ten();
    for (let file = 0; file < 5; file += 1) read(file, 1000);
    expect(progress.state()).toMatchObject({ done: 5, timeLeft: 5000 });
  });

  it('begins anew with the next files', () => {
    const { progress, read } = ten();
    for (let file = 0; file < 10; file += 1) read(file, 1000);
    expect(progress.state()).toBeNull();
    progress.expect('more', 800_000);
    expect(progress.state()).toMatchObject({ done: 0, total: 1 });
    expect(progress.state()).not.toHaveProperty('timeLeft');
  });
});
