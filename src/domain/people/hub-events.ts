import { z } from 'zod';
import { ADMISSIONS, KIT_REVIEWS, RECOGNITIONS, SEARCH_WORDS } from '../../shared/vocabulary/people.ts';
import { deviceId, hubId, name, time, timeZone } from '../kernel/fields.ts';
import { later } from '../kernel/register.ts';
import { LEADS } from '../kernel/roles.ts';
import { defineMembershipEvent } from './define-membership-event.ts';
import { noted } from './facts.ts';
import { lastPositions } from './last-positions.ts';

/** Events about the hub that decide who may do what in it. */

export const hubBodies = {
  'hub-created': z.object({
    hub: hubId,
    name,
    sample: z.boolean().optional(),
    timeZone: timeZone.optional(),
  }),
  /** The sample hub is shared: from then on nobody takes a role of their own but the person who began it (`sample-heir.ts`). */
  'sample-ended': z.object({ at: time.optional() }),
  /** What the leads decided for the hub: each field a last-writer-wins register. */
  'hub-policy-set': z.object({
    admission: z.enum(ADMISSIONS).optional(),
    searchWords: z.enum(SEARCH_WORDS).optional(),
    recognition: z.enum(RECOGNITIONS).optional(),
    kitReview: z.enum(KIT_REVIEWS).optional(),
    /** In which days begin and end. */
    timeZone: timeZone.optional(),
    /** With `admission: 'ask'`: the devices known then. Whoever's joining was not seen yet waits, however early its stamp. */
    known: z.array(deviceId).optional(),
  }),
  /**
   * How much of the history of some devices a lead's device had seen: what was stated there without a nonce (old journals) counts before
   * what was stated so elsewhere. The events of one device with the same `at` are one round. See `kernel/claims.ts`.
   */
  'history-anchored': z.object({ last: lastPositions, at: time }),
} as const;

export const hubEvents = {
  'hub-created': defineMembershipEvent('hub-created', hubBodies['hub-created'], {
    leaves: 'leaves.hub-decided',
    sentBy: LEADS,
  }),
  'sample-ended': defineMembershipEvent('sample-ended', hubBodies['sample-ended'], {
    leaves: 'leaves.hub-decided',
    sentBy: LEADS,
    allowed: ({ member, pass }) => member === pass.heir,
  }),
  'hub-policy-set': defineMembershipEvent('hub-policy-set', hubBodies['hub-policy-set'], {
    leaves: 'leaves.hub-decided',
    sentBy: LEADS,
    allowed: ({ leads }) => leads,
    apply(pass, event, { admission, searchWords, recognition, kitReview, timeZone: zone, known }) {
      const { policies, facts, cameIn } = pass;
      if (admission !== undefined) policies.admission = later(policies.admission, event.stamp, admission);
      if (searchWords !== undefined)
        policies.searchWords = later(policies.searchWords, event.stamp, searchWords);
      if (recognition !== undefined)
        policies.recognition = later(policies.recognition, event.stamp, recognition);
      if (kitReview !== undefined) policies.kitReview = later(policies.kitReview, event.stamp, kitReview);
      if (zone !== undefined) policies.timeZone = later(policies.timeZone, event.stamp, zone);
      if (admission !== 'ask' || known === undefined || facts.from.has(event)) return;
      const named = new Set<string>(known);
      const unknown = cameIn.filter((device) => !named.has(device));
      if (unknown.length === 0) return;
      pass.find(event, (sofar) => ({
        ...noted(sofar, event),
        unknown: new Set([...sofar.unknown, ...unknown]),
      }));
    },
  }),
  'history-anchored': defineMembershipEvent('history-anchored', hubBodies['history-anchored'], {
    leaves: 'leaves.standing',
    sentBy: LEADS,
    allowed: ({ leads }) => leads,
    apply({ anchorings }, event, body) {
      anchorings.push({ device: event.source.device, ...body });
    },
  }),
} as const;
