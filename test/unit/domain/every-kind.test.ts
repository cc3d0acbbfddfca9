import { describe, expect, it } from 'vitest';
import { foldCatalog, foldInto } from '../../../src/domain/fold/fold-catalog.ts';
import type { Places } from '../../../src/domain/kernel/define-event.ts';
import type { FoldEvent } from '../../../src/domain/kernel/fold-event.ts';
import { ownStamp } from '../../../src/domain/kernel/order.ts';
import { stampOf } from '../../../src/domain/kernel/register.ts';
import { type CatalogState, type EventKind, MODEL } from '../../../src/domain/registry.ts';
import { generators } from '../../simulation/random-events.ts';
import type { Surroundings } from '../../simulation/random-values.ts';
import { keyOf } from '../../simulation/sim-crypto.ts';
import { assetBody, deviceOf, EventMaker, foldContext, idOf, shaOf } from '../../support/event-maker.ts';
import { createSeededRandom } from '../../support/stores/seeded-random.ts';

/** What must hold of every kind that is registered, whether somebody thought of it or not. */

const KINDS = MODEL.kinds.filter((kind) => MODEL.foldableOf(kind) !== undefined);
/** Of a few things, so that events of a kind are mostly about the same ones. */
const SEEDS = Array.from({ length: 24 }, (_, seed) => seed);

/** A lead with two devices, and what events can be about. */
function hub(): EventMaker {
  const maker = new EventMaker().found();
  const second = { device: deviceOf(2), member: idOf('m', 1), name: 'Second', publicKey: 'key-2' };
  maker.write(1, 1, 'device-added', second);
  for (const number of [0, 1, 2, 3]) maker.write(1, 1, 'asset-added', assetBody(number));
  for (const number of [0, 1, 2])
    maker.write(1, 1, 'request-made', { request: idOf('r', number), title: 'Need', need: '', at: 1 });
  return maker;
}

function bodyOf(kind: EventKind, random: Surroundings['random']): object {
  const self = keyOf('anna');
  const member = idOf('m', 1);
  return generators[kind]({
    random,
    now: 1_000_000,
    self,
    ownKeys: [self],
    member,
    members: [member],
    devices: [deviceOf(1), deviceOf(2)],
    positionOf: () => 0,
    addFile: (text) => shaOf(text.length),
    hub: idOf('h', 1),
  });
}

/** Events as they come in, one by one. */
function foldEach(events: readonly FoldEvent[]): CatalogState {
  let state = foldCatalog([], foldContext);
  events.forEach((event, at) => {
    const { fold } = foldInto(state, [event], foldContext);
    if (fold === 'refold') state = foldCatalog(events.slice(0, at + 1), foldContext);
  });
  return state;
}

/** What a catalog says, without when it was written: stamps, and the times of the events here. */
const saidIn = (state: CatalogState) =>
  MODEL.textOf(state)
    .replace(/"[^"]*\|[0-9a-f]{32}[^"]*"/g, '""')
    .replace(/\b1000\d{3}\b/g, '0');

describe('an event of the kind', () => {
  it.each(KINDS)('%s says the same in whatever order it comes in', (kind) => {
    for (const seed of SEEDS) {
      const random = createSeededRandom(seed, kind);
      const maker = hub();
      const before = maker.events.length;
      for (let turn = 0; turn < 6; turn += 1) maker.write(1 + (turn % 2), 1, kind, bodyOf(kind, random));
      const [known, news] = [maker.events.slice(0, before), maker.events.slice(before)];
      const expected = MODEL.textOf(foldCatalog(maker.events, foldContext));
      expect(MODEL.textOf(foldEach([...known, ...news.toReversed()]))).toBe(expected);
      expect(MODEL.textOf(foldEach([...known, ...random.shuffled(news)]))).toBe(expected);
    }
  });

  it.each(KINDS)('%s leaves a catalog that comes back whole from its JSON', (kind) => {
    for (const seed of SEEDS) {
      const random = createSeededRandom(seed, kind);
      const maker = hub();
      for (let turn = 0; turn < 6; turn += 1) maker.write(1, 1, kind, bodyOf(kind, random));
      const state = foldCatalog(maker.events, foldContext);
      const json = Object.fromEntries(MODEL.collections.map((name) => [name, MODEL.toJson(state, name)]));
      const back = MODEL.fromJson(JSON.parse(JSON.stringify(json)), foldContext);
      expect(MODEL.textOf(back)).toBe(MODEL.textOf(state));
    }
  });

  const withoutContest = KINDS.filter((kind) => {
    const found = MODEL.foldableOf(kind);
    return found?.claims === undefined || found.uncontested === true;
  });
  it.each(withoutContest)('%s names what it writes over, where the last word counts', (kind) => {
    const definition = MODEL.foldableOf(kind);
    for (const seed of SEEDS) {
      const random = createSeededRandom(seed, kind);
      const [one, two] = [bodyOf(kind, random), bodyOf(kind, random)];
      const written = (first: object, second: object) => {
        const maker = hub();
        const event = maker.write(1, 1, kind, first);
        const state = foldCatalog(maker.events, foldContext);
        maker.write(2, 1, kind, second);
        return { event, state, said: saidIn(foldCatalog(maker.events, foldContext)) };
      };
      const { event, state, said } = written(one, two);
      if (said === written(two, one).said) continue;
      const read = MODEL.read({ kind, body: two });
      if (read.read !== 'known') throw new Error(`${kind} has a body that does not fit.`);
      const places: Places = definition?.over(state, read.draft.body, event.member) ?? [];
      expect([seed, places.map((place) => place && ownStamp(place))]).toEqual([
        seed,
        expect.arrayContaining([stampOf(event)]),
      ]);
    }
  });
});
