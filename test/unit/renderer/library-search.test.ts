import { describe, expect, it } from 'vitest';
import { withTypedSince } from '../../../src/renderer/base/library-search.ts';

describe('words in place of those that an answer belongs to', () => {
  it('replace what was typed, where nothing was typed since', () => {
    expect(withTypedSince('pricing', 'pricing type:deck', 'pricing type:deck')).toBe('pricing');
  });

  it('keep what was typed since behind them', () => {
    expect(withTypedSince('pricing', 'pricing type:deck', 'pricing type:deck cfo')).toBe('pricing cfo');
    expect(withTypedSince('', 'type:deck', 'type:deck c')).toBe(' c');
  });

  it('replace everything, where something of it was taken back since', () => {
    expect(withTypedSince('pricing', 'pricing type:deck', 'pricing type:de')).toBe('pricing');
  });
});
