import { describe, expect, it } from 'vitest';
import { currentRole, policiesOf } from '../../src/domain/people/membership.ts';
import type { CatalogState } from '../../src/domain/registry.ts';
import { MODEL } from '../../src/domain/registry.ts';
import { countingAnswers } from '../../src/domain/requests/requests.ts';
import { currentVersion, standingVersions } from '../../src/domain/versions/versions.ts';
import { lastPositions } from '../../src/engine/people/last-positions.ts';
import { assetBody, idOf, versionBody } from '../support/event-maker.ts';
import { stateHashOf } from './sim-catalog.ts';
import type { SimDevice } from './sim-device.ts';
import { DAY, HOUR, World, YEAR } from './world.ts';

type Kind = Parameters<typeof MODEL.streamOf>[0];
type Writing = {
  readonly kind: Kind;
  readonly body: (turn: number, member: string) => Readonly<Record<string, unknown>>;
  /** What the catalog shows of it. */
  readonly shown: (state: CatalogState, member: string) => unknown;
  readonly wanted: (turn: number) => unknown;
};

const ASSET = idOf('a', 1);
const REQUEST = idOf('r', 1);
const assetIn = (state: CatalogState) => state.assets.get(ASSET);
const versionsIn = (state: CatalogState) => standingVersions(assetIn(state) ?? assert());
const ROLES = ['rep', 'marketer'];

function assert(): never {
  throw new Error('The asset has not arrived.');
}

/** Everything of which the last word counts. */
const WRITINGS: Readonly<Record<string, Writing>> = {
  'a field of an asset': {
    kind: 'asset-edited',
    body: (turn) => ({ asset: ASSET, set: { title: `Title ${turn}` } }),
    shown: (state) => assetIn(state)?.fields.title?.value,
    wanted: (turn) => `Title ${turn}`,
  },
  'the current version': {
    kind: 'asset-version-added',
    body: (turn) => ({ asset: ASSET, version: versionBody(10 + turn), at: turn }),
    shown: (state) => currentVersion(versionsIn(state))?.body.id,
    wanted: (turn) => idOf('v', 10 + turn),
  },
  'what becomes of a draft': {
    kind: 'asset-version-moved',
    body: (turn) => ({
      asset: ASSET,
      version: idOf('v', 2),
      to: turn % 2 === 0 ? 'dropped' : 'draft',
      at: turn,
    }),
    shown: (state) => assetIn(state)?.moves?.get(idOf('v', 2))?.value.to,
    wanted: (turn) => (turn % 2 === 0 ? 'dropped' : 'draft'),
  },
  'what was read of a file': {
    kind: 'asset-version-read',
    body: (turn) => ({
      asset: ASSET,
      version: idOf('v', 1),
      reading: { pageCount: turn, words: 1, text: { state: 'searchable' } },
      at: turn,
    }),
    shown: (state) => assetIn(state)?.versions.get(idOf('v', 1))?.value.body.pageCount,
    wanted: (turn) => turn,
  },
  'who verified a version': {
    kind: 'asset-verified',
    body: (turn) => ({ asset: ASSET, version: idOf('v', 1), at: turn }),
    shown: (state) => assetIn(state)?.verified?.get(idOf('v', 1))?.value.at,
    wanted: (turn) => turn,
  },
  'a term': {
    kind: 'product-defined',
    body: (turn) => ({ id: 'suite', name: `Suite ${turn}`, order: 1 }),
    shown: (state) => state.taxonomy.products.get('suite')?.value.name,
    wanted: (turn) => `Suite ${turn}`,
  },
  'a golden query': {
    kind: 'golden-query-defined',
    body: (turn) => ({ id: idOf('g', 1), query: `query ${turn}`, assets: [ASSET] }),
    shown: (state) => state.golden.get(idOf('g', 1))?.value.query,
    wanted: (turn) => `query ${turn}`,
  },
  'the hub’s name': {
    kind: 'hub-renamed',
    body: (turn) => ({ name: `Hub ${turn}` }),
    shown: (state) => state.hubName.renamed?.value,
    wanted: (turn) => `Hub ${turn}`,
  },
  'an answer to a request': {
    kind: 'request-answered',
    body: (turn) => ({
      request: REQUEST,
      status: turn % 2 === 0 ? 'accepted' : 'declined',
      size: turn % 2 === 0 ? 'small' : 'large',
      at: turn,
    }),
    shown: (state) => {
      const request = state.requests.get(REQUEST);
      return [request && countingAnswers(request).at(-1)?.status, request?.size?.value];
    },
    wanted: (turn) => (turn % 2 === 0 ? ['accepted', 'small'] : ['declined', 'large']),
  },
  'a policy': {
    kind: 'hub-policy-set',
    body: (turn) => ({ searchWords: turn % 2 === 0 ? 'words' : 'counts' }),
    shown: (state) => policiesOf(state.membership.timeline).searchWords,
    wanted: (turn) => (turn % 2 === 0 ? 'words' : 'counts'),
  },
  'a member’s name': {
    kind: 'member-renamed',
    body: (turn, member) => ({ member, name: `Name ${turn}` }),
    shown: (state, member) => state.membership.timeline.members.get(member)?.name.value,
    wanted: (turn) => `Name ${turn}`,
  },
  'a member’s role': {
    kind: 'role-granted',
    body: (turn, member) => ({ member, role: ROLES[turn % 2] }),
    shown: (state, member) => currentRole(state.membership.timeline, member),
    wanted: (turn) => ROLES[turn % 2],
  },
};

/** A hub with two leads whose clocks are off, and somebody of whom they talk. */
async function hubOfTwoLeads(one: number, two: number) {
  const world = await World.found(1, 1);
  world.hub.calm();
  const founder = world.founder;
  const anna = await world.addDevice('joins', one);
  const ben = await world.addDevice('joins', two);
  const carla = await world.addDevice('joins', -two);
  await exchangeAll(world);
  for (const { member } of [anna, ben]) await say(founder, 'role-granted', { member, role: 'lead' });
  await say(founder, 'asset-added', assetBody(1));
  await say(founder, 'asset-version-drafted', { asset: ASSET, version: versionBody(2), at: 1 });
  await say(founder, 'request-made', { request: REQUEST, title: 'Need', need: '', at: 1 });
  await exchangeAll(world);
  return { world, anna, ben, carla };
}

async function say(device: SimDevice, kind: Kind, body: object): Promise<void> {
  const { catalog } = device.process ?? assert();
  const member = kind === 'role-granted' && 'member' in body ? String(body.member) : undefined;
  const last = member !== undefined && { last: await lastPositions(catalog.live, member, true) };
  const event = { stream: MODEL.streamOf(kind), kind, body: { ...body, ...last } as never };
  if (!(await device.commit([event]))) throw new Error('It was not written.');
}

async function exchangeAll(world: World): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    for (const device of world.devices) {
      world.pass(1000, 1);
      expect(await device.exchange()).toMatchObject({ outcome: 'exchanged' });
    }
  }
}

function stateOf(device: SimDevice): CatalogState {
  return device.process?.catalog.live.state ?? assert();
}

const OFF: readonly (readonly [string, number, number])[] = [
  ['an hour behind and an hour ahead', -HOUR, HOUR],
  ['a day behind and a day ahead', -DAY, DAY + HOUR],
  ['ten years behind and right', -10 * YEAR, 0],
  ['ten years ahead and right', 10 * YEAR, 0],
  ['ten years behind and ten years ahead', -10 * YEAR, 10 * YEAR],
];

describe('two people whose clocks disagree', () => {
  for (const [how, one, two] of OFF) {
    it(`${how}: whoever has seen what the other wrote and writes over it is heard by everybody`, async () => {
      const { world, anna, ben, carla } = await hubOfTwoLeads(one, two);
      for (const [what, { kind, body, shown, wanted }] of Object.entries(WRITINGS)) {
        for (let turn = 1; turn <= 5; turn += 1) {
          await say(turn % 2 === 0 ? ben : anna, kind, body(turn, carla.member));
          await exchangeAll(world);
          for (const device of world.devices)
            expect([what, turn, shown(stateOf(device), carla.member)]).toEqual([what, turn, wanted(turn)]);
        }
      }
      const hashes = new Set(world.devices.map((device) => stateHashOf(stateOf(device))));
      expect(hashes.size).toBe(1);
    });
  }

  it('two devices of one person: their own ratings and votes are what they said last', async () => {
    const { world, anna } = await hubOfTwoLeads(10 * YEAR, 0);
    const second = await world.addDevice('is vouched for', 0, anna);
    await exchangeAll(world);
    for (let turn = 1; turn <= 5; turn += 1) {
      const device = turn % 2 === 0 ? second : anna;
      await say(device, 'rating-given', { asset: ASSET, version: idOf('v', 1), value: turn, at: turn });
      await say(device, 'request-voted', { request: REQUEST, at: turn });
      await exchangeAll(world);
      for (const { catalog } of world.devices.flatMap(({ process }) => process ?? [])) {
        const { ratings, requests } = catalog.live.state;
        expect(ratings.get(ASSET)?.get(anna.member)?.value?.value).toBe(turn);
        expect(requests.get(REQUEST)?.votes.get(anna.member)?.value?.at).toBe(turn);
      }
    }
  });
});
