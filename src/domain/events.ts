import { z } from 'zod';
import { cleanLine } from '../shared/clean-line.ts';
import { isDay } from '../shared/day.ts';
import {
  DEVICE_ID_PATTERN,
  ID_PREFIX,
  NONCE_PATTERN,
  SHA256_PATTERN,
  TERM_ID_PATTERN,
} from '../shared/ids.ts';
import {
  FARTHEST_ORDER,
  LARGEST_AMOUNT,
  LARGEST_FILE,
  LATEST_TIME,
  LONGEST_LANGUAGE,
  LONGEST_LINE,
  LONGEST_PROSE,
  LONGEST_TAG,
  MOST_CHOSEN,
  MOST_COUNTED,
  MOST_PAGES,
  WIDEST_PICTURE,
} from '../shared/limits.ts';
import { cleanName } from '../shared/person-name.ts';
import { TERM_FACETS } from './synonyms.ts';

/**
 * What a person did, as the body of a journal event. Past tense; every kind has a guard, and a body that does not fit is refused
 * by every replica. A new field is always optional with a default, so that old journals open.
 */

/** An id of one kind, told by its prefix: an asset's id in a request's place is refused. */
const idOf = (kind: keyof typeof ID_PREFIX) =>
  z.string().regex(new RegExp(`^${ID_PREFIX[kind]}_[0-9a-hjkmnp-tv-z]{16}$`));
const assetId = idOf('asset');
const versionId = idOf('version');
const requestId = idOf('request');
const commentId = idOf('comment');
const memberId = idOf('member');
const hubId = idOf('hub');
const termId = z.string().regex(TERM_ID_PATTERN);
const sha256 = z.string().regex(SHA256_PATTERN);
const goldenQueryId = idOf('golden');
const deviceId = z.string().regex(DEVICE_ID_PATTERN);
/** What the ids that an event states for the first time follow from, with its author; absent in old journals. See `claims.ts`. */
const nonce = z.string().regex(NONCE_PATTERN).optional();
const shortText = z.string().trim().min(1).max(LONGEST_LINE);
/** One line of text for people, as it may be shown: trimmed, never empty. */
const line = z.string().transform(cleanLine).pipe(shortText);
/** A name of somebody, a device or a hub, as it may be shown: what can't be seen in it is not there. */
const name = z.string().transform(cleanName).pipe(shortText);
const prose = z.string().max(LONGEST_PROSE);
/** Milliseconds since 1970; business facts carry their own time, which is not the event's stamp. */
const time = z.number().int().nonnegative().max(LATEST_TIME);
/** An Ed25519 public key: 32 raw bytes, base64url. */
const publicKey = z.string().regex(/^[\w-]{43}$/);
/** How many there are of something. */
const count = z.number().int().nonnegative().max(MOST_COUNTED);
const pages = z.number().int().nonnegative().max(MOST_PAGES);
/** The `seq` of an event; 0 before the first. */
const position = count;
/** A calendar day that exists, `2026-11-21`. */
const day = z.string().refine(isDay);
/** Money, in the hub's currency. */
const amount = z.number().nonnegative().max(LARGEST_AMOUNT);
/** Where a term stands in its list. */
const order = z.number().min(-FARTHEST_ORDER).max(FARTHEST_ORDER);
/** A side of a picture, in pixels. */
const side = z.number().nonnegative().max(WIDEST_PICTURE);
/** Why a text can't be searched, as a code. */
const reason = z.string().max(LONGEST_LINE);
const termIds = z.array(termId).max(MOST_CHOSEN);

export const ROLES = ['rep', 'marketer', 'lead'] as const;
/** What becomes of a version that waits: it comes out, is given up, or waits on. */
export const VERSION_MOVES = ['published', 'dropped', 'draft'] as const;
export const AUDIENCES = ['internal', 'customer'] as const;
export const ASSET_STATUSES = ['draft', 'in-review', 'scheduled', 'published', 'archived'] as const;
export const REQUEST_STATUSES = [
  'new',
  'accepted',
  'in-progress',
  'in-review',
  'fulfilled',
  'declined',
  'merged',
] as const;
export const REQUEST_SIZES = ['small', 'medium', 'large'] as const;
/** Whether whoever holds the hub's place comes in at once as a rep, or a lead is asked. */
export const ADMISSIONS = ['open', 'ask'] as const;
/** Whether leads see how often was searched, or also the words. */
export const SEARCH_WORDS = ['counts', 'words'] as const;
export const SHARE_KINDS = ['opened', 'saved', 'copied', 'dragged'] as const;

/** What is known of a version's text, as its publisher found it. */
const textState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('searchable') }),
  z.object({ state: z.literal('partly'), reason, pagesWithoutText: pages }),
  z.object({ state: z.literal('not'), reason }),
]);

export const versionSchema = z.object({
  id: versionId,
  sha256,
  size: z.number().int().nonnegative().max(LARGEST_FILE),
  /** As the file was called; shown, and offered when it is saved. Never used as a path. */
  fileName: z.string().transform(cleanLine).pipe(z.string().min(1).max(1024)),
  mediaType: z.string().max(200),
  kind: z.string().max(20),
  pageCount: pages,
  words: count,
  text: textState,
  /** Blob of gzipped JSON: `{label, text}` by page. Absent when there is no text. */
  textBlob: sha256.optional(),
  /** Its text has parts that the author hid. Absent too where it was read by a Kitbag that could not tell. */
  hidden: z.literal(true).optional(),
  /** In which format its text was written; absent: 0. See `engine/publish/text-format.ts`. */
  textFormat: count.optional(),
  thumbnail: z.object({ sha256, mediaType: z.string().max(40), width: side, height: side }).optional(),
  note: prose.optional(),
  /** The document's own date: when its content was last changed, by its own word or by its file's. Absent where nothing says it. */
  writtenAt: time.optional(),
});

/** What reading a version's file found. */
export const versionReadingSchema = versionSchema.pick({
  pageCount: true,
  words: true,
  text: true,
  textBlob: true,
  hidden: true,
  textFormat: true,
  thumbnail: true,
});

/** The editable fields of an asset: each a last-writer-wins register. */
export const assetFieldsSchema = z.object({
  title: line,
  summary: prose,
  type: termId,
  stages: termIds,
  personas: termIds,
  products: termIds,
  audience: z.enum(AUDIENCES),
  language: z.string().max(LONGEST_LANGUAGE),
  tags: z.array(z.string().trim().min(1).max(LONGEST_TAG)).max(MOST_CHOSEN),
  status: z.enum(ASSET_STATUSES),
  /** Day from which a scheduled asset is published. */
  releaseOn: day.nullable(),
  /** Last day on which it may be used. */
  expiresOn: day.nullable(),
  /** Who answers for the asset. */
  owner: memberId.nullable(),
  /** Who answers for its truth: says that it is still right. */
  verifier: memberId.nullable(),
});

/** What terms of the taxonomy have in common when they are given up. */
const retirement = {
  retired: z.boolean().optional(),
  /** The term that took the place of a retired one: what is asked for this one is asked for that. */
  successor: termId.optional(),
};

/**
 * The last event of each of a member's devices that whoever changes their role knew, by stream, and the digest of its chain there (absent in
 * old journals) with the device's own signature over it, its seal's: nothing can be put in the place of what is named so.
 */
const lastPositions = z.record(
  deviceId,
  z.object({
    catalog: position,
    activity: position,
    catalogDigest: sha256.optional(),
    activityDigest: sha256.optional(),
    catalogSeal: z.string().max(200).optional(),
    activitySeal: z.string().max(200).optional(),
  }),
);

/** Events of the `catalog` stream, which everybody pulls. */
export const catalogEventBodies = {
  'hub-created': z.object({ hub: hubId, name, sample: z.boolean().optional() }),
  /** The sample hub is shared: from then on nobody takes a role of their own but the person who began it (`sample-heir.ts`). */
  'sample-ended': z.object({ at: time.optional() }),
  'hub-renamed': z.object({ name }),
  /** What the leads decided for the hub: each field a last-writer-wins register. */
  'hub-policy-set': z.object({
    admission: z.enum(ADMISSIONS).optional(),
    searchWords: z.enum(SEARCH_WORDS).optional(),
    /** With `admission: 'ask'`: the devices known then. Whoever's joining was not seen yet waits, however early its stamp. */
    known: z.array(deviceId).optional(),
  }),
  'member-added': z.object({ member: memberId, name, role: z.enum(ROLES) }),
  'member-renamed': z.object({ member: memberId, name }),
  /** `last`: from where on the role is theirs; absent in old journals: from this event's place in the order on. */
  'role-granted': z.object({ member: memberId, role: z.enum(ROLES), last: lastPositions.optional() }),
  /** Lets in somebody who waits; what they did meanwhile counts then. For a removed member: a coming back. */
  'member-admitted': z.object({ member: memberId, role: z.enum(ROLES), last: lastPositions.optional() }),
  'member-removed': z.object({
    member: memberId,
    /**
     * The last event of each of the member's devices that still counts, by stream. What comes after it never counts, whatever its
     * stamp says; nothing counts of a device that is not named. Absent in old journals: then the stamp of this event divides.
     */
    last: lastPositions.optional(),
    at: time.optional(),
  }),
  /** Somebody comes in by themselves: the first event of the new device's own journal. The member's id follows from the device's. */
  'member-joined': z.object({
    member: memberId,
    name,
    device: deviceId,
    deviceName: name,
    publicKey,
    at: time.optional(),
  }),
  /** A member shows a code for a further device: the public half of a one-time key that the code gives. */
  'device-invited': z.object({
    invite: publicKey,
    member: memberId,
    until: time,
    /** The device that invites says which one it accepts; until then whoever shows the code waits. Absent in old journals: the first in time has it. */
    accepts: z.literal(true).optional(),
    /** With `accepts`: by the invite's key over `inviteText`, so that nobody else can claim the code as theirs. */
    sig: z.string().max(200).optional(),
  }),
  /** The device that invited names the one that it accepted, or closes the code unused: from then on it is worth nothing. */
  'device-accepted': z.object({ invite: publicKey, device: deviceId.optional() }),
  /**
   * A further device of a member, or the new identity of a forked one: the first event of the new device's own journal. `sig` is by the
   * invite's key or by the old device's, over `vouchText` of device and member.
   */
  'device-vouched': z.object({
    device: deviceId,
    name,
    publicKey,
    member: memberId,
    by: z.union([z.object({ invite: publicKey }), z.object({ device: deviceId })]),
    sig: z.string().max(200),
  }),
  /**
   * How much of the history of some devices a lead's device had seen: what was stated there without a nonce (old journals) counts before
   * what was stated so elsewhere. The events of one device with the same `at` are one round. See `claims.ts`.
   */
  'history-anchored': z.object({ last: lastPositions, at: time }),
  'device-added': z.object({ device: deviceId, member: memberId, name, publicKey: z.string().max(200) }),
  'stage-defined': z.object({
    id: termId,
    name: line,
    definition: prose,
    entryCriteria: prose,
    order,
    ...retirement,
  }),
  'persona-defined': z.object({
    id: termId,
    name: line,
    goals: prose,
    challenges: prose,
    order,
    ...retirement,
  }),
  'type-defined': z.object({
    id: termId,
    name: line,
    audience: z.enum(AUDIENCES),
    order,
    ...retirement,
  }),
  'product-defined': z.object({ id: termId, name: line, order, ...retirement }),
  /** A search with the assets that it ought to find: how good search is, is measured with them. Written as a whole. */
  'golden-query-defined': z.object({
    id: goldenQueryId,
    nonce,
    query: line,
    stage: termId.optional(),
    persona: termId.optional(),
    assets: z.array(assetId).max(MOST_CHOSEN),
    retired: z.boolean().optional(),
  }),
  /** Words for the same thing, or for a term: searching for one finds the others. */
  'synonyms-defined': z.object({
    id: termId,
    words: z
      .array(z.string().transform(cleanLine).pipe(shortText.max(100)))
      .min(1)
      .max(30),
    means: z.discriminatedUnion('facet', [
      z.object({ facet: z.literal('same') }),
      ...TERM_FACETS.map((facet) => z.object({ facet: z.literal(facet), term: termId })),
    ]),
    retired: z.boolean().optional(),
  }),
  'asset-added': z.object({
    asset: assetId,
    nonce,
    version: versionSchema,
    fields: assetFieldsSchema.partial().required({ title: true, type: true, status: true }),
    /** When it was first published; earlier than this event in the sample and in imports of history. */
    at: time.optional(),
  }),
  'asset-version-added': z.object({ asset: assetId, nonce, version: versionSchema, at: time.optional() }),
  /** A version's file was read again and more was found; the last reading of the newest format counts. Its file stays what it is. */
  'asset-version-read': z.object({
    asset: assetId,
    version: versionId,
    reading: versionReadingSchema,
    at: time,
  }),
  'asset-edited': z.object({
    asset: assetId,
    set: assetFieldsSchema.partial(),
    /** By the wall clock of who wrote it: the stamp's clock follows whoever is ahead. */
    at: time.optional(),
  }),
  /** A version that waits beside the published one. A kind of its own, so that older versions of Kitbag don't take it for published. */
  'asset-version-drafted': z.object({ asset: assetId, nonce, version: versionSchema, at: time }),
  /** What becomes of a drafted version; says nothing of one that was published from the start. */
  'asset-version-moved': z.object({
    asset: assetId,
    version: versionId,
    to: z.enum(VERSION_MOVES),
    at: time,
  }),
  /** Without `version` (old journals) it is of the version that was current at its place. */
  'asset-verified': z.object({ asset: assetId, version: versionId.optional(), at: time }),
  'rating-given': z.object({
    asset: assetId,
    version: versionId,
    value: z.number().int().min(1).max(5),
    stage: termId.optional(),
    persona: termId.optional(),
    comment: prose.optional(),
    at: time,
  }),
  'rating-withdrawn': z.object({ asset: assetId }),
  'request-made': z.object({
    request: requestId,
    nonce,
    title: line,
    need: prose,
    why: prose.optional(),
    stage: termId.optional(),
    persona: termId.optional(),
    type: termId.optional(),
    neededBy: day.optional(),
    dealValue: amount.optional(),
    at: time,
  }),
  'request-voted': z.object({ request: requestId, dealValue: amount.optional(), at: time }),
  'request-vote-withdrawn': z.object({ request: requestId }),
  'request-commented': z.object({
    request: requestId,
    comment: commentId,
    nonce,
    text: prose.min(1),
    at: time,
  }),
  'request-answered': z.object({
    request: requestId,
    status: z.enum(REQUEST_STATUSES),
    /** Why it was declined. */
    reason: prose.optional(),
    /** What it was fulfilled with. */
    asset: assetId.optional(),
    /** The request that it was merged into. */
    into: requestId.optional(),
    size: z.enum(REQUEST_SIZES).optional(),
    at: time,
  }),
} as const;

/** Events of the `activity` stream, which marketers' and leads' devices pull. */
export const activityEventBodies = {
  'asset-viewed': z.object({
    asset: assetId,
    version: versionId,
    page: pages.min(1).optional(),
    at: time,
  }),
  'asset-shared': z.object({ asset: assetId, version: versionId, how: z.enum(SHARE_KINDS), at: time }),
  /** Counts only: the words that somebody searched for stay on the device, unless the hub's policy shares them. */
  searched: z.object({
    results: count,
    stage: termId.optional(),
    persona: termId.optional(),
    opened: assetId.optional(),
    /** 1-based place of what was opened. */
    position: count.min(1).optional(),
    /** Written only while the policy `searchWords` is `words`. */
    words: z.string().max(LONGEST_LINE).optional(),
    at: time,
  }),
} as const;

export const eventBodies = { ...catalogEventBodies, ...activityEventBodies } as const;

export type CatalogEventKind = keyof typeof catalogEventBodies;
export type ActivityEventKind = keyof typeof activityEventBodies;
export type EventKind = keyof typeof eventBodies;
export type EventBody<Kind extends EventKind> = z.infer<(typeof eventBodies)[Kind]>;

/** What a use case wants to have happened; the replica adds device, sequence, clock and chain. */
export type EventDraft = {
  [Kind in EventKind]: { readonly kind: Kind; readonly body: EventBody<Kind> };
}[EventKind];

export type Role = (typeof ROLES)[number];
export type VersionMove = (typeof VERSION_MOVES)[number];
export type Audience = (typeof AUDIENCES)[number];
export type AssetStatus = (typeof ASSET_STATUSES)[number];
export type RequestStatus = (typeof REQUEST_STATUSES)[number];
export type RequestSize = (typeof REQUEST_SIZES)[number];
export type Admission = (typeof ADMISSIONS)[number];
export type SearchWords = (typeof SEARCH_WORDS)[number];
export type ShareKind = (typeof SHARE_KINDS)[number];
export type VersionBody = z.infer<typeof versionSchema>;
export type VersionReading = z.infer<typeof versionReadingSchema>;
export type AssetFields = z.infer<typeof assetFieldsSchema>;

/** Says whether this version of Kitbag knows a kind; an unknown one is kept and deferred, not refused. */
export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(eventBodies, kind);
}

/** The stream that a kind belongs to. */
export function streamOf(kind: EventKind): 'catalog' | 'activity' {
  return Object.hasOwn(activityEventBodies, kind) ? 'activity' : 'catalog';
}
