import { describe, expect, it } from 'vitest';
import { Recent } from '../../../../src/platform/text-index/recent.ts';

describe('what was asked for lately', () => {
  it('is remembered while it is asked for, and forgotten after twice the size has come in since', () => {
    const recent = new Recent<number, string>(10, ({ length }) => length);
    for (let key = 0; key < 1000; key += 1) {
      recent.set(key, 'abcde');
      expect(recent.get(0)).toBe('abcde');
    }
    expect(recent.get(999)).toBe('abcde');
    expect(recent.get(990)).toBeUndefined();
  });

  it('may be larger than there is room for', () => {
    const recent = new Recent<string, string>(3, ({ length }) => length);
    expect(recent.set('long', 'much too long')).toBe('much too long');
    expect(recent.get('long')).toBe('much too long');
  });

  it('is gone when it does not hold any more', () => {
    const recent = new Recent<string, number>(1, () => 1);
    recent.set('a', 1);
    recent.set('b', 2);
    recent.clear();
    expect([recent.get('a'), recent.get('b')]).toEqual([undefined, undefined]);
  });
});
