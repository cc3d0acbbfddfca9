import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCatalog, foldInto, refusedEvents } from '../../../src/domain/fold/fold-catalog.ts';
import type { FoldEvent } from '../../../src/domain/kernel/fold-event.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import {
  assetBody,
  deviceOf,
  EventMaker,
  foldContext,
  idOf,
  mintedBy,
  nonceOf,
  shaOf,
  versionBody,
} from '../../support/event-maker.ts';

/** After everybody came in, and before anything was made. */
const EARLY = 2_000_000;
const fold = (events: readonly FoldEvent[]) => foldCatalog(events, foldContext);
const hub = () =>
  new EventMaker()
    .found()
    .join(2, 'rep')
    .join(3, 'rep')
    .join(4, 'marketer')
    .join(5, 'marketer')
    .at(5_000_000);
const member = (number: number) => idOf('m', number);
const request = (id: string, title: string, more: object = {}) => ({
  request: id,
  title,
  need: '',
  at: 1,
  ...more,
});
const refusals = (events: readonly FoldEvent[]) =>
  refusedEvents(fold(events)).map(({ device, kind, why }) => [device, kind, why]);

/** Folds batch by batch, as events arrive at a replica: on `refold`, everything that came so far is folded again. */
function foldInBatches(batches: readonly (readonly FoldEvent[])[]) {
  let state = MODEL.emptyCatalog();
  batches.forEach((batch, index) => {
    if (foldInto(state, batch, foldContext).fold === 'refold')
      state = fold(batches.slice(0, index + 1).flat());
  });
  return state;
}

/** The hub's own events come first; what is contested may come in any order and any batches. */
function everyOrderAgrees(maker: EventMaker, contested: readonly FoldEvent[]): void {
  const rest = maker.events.filter((event) => !contested.includes(event));
  const expected = MODEL.textOf(fold(maker.events));
  const anyOrder = fc.shuffledSubarray([...contested], { minLength: contested.length });
  // Whether a batch ends with the event before: always one by one, and all at once, are among them.
  const anyCuts = fc.array(fc.boolean(), { minLength: contested.length, maxLength: contested.length });
  fc.assert(
    fc.property(anyOrder, anyCuts, (order, cuts) => {
      const batches: FoldEvent[][] = [[...rest]];
      order.forEach((event, index) => {
        if (cuts[index] === true) batches.push([]);
        batches.at(-1)?.push(event);
      });
      expect(MODEL.textOf(foldInBatches(batches))).toBe(expected);
    }),
    { numRuns: 60 },
  );
}

describe('an id', () => {
  it('is its author’s: whoever claims somebody else’s request with an earlier stamp is refused and listed', () => {
    const maker = hub();
    const id = mintedBy('request', member(2), 1);
    const made = maker.write(2, 2, 'request-made', request(id, 'A deck', { nonce: nonceOf(1) }));
    const stolen = maker.writeAs(deviceOf(3), member(3), 'request-made', request(id, 'Mine'), EARLY);
    const declined = maker.write(3, 3, 'request-answered', { request: id, status: 'declined', at: 3 });
    const state = fold(maker.events);
    expect(state.requests.get(id)?.made?.value).toMatchObject({ title: 'A deck', member: member(2) });
    expect(refusals(maker.events)).toEqual([[deviceOf(3), 'request-made', 'id-taken']]);
    everyOrderAgrees(maker, [made, stolen, declined]);
  });

  it('does not follow from somebody else’s nonce, nor from one that was made up', () => {
    const maker = hub();
    const id = mintedBy('request', member(2), 1);
    for (const nonce of [nonceOf(1), nonceOf(2)])
      maker.writeAs(deviceOf(3), member(3), 'request-made', request(id, 'Mine', { nonce }), EARLY);
    expect(fold(maker.events).requests.get(id)?.made).toBeUndefined();
    expect(refusals(maker.events)).toEqual([
      [deviceOf(3), 'request-made', 'wrong-id'],
      [deviceOf(3), 'request-made', 'wrong-id'],
    ]);
  });

  it('of a version keeps the file under it, whichever asset somebody claims it for', () => {
    const maker = hub();
    const [asset, version] = [mintedBy('asset', member(4), 1), mintedBy('version', member(4), 1)];
    const body = { ...assetBody(1), asset, nonce: nonceOf(1), version: { ...versionBody(1), id: version } };
    const added = maker.write(4, 4, 'asset-added', body);
    const other = { ...versionBody(2), id: version, sha256: shaOf(666) };
    const swapped = maker.writeAs(
      deviceOf(5),
      member(5),
      'asset-version-added',
      { asset, version: other },
      EARLY,
    );
    const moved = maker.writeAs(
      deviceOf(5),
      member(5),
      'asset-added',
      { ...assetBody(9), version: other },
      EARLY + 1,
    );
    const state = fold(maker.events);
    expect(state.assets.get(asset)?.versions.get(version)?.value.body.sha256).toBe(shaOf(1));
    expect(state.versions.get(version)).toBe(asset);
    expect(state.assets.get(idOf('a', 9))?.versions.size).toBe(0);
    expect(refusals(maker.events).map(([, , why]) => why)).toEqual(['id-taken', 'id-taken']);
    everyOrderAgrees(maker, [added, swapped, moved]);
  });

  it('of an asset keeps its fields: a false adding sets none', () => {
    const maker = hub();
    const [asset, version] = [mintedBy('asset', member(4), 1), mintedBy('version', member(4), 1)];
    const body = { ...assetBody(1), asset, nonce: nonceOf(1), version: { ...versionBody(1), id: version } };
    const added = maker.write(4, 4, 'asset-added', body);
    const stolen = maker.write(5, 5, 'asset-added', { ...assetBody(2, { title: 'Stolen' }), asset });
    const state = fold(maker.events).assets.get(asset);
    expect(state?.fields.title?.value).toBe('Asset 1');
    expect(state?.added?.value.member).toBe(member(4));
    expect([...(state?.versions.keys() ?? [])]).toEqual([version]);
    everyOrderAgrees(maker, [added, stolen]);
  });

  it('of a comment keeps its words and its author', () => {
    const maker = hub();
    const asked = mintedBy('request', member(2), 1);
    maker.write(2, 2, 'request-made', request(asked, 'A deck', { nonce: nonceOf(1) }));
    const comment = mintedBy('comment', member(2), 2);
    const said = { request: asked, comment, at: 2 };
    const own = maker.write(2, 2, 'request-commented', { ...said, nonce: nonceOf(2), text: 'Please' });
    const other = { ...said, text: 'Never mind' };
    const put = maker.writeAs(deviceOf(3), member(3), 'request-commented', other, EARLY);
    expect(fold(maker.events).requests.get(asked)?.comments.get(comment)?.value).toMatchObject({
      text: 'Please',
      member: member(2),
    });
    everyOrderAgrees(maker, [own, put]);
  });

  it('of a golden query follows from who made it, and any lead may write it anew', () => {
    const maker = hub().join(6, 'lead');
    const id = mintedBy('golden', member(1), 1);
    const body = { id, query: 'roi', assets: [] };
    maker.write(1, 1, 'golden-query-defined', { ...body, nonce: nonceOf(1) });
    maker.write(6, 6, 'golden-query-defined', { ...body, query: 'return', nonce: nonceOf(1) });
    expect(fold(maker.events).golden.get(id)?.value.query).toBe('roi');
    maker.write(6, 6, 'golden-query-defined', { ...body, query: 'return' });
    expect(fold(maker.events).golden.get(id)?.value.query).toBe('return');
    expect(refusals(maker.events).map(([, , why]) => why)).toEqual(['wrong-id']);
  });

  it('is the member’s, not the device’s: a renewed device may write again what it had said, and nobody is told of it', () => {
    const maker = hub();
    const further = deviceOf(22);
    maker.write(1, 1, 'device-added', { device: further, member: member(2), name: 'New', publicKey: 'k' });
    const id = mintedBy('request', member(2), 1);
    const said = maker.write(2, 2, 'request-made', request(id, 'A deck', { nonce: nonceOf(1) }));
    const again = maker.writeAs(
      further,
      member(2),
      'request-made',
      request(id, 'A deck', { nonce: nonceOf(1) }),
    );
    expect(fold([...maker.events].filter((event) => event !== said)).requests.get(id)?.made).toBeDefined();
    expect(refusals(maker.events)).toEqual([]);
    everyOrderAgrees(maker, [said, again]);
  });

  it('of an asset that a renewed device adds again is not told of either, in whatever batches it comes', () => {
    const maker = hub();
    const further = deviceOf(44);
    maker.write(1, 1, 'device-added', { device: further, member: member(4), name: 'New', publicKey: 'k' });
    const [asset, version] = [mintedBy('asset', member(4), 1), mintedBy('version', member(4), 1)];
    const body = { ...assetBody(1), asset, nonce: nonceOf(1), version: { ...versionBody(1), id: version } };
    const added = maker.write(4, 4, 'asset-added', body);
    const again = maker.writeAs(further, member(4), 'asset-added', body);
    expect(refusals(maker.events)).toEqual([]);
    everyOrderAgrees(maker, [added, again]);
  });

  it('of an old journal is whose claim is the earliest', () => {
    const maker = hub();
    const first = maker.write(2, 2, 'request-made', request(idOf('r', 1), 'First'));
    const second = maker.write(3, 3, 'request-made', request(idOf('r', 1), 'Second'));
    expect(fold(maker.events).requests.get(idOf('r', 1))?.made?.value.title).toBe('First');
    everyOrderAgrees(maker, [first, second]);
  });

  it('of an old journal is whose claim is the earliest, also where it comes together with one that has lost', () => {
    const maker = hub();
    const claims = [2, 3, 4].map((number) =>
      maker.write(number, number, 'request-made', request(idOf('r', 1), `Of ${number}`)),
    );
    everyOrderAgrees(maker, claims);
  });
});

describe('an id of an old journal, once a lead’s device has anchored what it had seen', () => {
  /** Member 2 asked by an old Kitbag; then a lead anchored what was there. */
  const anchored = () => {
    const maker = hub();
    const made = maker.write(2, 2, 'request-made', request(idOf('r', 1), 'A deck'));
    const last = { [deviceOf(2)]: { catalog: maker.seqOf(deviceOf(2)), activity: 0 } };
    const anchor = maker.write(1, 1, 'history-anchored', { last, at: 7 });
    return { maker, made, anchor };
  };

  it('is not taken by an earlier stamp: what the anchor names counts first', () => {
    const { maker, made, anchor } = anchored();
    const stolen = maker.writeAs(
      deviceOf(3),
      member(3),
      'request-made',
      request(idOf('r', 1), 'Mine'),
      EARLY,
    );
    const state = fold(maker.events);
    expect(state.requests.get(idOf('r', 1))?.made?.value.member).toBe(member(2));
    expect(refusals(maker.events)).toEqual([[deviceOf(3), 'request-made', 'id-taken']]);
    everyOrderAgrees(maker, [made, anchor, stolen]);
  });

  it('is not taken by a later anchor either, and ids that nobody claims twice go on without one', () => {
    const { maker, made, anchor } = anchored();
    const stolen = maker.writeAs(
      deviceOf(3),
      member(3),
      'request-made',
      request(idOf('r', 1), 'Mine'),
      EARLY,
    );
    const last = { [deviceOf(3)]: { catalog: maker.seqOf(deviceOf(3)), activity: 0 } };
    const later = maker.write(1, 1, 'history-anchored', { last, at: 8 });
    const other = maker.write(3, 3, 'request-made', request(idOf('r', 2), 'From an old Kitbag'));
    const state = fold(maker.events);
    expect(state.requests.get(idOf('r', 1))?.made?.value.member).toBe(member(2));
    expect(state.requests.get(idOf('r', 2))?.made?.value.member).toBe(member(3));
    everyOrderAgrees(maker, [made, anchor, stolen, later, other]);
  });

  it('weighs the same in every part of one round', () => {
    const maker = hub();
    const [id, at] = [idOf('r', 1), 7];
    const first = maker.write(2, 2, 'request-made', request(id, 'First'));
    const second = maker.write(3, 3, 'request-made', request(id, 'Second'));
    const parts = [3, 2].map((number) => {
      const last = { [deviceOf(number)]: { catalog: 1, activity: 0 } };
      return maker.write(1, 1, 'history-anchored', { last, at });
    });
    expect(fold(maker.events).requests.get(id)?.made?.value.title).toBe('First');
    everyOrderAgrees(maker, [first, second, ...parts]);
  });

  it('is anchored by leads only', () => {
    const maker = hub();
    maker.write(2, 2, 'request-made', request(idOf('r', 1), 'A deck'));
    const stolen = maker.writeAs(deviceOf(3), member(3), 'request-made', request(idOf('r', 1), 'Mine'));
    const last = { [deviceOf(3)]: { catalog: stolen.seq, activity: 0 } };
    maker.write(3, 3, 'history-anchored', { last, at: 7 });
    expect(fold(maker.events).requests.get(idOf('r', 1))?.made?.value.member).toBe(member(2));
    expect(refusals(maker.events).map(([, , why]) => why)).toContain('not-allowed');
  });
});
