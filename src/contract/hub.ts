import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { BUCKET_STYLES, PLACE_KINDS } from '../shared/hub-location.ts';
import type { LetIn } from '../shared/let-in.ts';
import type { Says } from '../shared/says/says.ts';
import { ADMISSIONS, type Standing } from '../shared/vocabulary/people.ts';
import { memberSchema, nameSchema, roleSchema, saysSchema, timeSchema } from './common.ts';
import { procedure } from './errors.ts';
import { hubLocationSchema } from './hub-location.ts';

/** The hub that replicas meet in. */

/** A folder that a person chose in a dialog, as a grant of the shell. */
const placeSchema = z.object({ grant: z.string().max(100) });

/** The vocabulary's words for where a replica stands; `private` while its hub is not shared, `waiting` and `removed` by the person's standing. */
const SYNC_STATES = [
  'private',
  'synced',
  'pending',
  'syncing',
  'behind',
  'blocked',
  'offline',
  'waiting',
  'removed',
] as const;

const deviceSyncSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Whose it is; absent while nobody has said so. */
  member: memberSchema.optional(),
  self: z.boolean(),
  /** When it last wrote to the hub, by its own clock. */
  seenAt: timeSchema.optional(),
  /** Events that it has written and that are not here yet. */
  behind: z.number(),
  /** Why, as a word and as what is said of it. */
  trouble: z.string().optional(),
  says: saysSchema.optional(),
});

const hubStateSchema = z.object({
  state: z.enum(SYNC_STATES),
  hub: z.object({ id: z.string(), name: z.string() }),
  /** Four groups of four characters that tell this hub from an impostor's. */
  fingerprint: z.string(),
  /** Where it is; absent while private. */
  location: hubLocationSchema.optional(),
  /** When blocked, offline, waiting or removed: why, in a word, and what happened, what is safe, what to do. */
  reason: z.string().optional(),
  says: saysSchema.optional(),
  /** Whether the person may share the hub: at once, by taking the role of a lead, or not. */
  sharing: z.enum(['may', 'as-lead', 'no']),
  /** When an exchange last went through. */
  exchangedAt: timeSchema.optional(),
  /** Own events that the hub does not have yet. */
  pending: z.number(),
  /** Of the exchange that runs. */
  progress: z
    .object({
      phase: z.enum(['receiving', 'sending-files', 'sending', 'fetching-files']),
      done: z.number(),
      total: z.number(),
      bytes: z.number(),
    })
    .optional(),
  devices: z.array(deviceSyncSchema),
  /** Names in the hub that are none of Kitbag's: how many, and the first of them. */
  foreign: z.object({ count: z.number(), names: z.array(z.string()) }),
  /** Files of the catalog: how many are wanted here by the policy, are here, and the bytes that are missing. */
  files: z.object({
    wanted: z.number(),
    here: z.number(),
    missingBytes: z.number(),
    /** Of how many files the hub has other bytes than were published: they were not taken. */
    altered: z.number(),
  }),
});

/** A bucket as a person names it in a form; `bucket` may be a whole `s3://…` address. */
const namedBucketSchema = z.object({
  bucket: z.string().max(2000),
  endpoint: z.string().max(2000).optional(),
  region: z.string().max(100).optional(),
  prefix: z.string().max(500).optional(),
  style: z.enum(BUCKET_STYLES).optional(),
});

/** Where the keys of a bucket come from: typed, or by what this device has. Typed ones are held by the engine and never come back. */
const givenKeysSchema = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('typed'),
    accessKeyId: z.string().trim().min(1).max(256),
    secretAccessKey: z.string().trim().min(1).max(1024),
    sessionToken: z.string().trim().max(8192).optional(),
  }),
  z.object({ from: z.literal('environment') }),
  z.object({ from: z.literal('profile'), name: z.string().trim().min(1).max(128) }),
  /** Those that this device has already: for the place that a grant stands for, else for the one where the hub is. */
  z.object({ from: z.literal('kept'), grant: z.string().max(100).optional() }),
]);

/** A place that is asked about: one that was chosen or looked at, or a bucket that is named. */
const askedPlaceSchema = z.union([
  placeSchema,
  z.object({ bucket: namedBucketSchema, keys: givenKeysSchema }),
]);

/** What came of testing a place. */
const placeTestSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** The quickest of some small requests, and writing a megabyte, where that was tried. Milliseconds. */
    latencyMs: z.number(),
    putMs: z.number().optional(),
    /** What is good to know although it works. */
    notes: z.array(saysSchema),
  }),
  z.object({ ok: z.literal(false), code: z.string(), says: saysSchema }),
]);

/** What one tells colleagues: `src/words/invitation.ts` writes the text. */
const invitationSchema = z.object({
  /** The hub's name. */
  hub: z.string(),
  kind: z.enum(PLACE_KINDS),
  /** Where it is, as people know it. */
  place: z.string(),
  /** The same folder of a server as other systems than Windows write it. */
  smb: z.string().optional(),
  fingerprint: z.string(),
  /** What Kitbag reads. */
  line: z.string(),
  /** Opens the keys that the line carries; goes another way. Absent where it carries none. */
  password: z.string().optional(),
});

/** What an invitation says, and what is needed to follow it. */
const readInvitationSchema = z.object({
  name: z.string(),
  /** Of the hub that one is invited to: whoever joins says it again, and joins no other. */
  fingerprint: z.string(),
  /** As text: a folder of whoever wrote it, or the address of a bucket. */
  place: z.string(),
  needs: z.enum(['folder', 'password', 'keys', 'nothing']),
  /** Of a bucket, for the form that asks for its keys. */
  bucket: namedBucketSchema.optional(),
  /** Whether there is a hub, and which, where nothing is needed any more. */
  found: z.lazy(() => placeStateSchema.extend({ grant: z.string() })).optional(),
});

/** What a place looks like before one shares or joins there. */
const placeStateSchema = z.object({
  /** `arriving`: parts of a hub, whose description has not come yet. */
  place: z.enum(['empty', 'not-empty', 'arriving', 'hub', 'own-hub', 'unusable']),
  location: hubLocationSchema,
  /** Of the hub that is there. */
  name: z.string().optional(),
  /** Of the hub that is there: what one compares with one's invitation. */
  fingerprint: z.string().optional(),
  /** Why it can't be used. */
  says: saysSchema.optional(),
});

/** What keeps somebody out of the hub that they join, until it changes by itself. */
export const joiningHeldSchema = z.object({
  /** `copying`: objects are missing; `altered`: some are not what was signed; `unreachable`, or why nothing can be exchanged. */
  reason: z.string(),
  /** What happened, what is safe, what to do. */
  says: saysSchema,
  /** Objects of the hub that are not here, of those that are known of. */
  missing: z.number(),
  of: z.number(),
  /** Whether one may begin with what is here. */
  mayStart: z.boolean(),
});

const joinProgressSchema = z.object({
  phase: z.enum(['looking', 'receiving', 'reading', 'held', 'ready', 'waiting']),
  /** Of the phase `held`, which ends by itself. */
  held: joiningHeldSchema.optional(),
  /** Devices read so far and all of them. */
  done: z.number(),
  total: z.number(),
  bytes: z.number(),
  /** Assets that can be found by now. */
  assets: z.number(),
});

export const hubContract = {
  state: procedure.output(hubStateSchema),
  look: procedure.input(askedPlaceSchema).output(placeStateSchema.extend({ grant: z.string() })),
  /** Tries what a hub needs of a place; without one of the place where the hub is. */
  test: procedure.input(askedPlaceSchema.optional()).output(placeTestSchema),
  /** An invitation to this hub; `withKeys`: with the keys that this device has for the bucket, sealed with a password that is made. */
  invite: procedure.input(z.object({ withKeys: z.boolean() })).output(invitationSchema),
  /** Reads an invitation that somebody pasted; with the password of its keys looks whether the hub is there. */
  readInvitation: procedure
    .input(z.object({ text: z.string().max(200_000), password: z.string().max(200).optional() }))
    .output(readInvitationSchema),
  /** A policy for the bucket that lets a device write only under its own name, as JSON; of this device unless another is named. */
  policy: procedure
    .input(z.object({ device: z.string().max(100).optional(), role: roleSchema }))
    .output(z.object({ text: z.string() })),
  /** Shares this replica's hub there; whoever joins waits for a lead unless `admission` is `open`. Leads only; with `asLead`, who may name themselves becomes one by it. */
  share: procedure
    .input(
      placeSchema.extend({
        name: nameSchema,
        asLead: z.boolean().optional(),
        admission: z.enum(ADMISSIONS).optional(),
      }),
    )
    .output(hubStateSchema),
  /** First start: joins the hub there, and no other than that of `fingerprint`, which may be a whole invitation. With the code of a device of one's own: as the same member. */
  join: procedure
    .input(
      placeSchema.extend({
        name: nameSchema,
        code: z.string().max(60).optional(),
        fingerprint: z.string().max(5000).optional(),
      }),
    )
    .output(eventIterator(joinProgressSchema)),
  /** Goes on with joining, and waits where the hub is not here whole; with `anyway` begins with what is here. */
  resume: procedure
    .input(z.object({ anyway: z.boolean() }).optional())
    .output(eventIterator(joinProgressSchema)),
  /** Ends a joining that is under way: nothing of it stays on this device. */
  giveUp: procedure.output(z.object({ givenUp: z.boolean() })),
  exchange: procedure.output(hubStateSchema),
  /** The same hub is at another place now. */
  move: procedure.input(placeSchema).output(hubStateSchema),
  /** Exchanges no more; everything here stays. */
  disconnect: procedure.output(hubStateSchema),
};

export type HubState = z.infer<typeof hubStateSchema>;
export type SyncState = (typeof SYNC_STATES)[number];
export type DeviceSync = z.infer<typeof deviceSyncSchema>;
export type PlaceState = z.infer<typeof placeStateSchema>;
export type NamedBucket = z.infer<typeof namedBucketSchema>;
export type GivenKeys = z.infer<typeof givenKeysSchema>;
export type AskedPlace = z.infer<typeof askedPlaceSchema>;
export type PlaceTestResult = z.infer<typeof placeTestSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type ReadInvitation = z.infer<typeof readInvitationSchema>;
export type JoinProgress = z.infer<typeof joinProgressSchema>;
export type JoiningHeld = z.infer<typeof joiningHeldSchema>;

/** An exchange as the command line tells it. */
export type ExchangeSummary = {
  readonly pushed: number;
  readonly pulled: number;
  readonly blobs: number;
  readonly behind: readonly {
    readonly device: string;
    readonly name: string;
    readonly events: number;
    readonly reason?: string;
    readonly says?: Says;
  }[];
  readonly blocked: readonly {
    readonly reason: string;
    readonly says: Says;
    /** While joining: objects that are not here, of those that are known of. */
    readonly missing?: number;
    readonly of?: number;
  }[];
  readonly pending: number;
  /** Of the person: what they do counts for others, or waits for a lead, or counts for nobody any more. */
  readonly standing: Standing;
  /** A lead has let the person in since they were last told: said once. */
  readonly letIn?: LetIn;
  /** Names in the hub that are none of Kitbag's. */
  readonly foreign: number;
  /** Files of which the hub has other bytes than were published: they were not taken. */
  readonly altered: number;
  readonly ms: number;
};
