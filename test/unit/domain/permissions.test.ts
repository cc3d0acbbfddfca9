import { describe, expect, it } from 'vitest';
import { foldCatalog, refusedEvents } from '../../../src/domain/fold/fold-catalog.ts';
import { EVERYBODY } from '../../../src/domain/kernel/roles.ts';
import { may } from '../../../src/domain/people/permissions.ts';
import { type EventKind, MODEL } from '../../../src/domain/registry.ts';
import { countingAnswers } from '../../../src/domain/requests/requests.ts';
import { CAPABILITIES, type Capability } from '../../../src/shared/vocabulary/capabilities.ts';
import { ROLES, type Role } from '../../../src/shared/vocabulary/roles.ts';
import { EventMaker, foldContext, idOf } from '../../support/event-maker.ts';

/** The kinds of events that a capability writes. */
const WRITES: Readonly<Record<Capability, readonly EventKind[]>> = {
  publish: [
    'asset-merged',
    'assets-told-apart',
    'asset-added',
    'asset-version-added',
    'asset-version-drafted',
    'asset-version-moved',
    'asset-version-read',
    'asset-version-withdrawn',
    'asset-submitted',
    'asset-review-answered',
    'rule-defined',
    'kit-created',
    'kit-edited',
    'kit-items-set',
    'kit-proposal-answered',
    'kit-submitted',
    'kit-review-answered',
  ],
  edit: [
    'asset-edited',
    'asset-verified',
    'asset-recalled',
    'asset-recall-lifted',
    'kit-verified',
    'kit-recalled',
    'kit-recall-lifted',
    'asset-variant-linked',
    'asset-variant-followed',
  ],
  // Everybody may withdraw a request of their own, so its kind is everybody's: below.
  answer: [],
  'see-insights': [],
  'define-products': ['product-defined'],
  'define-terms': [
    'stage-defined',
    'persona-defined',
    'type-defined',
    'dimension-defined',
    'dimension-term-defined',
    'synonyms-defined',
    'golden-query-defined',
    'view-defined',
  ],
  oversee: [],
  'manage-members': [
    'hub-created',
    'hub-renamed',
    'hub-policy-set',
    'sample-ended',
    'history-anchored',
    'member-added',
    'member-admitted',
    'member-removed',
    'role-granted',
  ],
};

/** The roles whose events of a kind count; of those that say who is who, the roles that send them. */
function rolesOf(kind: EventKind): readonly Role[] {
  const definition = MODEL.definitionOf(kind);
  return definition.saysWhoIsWho === true ? definition.sentBy : definition.roles;
}

/** What says who is who, by somebody who has the capability for it: a body of each kind that may be said more than once. */
const SAID_BY_LEADS = {
  'hub-policy-set': { searchWords: 'words' },
  'history-anchored': { last: {}, at: 1 },
  'member-added': { member: idOf('m', 9), name: 'Nina', role: 'rep' },
  'member-admitted': { member: idOf('m', 8), role: 'rep' },
  'member-removed': { member: idOf('m', 8), last: {} },
  'role-granted': { member: idOf('m', 8), role: 'marketer', last: {} },
} as const;

describe('a capability', () => {
  it.each(CAPABILITIES)('to %s is had by just those whose events of its kinds count', (capability) => {
    const allowed = ROLES.filter((role) => may(role, capability));
    for (const kind of WRITES[capability]) expect([kind, rolesOf(kind)]).toEqual([kind, allowed]);
  });

  it('stands behind every kind of event that is not everybody’s, one behind each', () => {
    const withheld = MODEL.kinds.filter((kind) => rolesOf(kind) !== EVERYBODY);
    expect(Object.values(WRITES).flat().toSorted()).toEqual(withheld.toSorted());
  });

  it.each(ROLES)('to answer decides whether an answer by a %s to somebody else counts', (role) => {
    const maker = new EventMaker().found().join(2, 'rep').join(3, role);
    const request = idOf('r', 1);
    maker.write(2, 2, 'request-made', { request, title: 'A deck', need: '', at: 1 });
    maker.write(3, 3, 'request-answered', { request, status: 'accepted', size: 'large', at: 2 });
    const state = foldCatalog(maker.events, foldContext).requests.get(request);
    if (state === undefined) throw new Error('There is no request.');
    expect(countingAnswers(state).length).toBe(may(role, 'answer') ? 1 : 0);
    expect(state.size !== undefined).toBe(may(role, 'answer'));
  });

  it.each(ROLES)('to manage members decides what a %s may say of who is who', (role) => {
    for (const [kind, body] of Object.entries(SAID_BY_LEADS)) {
      const maker = new EventMaker().found().join(8, 'rep').join(3, role);
      maker.write(3, 3, kind, body);
      const refused = refusedEvents(foldCatalog(maker.events, foldContext)).map(({ why }) => why);
      expect([kind, refused]).toEqual([kind, may(role, 'manage-members') ? [] : ['not-allowed']]);
    }
  });
});
