import { describe, expect, it } from 'vitest';
import { type GateFacts, gateVerdict } from '../../../src/domain/assets/gate.ts';
import { ASSET_STATES, type AssetStateName } from '../../../src/shared/vocabulary/assets.ts';
import { ROLES } from '../../../src/shared/vocabulary/roles.ts';
import { WAYS_OUT, type WayOut } from '../../../src/shared/vocabulary/ways-out.ts';

/**
 * The rules as they were agreed, written down once more and in another form than the code: a line a state, for reps and for those who
 * publish. `ok`: leaves if it is for customers, and is asked about if it is internal.
 */
const AGREED: Readonly<Record<AssetStateName, readonly [rep: string, publisher: string]>> = {
  recalled: ['never', 'never'],
  expired: ['never', 'never'],
  draft: ['never', 'ask'],
  'in-review': ['never', 'ask'],
  scheduled: ['never', 'ask'],
  archived: ['never', 'ask'],
  'due-for-review': ['ok', 'ok'],
  verified: ['ok', 'ok'],
  published: ['ok', 'ok'],
};
const UNRELEASED = new Set(['draft', 'in-review', 'scheduled', 'archived']);

/** What comes of a question on each way. A new way does not compile before somebody has agreed to it. */
const ASKS: Readonly<Record<WayOut, 'asks' | 'never'>> = {
  open: 'asks',
  save: 'asks',
  copy: 'asks',
  drag: 'never',
  present: 'asks',
  send: 'never',
  assemble: 'never',
};

function agreed({ way, state, draftVersion, superseded, audience, role }: GateFacts): string {
  const line = AGREED[state];
  let says = role === 'rep' ? line[0] : line[1];
  // A version that waits is a draft, whatever its asset is.
  if (draftVersion && says === 'ok') says = role === 'rep' ? 'never' : 'ask';
  if (says === 'ok' && (audience === 'internal' || superseded)) says = 'ask';
  // A drag can't ask, and nothing is asked of what goes to somebody outside.
  if (says === 'ask' && ASKS[way] === 'never') says = 'never';
  return { ok: 'allowed', ask: 'ask', never: 'refused' }[says] ?? says;
}

const states: readonly AssetStateName[] = ASSET_STATES;
const cases: GateFacts[] = WAYS_OUT.flatMap((way) =>
  states.flatMap((state) =>
    (['current', 'waiting', 'earlier'] as const).flatMap((version) =>
      (['customer', 'internal'] as const).flatMap((audience) =>
        ROLES.map((role) => ({
          ...{ way, state, released: !UNRELEASED.has(state), audience, role },
          draftVersion: version === 'waiting',
          superseded: version === 'earlier',
        })),
      ),
    ),
  ),
);

describe('the gate', () => {
  it.each(cases)(
    'lets a $role $way what is $state and for $audience (waiting version: $draftVersion, earlier: $superseded) as agreed',
    (facts) => {
      expect(gateVerdict(facts).verdict).toBe(agreed(facts));
    },
  );

  it('never lets a rep have what expired before it was ever released', () => {
    const facts = {
      state: 'expired',
      released: false,
      draftVersion: false,
      superseded: false,
      audience: 'customer',
    } as const;
    for (const way of WAYS_OUT) expect(gateVerdict({ ...facts, way, role: 'rep' }).verdict).toBe('refused');
  });

  it('names internal before draft, as that is what a customer must not see', () => {
    const facts = {
      state: 'draft',
      released: false,
      draftVersion: false,
      superseded: false,
      audience: 'internal',
    } as const;
    expect(gateVerdict({ ...facts, way: 'copy', role: 'lead' })).toEqual({
      verdict: 'ask',
      reasons: ['internal', 'draft'],
    });
  });
});
