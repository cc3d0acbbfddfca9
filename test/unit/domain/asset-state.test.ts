import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetStateSchema } from '../../../src/contract/common.ts';
import {
  assetState,
  isFresh,
  isPutAway,
  isReleased,
  isUsable,
  REVIEW_INTERVAL_DAYS,
} from '../../../src/domain/assets/asset-state.ts';
import { DAY_MS } from '../../../src/domain/kernel/calendar.ts';
import { ASSET_STATES, ASSET_STATUSES } from '../../../src/shared/vocabulary/assets.ts';

const now = Date.parse('2026-11-18T12:00:00Z');
const facts = {
  status: 'published',
  releaseOn: null,
  expiresOn: null,
  fresh: true,
  verified: false,
  recalled: false,
  cameOut: true,
  today: '2026-11-18',
} as const;

const day = fc.constantFrom(null, '2026-11-17', '2026-11-18', '2026-11-19');
const anything = fc.record({
  status: fc.constantFrom(...ASSET_STATUSES),
  releaseOn: day,
  expiresOn: day,
  fresh: fc.boolean(),
  verified: fc.boolean(),
  recalled: fc.boolean(),
  cameOut: fc.boolean(),
  today: fc.constant('2026-11-18'),
});

describe('the state of an asset', () => {
  it('is the one that the contract names', () => {
    expect(assetStateSchema.options).toEqual([...ASSET_STATES]);
  });

  it.each([
    ['published', {}],
    ['verified', { verified: true }],
    ['due-for-review', { verified: true, fresh: false }],
    ['archived', { status: 'archived', verified: true }],
    ['scheduled', { releaseOn: '2026-11-19', verified: true }],
    ['scheduled', { status: 'scheduled', releaseOn: '2026-11-19' }],
    ['published', { status: 'scheduled', releaseOn: '2026-11-18' }],
    ['in-review', { status: 'in-review', releaseOn: '2026-11-19' }],
    ['draft', { status: 'draft', fresh: false, releaseOn: '2026-11-19' }],
    ['published', { expiresOn: '2026-11-18' }],
    ['expired', { expiresOn: '2026-11-17', verified: true }],
    ['expired', { expiresOn: '2026-11-17', status: 'draft' }],
    ['expired', { expiresOn: '2026-11-17', status: 'archived' }],
    ['recalled', { recalled: true, expiresOn: '2026-11-17', status: 'draft' }],
  ] as const)('is %s for %j', (state, change) => {
    expect(assetState({ ...facts, ...change })).toBe(state);
  });

  it('lets reps use only what has come out and is neither over nor put away', () => {
    fc.assert(
      fc.property(anything, (of) => {
        const state = assetState(of);
        const released = isReleased(of);
        if (isUsable(state)) expect(released).toBe(true);
        if (released) expect(isUsable(state)).toBe(state !== 'expired' && state !== 'recalled');
        if (of.status === 'archived' && !of.recalled) expect(isPutAway({ state, released })).toBe(true);
      }),
    );
  });
});

describe('freshness', () => {
  it('lasts up to the review interval', () => {
    expect(isFresh(now - REVIEW_INTERVAL_DAYS * DAY_MS, now)).toBe(true);
    expect(isFresh(now - REVIEW_INTERVAL_DAYS * DAY_MS - 1, now)).toBe(false);
  });
});
