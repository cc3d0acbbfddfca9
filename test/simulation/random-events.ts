import { inviteText, vouchText } from '../../src/domain/people/vouch.ts';
import type { EventKind } from '../../src/domain/registry.ts';
import { MODEL } from '../../src/domain/registry.ts';
import { REQUEST_SIZES, REQUEST_STATUSES } from '../../src/shared/vocabulary/requests.ts';
import { ROLES } from '../../src/shared/vocabulary/roles.ts';
import type { EventToCommit, JsonObject } from '../../src/sync/journal/journal-event.ts';
import { idOf, shaOf } from '../support/event-maker.ts';
import { kitGenerators } from './random-kits.ts';
import { proposalGenerators } from './random-proposals.ts';
import {
  asset,
  DAYS,
  maybe,
  otherDevice,
  otherMember,
  pick,
  request,
  type Surroundings,
  stated,
  term,
  text,
  versionId,
} from './random-values.ts';
import { keyOf, type SimKey } from './sim-crypto.ts';

type Generator = (at: Surroundings) => JsonObject;

function version(at: Surroundings): JsonObject {
  const { random } = at;
  const isFile = random.chance(0.5);
  return {
    id: versionId(at),
    sha256: isFile ? at.addFile(`file ${random.below(8)}`) : shaOf(random.below(1000)),
    size: random.below(100_000),
    fileName: text(at, 'file'),
    mediaType: 'application/pdf',
    kind: 'pdf',
    pageCount: random.below(9),
    words: random.below(900),
    text: { state: 'searchable' },
    ...maybe(at, { textBlob: shaOf(random.below(1000)), note: text(at, 'note') }),
  };
}

function fields(at: Surroundings): JsonObject {
  const { random } = at;
  const all: JsonObject = {
    title: text(at, 'Title'),
    summary: text(at, 'Summary'),
    type: term(at),
    stages: [term(at)],
    personas: [term(at), term(at)],
    products: [],
    audience: pick(random, ['internal', 'customer']),
    language: 'de',
    tags: [text(at, 'tag')],
    status: pick(random, ['draft', 'in-review', 'scheduled', 'published', 'archived']),
    releaseOn: pick(random, DAYS),
    expiresOn: pick(random, DAYS),
    owner: random.chance(0.5) ? otherMember(at) : null,
    folder: pick(random, ['', 'Sales', 'Sales/02 Case studies']),
    // Of dimensions that this device may not know yet, too.
    'dimension:industry': [term(at)],
    'dimension:region': random.chance(0.5) ? [] : [term(at), term(at)],
  };
  return Object.fromEntries(Object.entries(all).filter(() => random.chance(0.4)));
}

function defined(at: Surroundings, more: JsonObject): JsonObject {
  const id = term(at);
  return {
    id,
    name: text(at, 'Term'),
    order: at.random.below(9),
    ...more,
    ...maybe(at, { retired: true, successor: term(at) }),
  };
}

function vouched(at: Surroundings): JsonObject {
  const { random, self } = at;
  const by = pick(random, at.ownKeys);
  const member = random.chance(0.7) ? at.member : otherMember(at);
  return {
    device: self.device,
    name: text(at, 'Second'),
    publicKey: self.signer.publicKey,
    member,
    by: random.chance(0.7) ? { device: by.device } : { invite: inviteKey(random.below(3)).signer.publicKey },
    sig: random.chance(0.7)
      ? by.signer.sign(vouchText(self.device, member))
      : inviteKey(random.below(3)).signer.sign(vouchText(self.device, member)),
  };
}

function invited(at: Surroundings): JsonObject {
  const { random, self } = at;
  const { signer } = inviteKey(random.below(3));
  const member = random.chance(0.8) ? at.member : otherMember(at);
  return {
    invite: signer.publicKey,
    member,
    until: at.now + random.below(10_000_000_000),
    ...maybe(at, { accepts: true, sig: signer.sign(inviteText(self.device, member)) }),
  };
}

/** The one-time key of an invitation. */
export function inviteKey(number: number): SimKey {
  return keyOf(`invitation ${number}`);
}

function lastPositions(at: Surroundings): JsonObject {
  const { random } = at;
  const named = at.devices.filter(() => random.chance(0.8));
  return Object.fromEntries(
    named.map((device) => [
      device,
      {
        catalog: Math.max(0, at.positionOf(device, 'catalog') - random.below(3)),
        activity: Math.max(0, at.positionOf(device, 'activity') - random.below(2)),
      },
    ]),
  );
}

/** Makes the body of an event of every kind. */
export const generators: Readonly<Record<EventKind, Generator>> = {
  'dimension-defined': (at) => ({
    id: pick(at.random, ['industry', 'region']),
    name: text(at, 'Dimension'),
    many: at.random.chance(0.5),
    required: at.random.chance(0.2),
    order: at.random.below(9),
    ...maybe(at, { retired: true }),
  }),
  'dimension-term-defined': (at) =>
    defined(at, {
      dimension: pick(at.random, ['industry', 'region']),
      definition: text(at, 'What it is'),
      synonyms: [text(at, 'word')],
    }),
  'asset-merged': (at) => ({
    asset: asset(at),
    into: asset(at),
    ...maybe(at, { undone: true }),
    at: at.now,
  }),
  'asset-variant-linked': (at) => ({
    asset: asset(at),
    of: at.random.chance(0.8) ? asset(at) : null,
    at: at.now,
  }),
  'asset-variant-followed': (at) => ({
    asset: asset(at),
    version: versionId(at),
    follows: at.random.chance(0.8) ? versionId(at) : null,
    at: at.now,
  }),
  'assets-told-apart': (at) => ({ a: asset(at), b: asset(at), ...maybe(at, { undone: true }), at: at.now }),
  'hub-created': (at) => ({ hub: at.hub, name: text(at, 'Hub'), ...maybe(at, { sample: true }) }),
  'sample-ended': (at) => ({ at: at.now }),
  'hub-renamed': (at) => ({ name: text(at, 'Hub') }),
  'hub-policy-set': (at) => ({
    ...maybe(at, {
      admission: pick(at.random, ['open', 'ask']),
      known: at.devices.filter((device) => at.positionOf(device, 'catalog') > 0),
    }),
    ...maybe(at, { searchWords: pick(at.random, ['counts', 'words']) }),
    ...maybe(at, { kitReview: pick(at.random, ['free', 'needed']) }),
    ...maybe(at, { timeZone: pick(at.random, ['Europe/Berlin', 'America/New_York']) }),
  }),
  'member-added': (at) => ({
    member: otherMember(at),
    name: text(at, 'Member'),
    role: pick(at.random, ROLES),
  }),
  'member-renamed': (at) => ({ member: otherMember(at), name: text(at, 'Member') }),
  'role-granted': (at) => ({
    member: otherMember(at),
    role: pick(at.random, ROLES),
    ...(at.random.chance(0.8) && { last: lastPositions(at) }),
  }),
  'member-admitted': (at) => ({
    member: otherMember(at),
    role: pick(at.random, ROLES),
    ...(at.random.chance(0.5) && { last: lastPositions(at) }),
  }),
  'member-removed': (at) => ({
    member: otherMember(at),
    ...(at.random.chance(0.8) && { last: lastPositions(at) }),
  }),
  'member-joined': (at) => ({
    member: otherMember(at),
    name: text(at, 'Joiner'),
    device: otherDevice(at),
    deviceName: 'laptop',
    publicKey: at.self.signer.publicKey,
  }),
  'device-added': (at) => ({
    device: otherDevice(at),
    member: otherMember(at),
    name: 'laptop',
    publicKey: at.self.signer.publicKey,
  }),
  'device-invited': invited,
  'history-anchored': (at) => ({ last: lastPositions(at), at: at.now }),
  'device-accepted': (at) => ({
    invite: inviteKey(at.random.below(3)).signer.publicKey,
    ...maybe(at, { device: otherDevice(at) }),
  }),
  'device-vouched': vouched,
  'stage-defined': (at) => defined(at, { definition: text(at, 'is'), entryCriteria: '' }),
  'persona-defined': (at) => defined(at, { goals: text(at, 'wants'), challenges: '' }),
  'type-defined': (at) =>
    defined(at, {
      audience: pick(at.random, ['internal', 'customer']),
      ...maybe(at, { reviewDays: 1 + at.random.below(400), needsReview: at.random.chance(0.5) }),
    }),
  'product-defined': (at) => defined(at, {}),
  'synonyms-defined': (at) => ({
    id: term(at),
    words: [text(at, 'word')],
    means: pick(at.random, [{ facet: 'same' }, { facet: 'stage', term: term(at) }]),
    ...maybe(at, { retired: true }),
  }),
  'golden-query-defined': (at) => ({
    id: `g_${at.random.below(2).toString().padStart(16, '0')}`,
    query: text(at, 'words'),
    assets: [asset(at)],
    ...maybe(at, { stage: term(at), retired: true }),
  }),
  'view-defined': (at) => ({
    id: `l_${at.random.below(2).toString().padStart(16, '0')}`,
    name: text(at, 'view'),
    query: text(at, 'words'),
    filters: [{ of: 'stages', values: [term(at)] }],
    sort: pick(at.random, ['best', 'title']),
    ...maybe(at, { stage: term(at), retired: true }),
  }),
  'rule-defined': (at) => ({
    id: `u_${at.random.below(2).toString().padStart(16, '0')}`,
    pattern: `*/${text(at, 'Folder')}/*`,
    set: Object.fromEntries(
      Object.entries({ type: term(at), stages: [term(at)], audience: 'internal' }).filter(() =>
        at.random.chance(0.6),
      ),
    ),
    ...maybe(at, { retired: true }),
  }),
  ...kitGenerators,
  'asset-added': (at) => ({
    asset: asset(at),
    version: version(at),
    fields: { title: text(at, 'Title'), type: term(at), status: 'published', ...fields(at) },
    ...maybe(at, { at: at.now }),
    ...maybe(at, { proposal: idOf('f', at.random.below(3)) }),
  }),
  'asset-version-added': (at) => ({ asset: asset(at), version: version(at) }),
  'asset-version-drafted': (at) => ({ asset: asset(at), version: version(at), at: at.now }),
  'asset-version-moved': (at) => ({
    asset: asset(at),
    version: versionId(at),
    to: pick(at.random, ['published', 'dropped', 'draft']),
    at: at.now,
  }),
  'asset-version-read': (at) => ({
    asset: asset(at),
    version: versionId(at),
    reading: {
      pageCount: at.random.below(9),
      words: at.random.below(900),
      text: { state: 'partly', reason: 'timed-out', pagesWithoutText: at.random.below(9) },
      ...maybe(at, { textBlob: shaOf(at.random.below(1000)) }),
      ...maybe(at, { textFormat: at.random.below(3) }),
    },
    at: at.now,
  }),
  'asset-version-withdrawn': (at) => ({ asset: asset(at), version: versionId(at), at: at.now }),
  'asset-edited': (at) => ({ asset: asset(at), set: fields(at) }),
  'asset-verified': (at) => ({
    asset: asset(at),
    at: at.now,
    ...maybe(at, { version: versionId(at) }),
    ...maybe(at, { withdrawn: true }),
  }),
  'asset-recalled': (at) => ({
    asset: asset(at),
    reason: text(at, 'wrong'),
    at: at.now,
    ...maybe(at, { replacement: asset(at) }),
  }),
  'asset-recall-lifted': (at) => ({ asset: asset(at), at: at.now }),
  'asset-submitted': (at) => ({
    asset: asset(at),
    reviewers: [otherMember(at), at.member],
    way: pick(at.random, ['any', 'all', 'order']),
    at: 1000 + at.random.below(3),
    ...maybe(at, { version: versionId(at), note: text(at, 'please') }),
    ...maybe(at, { withdrawn: true }),
  }),
  'asset-review-answered': (at) => ({
    asset: asset(at),
    to: 1000 + at.random.below(3),
    answer: pick(at.random, ['approved', 'returned', 'withdrawn']),
    at: at.now,
    ...maybe(at, { asked: `${'0'.repeat(12)}-0000|${'0'.repeat(32)}` }),
    ...maybe(at, { comment: text(at, 'because') }),
  }),
  ...proposalGenerators,
  'rating-given': (at) => ({
    asset: asset(at),
    version: versionId(at),
    value: 1 + at.random.below(5),
    at: at.now,
    ...maybe(at, { comment: text(at, 'because'), stage: term(at) }),
  }),
  'rating-withdrawn': (at) => ({ asset: asset(at) }),
  'request-made': (at) => ({
    ...stated(at, 'request', request(at)),
    title: text(at, 'Need'),
    need: '',
    at: at.now,
  }),
  'request-voted': (at) => ({ request: request(at), at: at.now, ...maybe(at, { dealValue: 5 }) }),
  'request-vote-withdrawn': (at) => ({ request: request(at) }),
  'request-commented': (at) => ({
    request: request(at),
    ...stated(at, 'comment', idOf('c', at.random.below(5))),
    text: text(at, 'says'),
    at: at.now,
  }),
  'request-answered': (at) => ({
    request: request(at),
    status: pick(at.random, REQUEST_STATUSES),
    at: at.now,
    ...maybe(at, { size: pick(at.random, REQUEST_SIZES), reason: text(at, 'as') }),
  }),
  'asset-viewed': (at) => ({ asset: asset(at), version: versionId(at), page: 1, at: at.now }),
  'asset-shared': (at) => ({ asset: asset(at), version: versionId(at), how: 'opened', at: at.now }),
  searched: (at) => ({
    results: at.random.below(9),
    at: at.now,
    ...maybe(at, { stage: term(at), persona: term(at), opened: asset(at), position: 1 + at.random.below(9) }),
  }),
};

const MEMBERSHIP = MODEL.kinds.filter((kind) => MODEL.saysWhoIsWho(kind));
const ORDINARY = MODEL.kinds.filter((kind) => !MODEL.saysWhoIsWho(kind));

/** An event as somebody may write it: mostly of a known kind, sometimes of one from the future, or with a body that does not fit. */
export function randomEvent(at: Surroundings): EventToCommit {
  const { random } = at;
  if (random.chance(0.04)) {
    const stream = random.chance(0.7) ? ('catalog' as const) : ('activity' as const);
    return {
      stream,
      kind: pick(random, ['battlecard-sharpened', 'kit-created']),
      body: { what: text(at, 'new') },
    };
  }
  const kind = pick(random, random.chance(0.25) ? MEMBERSHIP : ORDINARY);
  const body = generators[kind](at);
  if (random.chance(0.03)) {
    const [broken] = Object.keys(body);
    return {
      stream: MODEL.streamOf(kind),
      kind,
      body: broken === undefined ? { odd: 1 } : { ...body, [broken]: [7] },
    };
  }
  return { stream: MODEL.streamOf(kind), kind, body };
}
