import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCatalog, foldInto, refusedEvents } from '../../../src/domain/fold/fold-catalog.ts';
import type { FoldEvent } from '../../../src/domain/kernel/fold-event.ts';
import { stampOf } from '../../../src/domain/kernel/register.ts';
import { currentRole, policiesOf } from '../../../src/domain/people/membership.ts';
import type { CatalogState } from '../../../src/domain/registry.ts';
import { MODEL } from '../../../src/domain/registry.ts';
import { countingAnswers } from '../../../src/domain/requests/requests.ts';
import { memberIdOf } from '../../../src/shared/vocabulary/ids.ts';
import {
  assetBody,
  deviceOf,
  EventMaker,
  foldContext,
  idOf,
  keyedDevice,
  mintedBy,
  nonceOf,
  versionBody,
} from '../../support/event-maker.ts';

const fold = (events: Iterable<FoldEvent>) => foldCatalog(events, foldContext);

/** Folds in batches as a replica does: on `refold`, everything that has come so far is folded again. */
function foldInBatches(batches: readonly (readonly FoldEvent[])[]): CatalogState {
  let state = MODEL.emptyCatalog();
  const sofar: FoldEvent[] = [];
  for (const batch of batches) {
    sofar.push(...batch);
    if (foldInto(state, batch, foldContext).fold === 'refold') state = fold(sofar);
  }
  return state;
}

const YEAR = 365 * 86_400_000;

/** A random step of a random member: number of device, what is done, two small numbers to do it with. */
const step = fc.record({
  who: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom(
    'add',
    'edit',
    'version',
    'verify',
    'draft',
    'move',
    'reread',
    'rate',
    'unrate',
    'ask',
    'vote',
    'unvote',
    'say',
    'answer',
    'role',
    'remove',
    'rename',
    'term',
    'synonyms',
    'golden',
    'policy',
    'come',
    'admit',
    'second',
    'cut',
    'joined-says',
    'backdate',
    'mint',
    'steal',
    'anchor',
    'odd',
    'broken',
  ),
  one: fc.integer({ min: 1, max: 4 }),
  two: fc.integer({ min: 1, max: 5 }),
  off: fc.constantFrom(0, 0, 0, 3_600_000, -3_600_000, 10 * YEAR, -10 * YEAR, 200 * YEAR),
  /** How many events back those lie that it names. */
  names: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
});

function act(
  maker: EventMaker,
  { who, kind, one, two }: { who: number; kind: string; one: number; two: number },
): void {
  const asset = idOf('a', one);
  const request = idOf('r', one);
  const write = (name: string, body: unknown) => maker.write(who, who, name, body);
  const roles = ['rep', 'marketer', 'lead'];
  const statuses = ['accepted', 'declined', 'new', 'fulfilled'];
  if (kind === 'add') write('asset-added', assetBody(one, { title: `Title ${two}` }));
  const status = ['published', 'draft', 'scheduled', 'archived', 'in-review'][two - 1];
  if (kind === 'edit')
    write('asset-edited', { asset, set: { title: `Edited ${two}`, tags: [`tag-${two}`], status } });
  if (kind === 'version') write('asset-version-added', { asset, version: versionBody(10 * one + two) });
  if (kind === 'draft')
    write('asset-version-drafted', { asset, version: versionBody(10 * one + two), at: two });
  if (kind === 'move')
    write('asset-version-moved', {
      asset,
      version: idOf('v', 10 * one + (two % 3)),
      to: ['published', 'dropped', 'draft'][two % 3],
      at: two,
    });
  if (kind === 'verify')
    write('asset-verified', { asset, at: two, ...(two > 2 && { version: idOf('v', 10 * one + two) }) });
  if (kind === 'reread') {
    const reading = {
      pageCount: two,
      words: 100 * who,
      text: { state: 'searchable' },
      ...(two > 2 && { textFormat: two - 2 }),
    };
    write('asset-version-read', { asset, version: versionBody(one).id, reading, at: two });
  }
  if (kind === 'rate') write('rating-given', { asset, version: idOf('v', one), value: two, at: two });
  if (kind === 'unrate') write('rating-withdrawn', { asset });
  if (kind === 'ask') write('request-made', { request, title: `Need ${two}`, need: '', at: two });
  if (kind === 'vote') write('request-voted', { request, at: two });
  if (kind === 'unvote') write('request-vote-withdrawn', { request });
  if (kind === 'say')
    write('request-commented', { request, comment: idOf('c', two), text: `Said ${who}`, at: two });
  if (kind === 'answer')
    write('request-answered', { request, status: statuses[two % 4], at: two, reason: 'because' });
  if (kind === 'role') write('role-granted', { member: idOf('m', one), role: roles[two % 3] });
  if (kind === 'remove' && one > 1) write('member-removed', { member: idOf('m', one) });
  if (kind === 'rename') write('member-renamed', { member: idOf('m', who), name: `Name ${two}` });
  if (kind === 'term')
    write('stage-defined', {
      id: `stage-${one}`,
      name: `S${two}`,
      definition: '',
      entryCriteria: '',
      order: two,
    });
  if (kind === 'synonyms')
    write('synonyms-defined', {
      id: `words-${one}`,
      words: ['one', `word ${two}`],
      means: two > 2 ? { facet: 'same' } : { facet: 'stage', term: `stage-${two}` },
      retired: two > 3,
    });
  if (kind === 'golden')
    write('golden-query-defined', {
      id: idOf('g', one),
      query: `query ${two}`,
      assets: [asset],
      retired: two > 3,
    });
  if (kind === 'policy')
    write('hub-policy-set', two > 3 ? { searchWords: 'words' } : { admission: two > 1 ? 'ask' : 'open' });
  if (kind === 'come' && maker.seqOf(keyedDevice(one).id) === 0) maker.comeIn(one, two === 1 ? 5 : undefined);
  if (kind === 'admit')
    write('member-admitted', { member: memberIdOf(keyedDevice(one).id), role: roles[two % 3] });
  if (kind === 'second' && maker.seqOf(keyedDevice(10 + one).id) === 0)
    maker.vouch(10 + one, keyedDevice(one), memberIdOf(keyedDevice(one).id));
  if (kind === 'cut') {
    const { id } = keyedDevice(one);
    const last = { [id]: { catalog: Math.max(0, maker.seqOf(id) - 1), activity: 0 } };
    write('member-removed', { member: two > 3 ? idOf('m', one) : memberIdOf(id), last });
  }
  if (kind === 'joined-says' || kind === 'backdate') {
    const { id } = keyedDevice(two > 4 ? 10 + one : one);
    const at = kind === 'backdate' ? 1_000_010 + two : undefined;
    const member = memberIdOf(keyedDevice(one).id);
    if (maker.seqOf(id) > 0 && two === 3) maker.writeAs(id, member, 'asset-edited', { asset, set: {} }, at);
    else if (maker.seqOf(id) > 0)
      maker.writeAs(id, member, 'role-granted', { member: idOf('m', who), role: 'rep' }, at);
  }
  if (kind === 'mint' || kind === 'steal') {
    // What a member mints, in its own name and in others', with its nonce, another and none.
    const owner = idOf('m', kind === 'mint' ? who : one);
    const nonce = kind === 'mint' ? { nonce: nonceOf(two) } : {};
    const [mintedAsset, minted] = [mintedBy('asset', owner, two), mintedBy('version', owner, two)];
    const minteds = { ...nonce, version: { ...versionBody(one), id: minted } };
    if (one === 1) write('asset-added', { ...assetBody(two), asset: mintedAsset, ...minteds });
    if (one === 2) write('asset-version-added', { asset, ...minteds });
    const said = { ...nonce, at: two };
    const asked = mintedBy('request', owner, two);
    if (one === 3) write('request-made', { request: asked, title: `Of ${who}`, need: '', ...said });
    const comment = mintedBy('comment', owner, two);
    if (one === 4) write('request-commented', { request, comment, text: `Of ${who}`, ...said });
  }
  if (kind === 'anchor') {
    const device = deviceOf(one);
    write('history-anchored', { last: { [device]: { catalog: maker.seqOf(device), activity: 0 } }, at: two });
  }
  if (kind === 'odd') write('asset-teleported', { asset });
  if (kind === 'broken') write('rating-given', { asset: 'nonsense', value: 9 });
}

describe('folding the catalog', () => {
  it('gives the same catalog for every order of arrival, in any batches', () => {
    const events = fc.array(step, { maxLength: 60 }).map((steps) => {
      const maker = new EventMaker().found().join(2, 'marketer').join(3, 'rep').join(4, 'rep');
      for (const one of steps) {
        const named = one.names.flatMap((back) => maker.events.at(-1 - back) ?? []);
        maker.odd(one.off, named.map(stampOf));
        act(maker, one); // device 5 belongs to nobody
      }
      return maker.events;
    });
    const cut = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 10 });
    const shuffled = events.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), cut),
    );
    fc.assert(
      fc.property(shuffled, ([all, mixed, sizes]) => {
        const expected = fold(all);
        const batches: FoldEvent[][] = [];
        for (let at = 0, turn = 0; at < mixed.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          batches.push(mixed.slice(at, at + size));
          at += size;
        }
        const actual = foldInBatches(batches);
        expect(MODEL.textOf(actual)).toBe(MODEL.textOf(expected));
        expect(refusedEvents(actual)).toEqual(refusedEvents(expected));
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same catalog when events arrive twice', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    maker.write(2, 2, 'asset-added', assetBody(1));
    maker.write(2, 2, 'rating-given', { asset: idOf('a', 1), version: idOf('v', 1), value: 4, at: 1 });
    expect(MODEL.textOf(fold([...maker.events, ...maker.events]))).toBe(MODEL.textOf(fold(maker.events)));
  });

  it('comes back whole from its JSON', () => {
    const maker = new EventMaker().found().join(2, 'marketer').join(3, 'rep');
    maker.write(2, 2, 'asset-added', assetBody(1));
    maker.write(2, 2, 'asset-version-added', { asset: idOf('a', 1), version: versionBody(2) });
    maker.write(2, 2, 'asset-version-read', {
      asset: idOf('a', 1),
      version: idOf('v', 2),
      reading: { pageCount: 7, words: 70, text: { state: 'searchable' } },
      at: 1,
    });
    maker.write(3, 3, 'rating-given', { asset: idOf('a', 1), version: idOf('v', 1), value: 4, at: 1 });
    maker.write(3, 3, 'request-made', { request: idOf('r', 1), title: 'T', need: '', at: 1 });
    maker.write(2, 2, 'asset-version-drafted', { asset: idOf('a', 1), version: versionBody(3), at: 1 });
    maker.write(2, 2, 'asset-version-moved', {
      asset: idOf('a', 1),
      version: idOf('v', 3),
      to: 'dropped',
      at: 2,
    });
    maker.write(2, 2, 'asset-verified', { asset: idOf('a', 1), version: idOf('v', 2), at: 3 });
    maker.write(3, 3, 'asset-added', assetBody(2));
    maker.write(1, 1, 'synonyms-defined', { id: 'roi', words: ['ROI', 'return'], means: { facet: 'same' } });
    const state = fold(maker.events);
    const json = Object.fromEntries(MODEL.collections.map((name) => [name, MODEL.toJson(state, name)]));
    const back = MODEL.fromJson(JSON.parse(JSON.stringify(json)), foldContext);
    expect(MODEL.textOf(back)).toBe(MODEL.textOf(state));
    expect(refusedEvents(back)).toEqual(refusedEvents(state));
    expect(back.versions.get(idOf('v', 2))).toBe(idOf('a', 1));
  });

  it('keeps the later of two edits of a field and both edits of two fields', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    maker.write(1, 1, 'asset-added', assetBody(1));
    maker.write(1, 1, 'asset-edited', { asset: idOf('a', 1), set: { title: 'First', summary: 'Kept' } });
    maker.write(2, 2, 'asset-edited', { asset: idOf('a', 1), set: { title: 'Second' } });
    const fields = fold(maker.events.toReversed()).assets.get(idOf('a', 1))?.fields;
    expect(fields?.title?.value).toBe('Second');
    expect(fields?.summary?.value).toBe('Kept');
  });

  it('shows of a version what was read in the newest format, whoever read it in an older one later', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    const { version, ...rest } = assetBody(1);
    const of = { asset: idOf('a', 1), version: version.id, at: 1 };
    const reading = { pageCount: 9, words: 90, text: { state: 'searchable' } };
    maker.write(1, 1, 'asset-added', { ...rest, version: { ...version, textFormat: 1 } });
    maker.write(2, 2, 'asset-version-read', { ...of, reading });
    const bodyOf = (events: typeof maker.events) =>
      fold(events).assets.get(idOf('a', 1))?.versions.get(version.id)?.value.body;
    expect(bodyOf(maker.events)).toMatchObject({ words: version.words, textFormat: 1 });
    maker.write(1, 1, 'asset-version-read', { ...of, reading: { ...reading, words: 80, textFormat: 2 } });
    maker.write(2, 2, 'asset-version-read', { ...of, reading: { ...reading, words: 70, textFormat: 1 } });
    for (const events of [maker.events, maker.events.toReversed()])
      expect(bodyOf(events)).toMatchObject({ words: 80, textFormat: 2 });
  });

  it('shows of a version what was found when it was last read, and its file as its publisher added it', () => {
    const maker = new EventMaker().found().join(2, 'marketer').join(3, 'rep');
    const { version, ...rest } = assetBody(1);
    const textBlob = 'a'.repeat(64);
    const late = { ...version, text: { state: 'not', reason: 'timed-out' }, words: 0 };
    const reading = { pageCount: 9, words: 90, text: { state: 'searchable' }, textBlob };
    const of = { asset: idOf('a', 1), version: version.id, at: 1 };
    maker.write(1, 1, 'asset-added', { ...rest, version: late });
    maker.write(2, 2, 'asset-version-read', { ...of, reading: { ...reading, words: 1 } });
    maker.write(1, 1, 'asset-version-read', { ...of, reading });
    maker.write(3, 3, 'asset-version-read', { ...of, reading: { ...reading, words: 2 } });
    for (const events of [maker.events, maker.events.toReversed()]) {
      const state = fold(events);
      const body = state.assets.get(idOf('a', 1))?.versions.get(version.id)?.value.body;
      expect(body).toEqual({ ...late, ...reading });
      expect(refusedEvents(state)).toMatchObject([{ kind: 'asset-version-read', why: 'not-allowed' }]);
    }
  });

  it('takes ids that are names of built-in properties for what they are: invalid', () => {
    const maker = new EventMaker().found();
    maker.write(1, 1, 'asset-edited', { asset: '__proto__', set: { title: 'x' } });
    maker.write(
      1,
      1,
      'stage-defined',
      JSON.parse('{"id":"constructor","name":"C","definition":"","entryCriteria":"","order":1}'),
    );
    const state = fold(maker.events);
    expect(state.assets.size).toBe(0);
    expect(state.taxonomy.stages.get('constructor')?.value.name).toBe('C');
    expect(refusedEvents(state).map((event) => event.why)).toEqual(['invalid-body']);
  });
});

describe('who may', () => {
  it('lists what a rep publishes, and changes nothing', () => {
    const maker = new EventMaker().found().join(3, 'rep');
    maker.write(3, 3, 'asset-added', assetBody(1));
    const state = fold(maker.events);
    expect(state.assets.size).toBe(0);
    expect(refusedEvents(state)).toMatchObject([
      { kind: 'asset-added', why: 'not-allowed', member: idOf('m', 3) },
    ]);
  });

  it('lets leads alone say what words mean, the last of them', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    const means = { facet: 'stage', term: 'decision' } as const;
    maker.write(1, 1, 'synonyms-defined', { id: 'late', words: ['BOFU'], means });
    maker.write(2, 2, 'synonyms-defined', { id: 'late', words: ['nonsense'], means });
    maker.write(1, 1, 'synonyms-defined', { id: 'late', words: ['BOFU', 'late stage'], means });
    maker.write(1, 1, 'synonyms-defined', { id: 'odd', words: [], means });
    const state = fold(maker.events.toReversed());
    expect(state.taxonomy.synonyms.get('late')?.value.words).toEqual(['BOFU', 'late stage']);
    expect(refusedEvents(state).map((event) => event.why)).toEqual(['invalid-body', 'not-allowed']);
  });

  it('lets leads alone define golden queries, the last of them', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    const golden = (who: number, query: string) =>
      maker.write(who, who, 'golden-query-defined', { id: idOf('g', 1), query, assets: [idOf('a', 1)] });
    golden(1, 'first');
    golden(1, 'last');
    golden(2, 'not mine to say');
    const state = fold(maker.events.toReversed());
    expect([...state.golden.values()].map(({ value }) => value.query)).toEqual(['last']);
    expect(refusedEvents(state).map((event) => event.why)).toEqual(['not-allowed']);
  });

  it('counts what was done before a role was taken away, and nothing after', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    maker.write(2, 2, 'asset-added', assetBody(1));
    maker.write(1, 1, 'role-granted', { member: idOf('m', 2), role: 'rep' });
    maker.write(2, 2, 'asset-added', assetBody(2));
    maker.write(1, 1, 'member-removed', { member: idOf('m', 2) });
    maker.write(2, 2, 'rating-given', { asset: idOf('a', 1), version: idOf('v', 1), value: 5, at: 1 });
    const state = fold(maker.events);
    expect([...state.assets.keys()]).toEqual([idOf('a', 1)]);
    expect(state.ratings.size).toBe(0);
    expect(refusedEvents(state).map((event) => event.why)).toEqual(['not-allowed', 'after-removal']);
  });

  it('does not believe a device that speaks for somebody else, nor one that nobody knows', () => {
    const maker = new EventMaker().found().join(2, 'rep');
    maker.write(2, 1, 'asset-added', assetBody(1)); // a rep's device claims to be the lead
    maker.write(9, 1, 'asset-added', assetBody(2));
    maker.write(9, 1, 'role-granted', { member: idOf('m', 2), role: 'lead' });
    const state = fold(maker.events);
    expect(state.assets.size).toBe(0);
    expect(currentRole(state.membership.timeline, idOf('m', 2))).toBe('rep');
    expect(
      refusedEvents(state)
        .map((event) => event.why)
        .toSorted(),
    ).toEqual(['unknown-device', 'unknown-device', 'wrong-member']);
  });

  it('does not let a rep take a higher role, but lets everybody look around in the sample hub', () => {
    const maker = new EventMaker().found().join(3, 'rep');
    maker.write(3, 3, 'role-granted', { member: idOf('m', 3), role: 'lead' });
    expect(currentRole(fold(maker.events).membership.timeline, idOf('m', 3))).toBe('rep');
    const first = maker.events[0];
    if (first === undefined) throw new Error('no founding');
    const sample = [
      { ...first, body: { hub: idOf('h', 1), name: 'Hub', sample: true } },
      ...maker.events.slice(1),
    ];
    expect(currentRole(fold(sample).membership.timeline, idOf('m', 3))).toBe('lead');
  });

  it('lets the founder of a private hub be a rep and become a lead again', () => {
    const maker = new EventMaker().found();
    maker.write(1, 1, 'role-granted', { member: idOf('m', 1), role: 'rep' });
    expect(currentRole(fold(maker.events).membership.timeline, idOf('m', 1))).toBe('rep');
    maker.write(1, 1, 'role-granted', { member: idOf('m', 1), role: 'lead' });
    expect(currentRole(fold(maker.events).membership.timeline, idOf('m', 1))).toBe('lead');
  });

  it('knows one founding only: a second one is refused, whoever writes it', () => {
    const maker = new EventMaker().found().join(2, 'rep');
    maker.write(2, 2, 'hub-created', { hub: idOf('h', 2), name: 'Mine' });
    maker.write(7, 7, 'hub-created', { hub: idOf('h', 3), name: 'Stranger’s' });
    const state = fold(maker.events);
    expect(state.membership.timeline.hub?.id).toBe(idOf('h', 1));
    expect(refusedEvents(state)).toHaveLength(2);
  });

  it('keeps each policy as the last lead set it, and to its default until one did', () => {
    const maker = new EventMaker().found().join(2, 'marketer');
    expect(policiesOf(fold(maker.events).membership.timeline)).toMatchObject({
      admission: 'open',
      searchWords: 'counts',
    });
    maker.write(1, 1, 'hub-policy-set', { searchWords: 'words' });
    maker.write(1, 1, 'hub-policy-set', { admission: 'ask' });
    maker.write(2, 2, 'hub-policy-set', { searchWords: 'counts' }); // a marketer has no say in it
    const state = fold(maker.events.toReversed());
    expect(policiesOf(state.membership.timeline)).toMatchObject({ admission: 'ask', searchWords: 'words' });
    expect(refusedEvents(state)).toMatchObject([{ kind: 'hub-policy-set', why: 'not-allowed' }]);
  });

  it('defers kinds that this version does not know', () => {
    const maker = new EventMaker().found();
    maker.write(1, 1, 'kit-made', { kit: 'k' });
    const state = fold(maker.events);
    expect([...state.deferred.values()].map((event) => event.kind)).toEqual(['kit-made']);
    expect(refusedEvents(state)).toEqual([]);
  });

  it('lets a rep withdraw the own request and nobody else’s', () => {
    const maker = new EventMaker().found().join(2, 'rep').join(3, 'rep');
    maker.write(2, 2, 'request-made', { request: idOf('r', 1), title: 'T', need: '', at: 1 });
    maker.write(3, 3, 'request-answered', { request: idOf('r', 1), status: 'declined', at: 2 });
    const before = fold(maker.events).requests.get(idOf('r', 1));
    maker.write(2, 2, 'request-answered', { request: idOf('r', 1), status: 'declined', at: 3 });
    const after = fold(maker.events).requests.get(idOf('r', 1));
    expect(before && countingAnswers(before)).toEqual([]);
    expect(after && countingAnswers(after).map((answer) => answer.at)).toEqual([3]);
  });

  it('takes no time that nobody can have meant, and tells of it', () => {
    const maker = new EventMaker().found().join(2, 'rep');
    const made = (request: string, at: number) =>
      maker.write(2, 2, 'request-made', { request, title: 'Need', need: '', at });
    made(idOf('r', 1), Date.parse('2200-01-01'));
    made(idOf('r', 2), 8.9e15);
    const state = fold(maker.events);
    expect([...state.requests.keys()]).toEqual([idOf('r', 1)]);
    expect(refusedEvents(state)).toMatchObject([{ kind: 'request-made', why: 'invalid-body' }]);
  });
});
