import { z } from 'zod';
import { LONGEST_TIME_ZONE } from '../shared/limits.ts';
import {
  ADMISSIONS,
  KIT_REVIEWS,
  RECOGNITIONS,
  SEARCH_WORDS,
  STANDINGS,
} from '../shared/vocabulary/people.ts';
import { memberIdSchema, plainMemberIdSchema, roleSchema, saysSchema, timeSchema } from './common.ts';
import { procedure } from './errors.ts';
import { undoSchema } from './undo.ts';

/** Who is who in the hub, what the leads decided for it, and what was refused. */

const personDeviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** This device. */
  self: z.boolean(),
  /** When it wrote last, by its own clock; absent while nothing of it is here. */
  lastAt: timeSchema.optional(),
  /** The last event of each of its streams that is here. */
  position: z.object({ catalog: z.number(), activity: z.number() }),
});

const personSchema = z.object({
  id: plainMemberIdSchema,
  name: z.string(),
  /** Another one's name that looks the same: either of them may pretend to be the other. */
  looksLike: z.string().optional(),
  /** They came in within the last day. */
  isNew: z.boolean().optional(),
  state: z.enum(STANDINGS),
  /** Of a removed member: the last one. Of somebody who waits: none. */
  role: roleSchema.nullable(),
  /** Whether they may publish now, and so may be asked to verify. */
  publishes: z.boolean(),
  self: z.boolean(),
  /** Since when they are a member, or have been waiting. */
  since: timeSchema,
  /** When they were removed, and by whom. */
  removed: z.object({ at: timeSchema, by: z.string() }).optional(),
  devices: z.array(personDeviceSchema),
});

const policiesSchema = z.object({
  /** Whether whoever can reach the hub comes in at once as a rep, or a lead is asked. */
  admission: z.enum(ADMISSIONS),
  /** Whether leads see how often was searched, or also the words. */
  searchWords: z.enum(SEARCH_WORDS),
  /** Whether devices recognize the words on pictures of pages. */
  recognition: z.enum(RECOGNITIONS),
  /** Whether reviewers must approve a kit before it comes out for the first time. */
  kitReview: z.enum(KIT_REVIEWS),
  /** In which days begin and end, `Europe/Berlin`: releases, last days of use, reviews. */
  timeZone: z.string().min(1).max(LONGEST_TIME_ZONE),
});

/** What came of an entry that changes nothing. */
const REFUSED_STATES = ['refused', 'waiting', 'deferred', 'set-aside'] as const;

const refusedEntrySchema = z.object({
  state: z.enum(REFUSED_STATES),
  device: z.string(),
  /** Absent where nobody knows it. */
  deviceName: z.string().optional(),
  /** Who it says wrote it, by name; the id where nobody knows one. */
  member: z.string().optional(),
  /** What it wanted, and why it changes nothing. */
  what: saysSchema,
  why: saysSchema,
  at: timeSchema.optional(),
  /** Its number in the device's journal. */
  position: z.number(),
});

const refusedDeviceSchema = z.object({
  device: z.string(),
  /** Absent where nobody knows it. */
  deviceName: z.string().optional(),
  member: z.string().optional(),
  counts: z.object({
    refused: z.number(),
    waiting: z.number(),
    deferred: z.number(),
    setAside: z.number(),
  }),
});

/** How many of each a member has made that count now. */
const deedsSchema = z.object({
  assets: z.number(),
  versions: z.number(),
  ratings: z.number(),
  requests: z.number(),
  votes: z.number(),
  comments: z.number(),
  answers: z.number(),
});

const memberAndRole = z.object({ member: memberIdSchema, role: roleSchema });

export const peopleContract = {
  list: procedure.output(z.object({ people: z.array(personSchema), policies: policiesSchema })),
  /** Gives a member a role; lets somebody in who waits or was removed. Leads only. */
  grant: procedure.input(memberAndRole).output(z.object({ undo: undoSchema })),
  /** Removes a member: nothing of them counts beyond what is here now; with `everything` nothing that they ever did. Leads only. */
  remove: procedure
    .input(z.object({ member: memberIdSchema, everything: z.boolean().optional() }))
    .output(z.object({ undo: undoSchema })),
  /** How much of what a member did counts now. */
  deeds: procedure.input(z.object({ member: memberIdSchema })).output(deedsSchema),
  /** A code for a further device of one's own. It can be used once. */
  inviteDevice: procedure.output(z.object({ code: z.string(), until: timeSchema })),
  /** Leads only. */
  setPolicies: procedure
    .input(policiesSchema.partial())
    .output(z.object({ policies: policiesSchema, undo: undoSchema })),
  /** What changes nothing, and why: by device, and a page of entries, newest first. */
  refused: procedure
    .input(
      z.object({
        device: z.string().optional(),
        offset: z.number().int().nonnegative().default(0),
        limit: z.number().int().positive().max(200).default(50),
      }),
    )
    .output(
      z.object({
        total: z.number(),
        devices: z.array(refusedDeviceSchema),
        entries: z.array(refusedEntrySchema),
      }),
    ),
};

export type Person = z.infer<typeof personSchema>;
export type PersonDevice = z.infer<typeof personDeviceSchema>;
export type Deeds = z.infer<typeof deedsSchema>;
export type Policies = z.infer<typeof policiesSchema>;
export type RefusedEntry = z.infer<typeof refusedEntrySchema>;
export type RefusedDevice = z.infer<typeof refusedDeviceSchema>;
