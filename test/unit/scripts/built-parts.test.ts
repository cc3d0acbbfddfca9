import { describe, expect, it } from 'vitest';
import { stepsBetween } from '../../../scripts/dev/built-parts.ts';

const before = { shell: 's1', engine: 'e1', page: 'p1' };

describe('what npm run dev replaces after a build', () => {
  it.each([
    ['nothing where nothing changed', before, []],
    ['the page alone', { ...before, page: 'p2' }, ['reload-window']],
    ['the engine alone', { ...before, engine: 'e2' }, ['restart-engine']],
    ['both, the engine first', { ...before, engine: 'e2', page: 'p2' }, ['restart-engine', 'reload-window']],
    ['everything with the shell', { shell: 's2', engine: 'e2', page: 'p2' }, ['restart-application']],
  ])('%s', (_name, after, steps) => {
    expect(stepsBetween(before, after)).toEqual(steps);
  });
});
