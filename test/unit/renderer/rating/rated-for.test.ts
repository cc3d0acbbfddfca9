import { describe, expect, it } from 'vitest';
import { usualRatedFor } from '../../../../src/renderer/areas/ratings/rated-for.ts';

const asset = { stages: ['decision'], personas: ['cfo', 'cio'] };

describe('what a rating is taken to be for', () => {
  it('is the call that one prepares for', () => {
    expect(usualRatedFor(asset, { stage: 'retention', persona: 'cio' })).toEqual({
      stage: 'retention',
      persona: 'cio',
    });
  });

  it('is the only stage or persona of the asset where the call says nothing', () => {
    expect(usualRatedFor(asset, {})).toEqual({ stage: 'decision', persona: null });
  });

  it('stays what one said before', () => {
    expect(usualRatedFor({ ...asset, mine: { persona: 'cfo' } }, { stage: 'retention' })).toEqual({
      stage: null,
      persona: 'cfo',
    });
  });
});
