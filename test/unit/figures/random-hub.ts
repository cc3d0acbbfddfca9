import fc from 'fast-check';
import type { Role } from '../../../src/shared/vocabulary/roles.ts';
import { assetBody, EventMaker, idOf, versionBody } from '../../support/event-maker.ts';

/** Small hubs as fast-check makes them up: steps that read as sentences when one fails, and the events that follow from them. */

const HOUR_MS = 3_600_000;
/** A Monday, midnight. */
export const FOUNDED_AT = Date.parse('2026-01-05T00:00:00Z');

const STAGES = ['awareness', 'decision'] as const;
const PERSONAS = ['cfo', 'cio', 'coo'] as const;
const ROLES: readonly Role[] = ['rep', 'marketer', 'lead'];
const STATUSES = [
  'published',
  'draft',
  'published',
  'published',
  'archived',
  'published',
  'in-review',
] as const;
const ANSWERS = ['new', 'accepted', 'in-progress', 'fulfilled', 'fulfilled', 'declined', 'merged'] as const;
const SIZES = ['small', 'medium', 'large', undefined] as const;

/** Members of every hub: 1 founded it, the others come as rep, rep and marketer. */
const MEMBERS = 4;

const WHATS = [
  'view',
  'view',
  'share',
  'search',
  'search',
  'publish',
  'view',
  'search',
  'answer',
  'version',
  'verify',
  'edit',
  'rate',
  'rate',
  'unrate',
  'ask',
  'vote',
  'unvote',
  'answer',
  'answer',
  'role',
  'persona',
  'stage',
  'golden',
] as const;

/** Who does it where not everybody does it equally often: mostly somebody who may. */
const AUTHORS: Readonly<Partial<Record<(typeof WHATS)[number], readonly number[]>>> = {
  role: [1, 1, 1, 1],
  publish: [1, 1, 4, 2],
  version: [1, 1, 4, 2],
  verify: [1, 1, 4, 2],
  edit: [1, 1, 4, 2],
  ask: [2, 2, 3, 1],
  answer: [1, 2, 4, 2],
  view: [2, 3, 2, 1],
  share: [2, 3, 2, 4],
  search: [2, 3, 2, 1],
  persona: [1, 1, 1, 2],
  stage: [1, 1, 1, 4],
  golden: [1, 1, 1, 4],
};

/** One thing that somebody does, some hours after the last. */
export type Step = {
  readonly what: (typeof WHATS)[number];
  readonly by: number;
  readonly hours: number;
  /** Which asset, request or term. */
  readonly one: number;
  /** Whatever else it needs. */
  readonly two: number;
  readonly three: number;
};

/** What a random hub is made of, and how long before or after the last step somebody looks at it. */
export type HubPlan = { readonly steps: readonly Step[]; readonly after: number; readonly days: number };

/** Random hubs. */
// Without bias: hubs in which hardly anything happens say little.
export const hubPlans: fc.Arbitrary<HubPlan> = fc.noBias(
  fc.record({
    steps: fc.array(
      fc.record({
        what: fc.constantFrom(...WHATS),
        by: fc.integer({ min: 1, max: MEMBERS }),
        hours: fc.integer({ min: 0, max: 90 }),
        one: fc.nat(2),
        two: fc.nat(11),
        three: fc.nat(11),
      }),
      { maxLength: 240, size: 'max' },
    ),
    after: fc.integer({ min: 0, max: 600 }),
    days: fc.constantFrom(7, 30, 90),
  }),
);

/** A hub with its clock. */
export type MadeHub = { readonly events: EventMaker['events']; readonly now: number };

/** The events of a plan, in the order of their stamps. */
export function makeHub({ steps, after }: Pick<HubPlan, 'steps' | 'after'>): MadeHub {
  const maker = new EventMaker().at(FOUNDED_AT).found();
  maker.join(2, 'rep').join(3, 'rep').join(4, 'marketer');
  STAGES.forEach((id, order) => {
    maker.write(1, 1, 'stage-defined', { id, name: id, definition: '', entryCriteria: '', order });
  });
  PERSONAS.forEach((id, order) => {
    maker.write(1, 1, 'persona-defined', { id, name: id, goals: '', challenges: '', order });
  });
  let time = FOUNDED_AT;
  let versions = 100;
  for (const step of steps) {
    time += step.hours * HOUR_MS;
    versions += 1;
    maker.at(time + versions);
    const [kind, body] = eventOf(step, time, versions);
    const by = AUTHORS[step.what]?.[step.by - 1] ?? step.by;
    maker.write(by, by, kind, body);
  }
  return { events: maker.events, now: time + after * HOUR_MS };
}

function eventOf(step: Step, at: number, version: number): [string, object] {
  const { what, one, two, three } = step;
  const asset = idOf('a', one);
  const request = idOf('r', one);
  const call = {
    ...(two % 3 > 0 && { stage: of(STAGES, two) }),
    ...(three % 3 > 0 && { persona: of(PERSONAS, three) }),
  };
  switch (what) {
    case 'view':
      return ['asset-viewed', { asset, version: idOf('v', 1), at }];
    case 'share':
      return ['asset-shared', { asset, version: idOf('v', 1), how: 'saved', at }];
    case 'search':
      return [
        'searched',
        { results: two % 4, at, ...call, ...(three % 2 > 0 && { opened: asset, position: 1 + three }) },
      ];
    case 'publish': {
      const fields = { ...tags(two, three), status: of(STATUSES, two + three), ...expiry(three, at) };
      const body = assetBody(one, fields);
      return ['asset-added', { ...body, version: versionBody(version), at }];
    }
    case 'version':
      return ['asset-version-added', { asset, version: versionBody(version), at }];
    case 'verify':
      return ['asset-verified', { asset, at }];
    case 'edit':
      return [
        'asset-edited',
        { asset, set: { ...tags(two, three), ...(two % 2 > 0 && { status: of(STATUSES, three) }) }, at },
      ];
    case 'rate':
      return ['rating-given', { asset, version: idOf('v', version), value: 1 + (two % 5), at }];
    case 'unrate':
      return ['rating-withdrawn', { asset }];
    case 'ask':
      return ['request-made', { request, title: 'Need', need: '', at, ...call }];
    case 'vote':
      return ['request-voted', { request, at }];
    case 'unvote':
      return ['request-vote-withdrawn', { request }];
    case 'answer': {
      const size = of(SIZES, three);
      return [
        'request-answered',
        { request, status: of(ANSWERS, two), at, ...(size !== undefined && { size }) },
      ];
    }
    case 'role':
      return ['role-granted', { member: idOf('m', 2 + (one % 3)), role: of(ROLES, two) }];
    case 'persona':
      return [
        'persona-defined',
        {
          id: of(PERSONAS, one),
          name: 'P',
          goals: '',
          challenges: '',
          order: two,
          ...gone(PERSONAS, two, three),
        },
      ];
    case 'stage':
      return [
        'stage-defined',
        {
          id: of(STAGES, one),
          name: 'S',
          definition: '',
          entryCriteria: '',
          order: two,
          ...gone(STAGES, two, three),
        },
      ];
    case 'golden':
      return [
        'golden-query-defined',
        {
          id: idOf('g', one),
          query: `query ${one}`,
          assets: [asset, idOf('a', two % 4)],
          ...(three % 5 === 0 && { retired: true }),
        },
      ];
  }
}

function of<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length] as Item;
}

function tags(two: number, three: number): object {
  return {
    stages: two % 4 === 0 ? [...STAGES] : [of(STAGES, two)],
    personas: three % 4 === 0 ? [...PERSONAS] : [of(PERSONAS, three)],
  };
}

function expiry(three: number, at: number): object {
  return three % 4 === 1
    ? { expiresOn: new Date(at + three * 40 * 24 * HOUR_MS).toISOString().slice(0, 10) }
    : {};
}

function gone(terms: readonly string[], two: number, three: number): object {
  return {
    ...(two % 2 > 0 && { retired: true }),
    ...(three % 2 > 0 && { successor: of(terms, three) }),
  };
}
