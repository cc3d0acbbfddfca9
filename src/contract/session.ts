import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CAPABILITIES } from '../shared/vocabulary/capabilities.ts';
import { KEY_HOMES } from '../shared/vocabulary/device.ts';
import { STANDINGS } from '../shared/vocabulary/people.ts';
import { memberSchema, nameSchema, roleSchema, saysSchema } from './common.ts';
import { procedure } from './errors.ts';
import { joiningHeldSchema } from './hub.ts';
import { hubLocationSchema } from './hub-location.ts';

/** Who is here, and whether there is a replica to work with. */

const problemSchema = z.object({
  code: z.string(),
  /** What happened, what is safe, what to do. */
  says: saysSchema,
});

/** In a file only the window and the command line can use the replica alike; in the keyring only the window can. */
const keyHomeSchema = z.enum(KEY_HOMES);

const sessionStateSchema = z.discriminatedUnion('state', [
  /** First start: nobody has said who they are. */
  z.object({ state: z.literal('new'), dataFolder: z.string(), suggestedName: z.string() }),
  z.object({
    state: z.literal('ready'),
    member: memberSchema,
    /** What they may do and see: nothing above the engine works it out from their role. */
    can: z.record(z.enum(CAPABILITIES), z.boolean()),
    /** Whether they are in, wait to be let in by a lead, or were removed; absent: in. */
    standing: z.enum(STANDINGS).optional(),
    /** A lead has let them in, or in again, and they have not been told: by whom, as what. */
    letIn: z.object({ role: roleSchema, by: z.string().optional(), again: z.boolean() }).optional(),
    hub: z.object({ id: z.string(), name: z.string(), sample: z.boolean() }),
    device: z.object({ id: z.string(), name: z.string() }),
    dataFolder: z.string(),
    /** Where the device's private key is kept. */
    keyHome: keyHomeSchema,
    /** `assets`: those that a rep may use now. */
    counts: z.object({
      assets: z.number(),
      openRequests: z.number(),
      staged: z.number(),
      /** People who wait for a lead to let them in. */
      waiting: z.number(),
    }),
    /** Things that went wrong at start or since and that a person should know: cut tail, quarantined chain, rebuilt snapshot. */
    problems: z.array(problemSchema),
    appVersion: z.string(),
  }),
  /** Somebody is on their way into a shared hub: its events are still being received. */
  z.object({
    state: z.literal('joining'),
    /** As it is called; empty while its description has not arrived. */
    hub: z.string(),
    /** Absent while it is not known. */
    hubId: z.string().optional(),
    location: hubLocationSchema,
    dataFolder: z.string(),
    /** Why it does not go on without somebody. */
    says: saysSchema.optional(),
    /** What it waits for by itself. */
    held: joiningHeldSchema.optional(),
  }),
  /** The replica can't be opened. */
  z.object({ state: z.literal('blocked'), code: z.string(), says: saysSchema, dataFolder: z.string() }),
]);

/** How far a long task is. */
export const progressSchema = z.object({
  done: z.number(),
  total: z.number(),
  /** What is being worked on, for people. */
  current: z.string(),
});

export const TOPICS = [
  'session',
  'assets',
  'ratings',
  'requests',
  'taxonomy',
  'activity',
  'people',
  'staging',
  'index',
  'recognition',
  'near',
  'sync',
  'finding',
  'watches',
  'views',
  'golden',
  'rules',
  'proposals',
  'kits',
  'calls',
  /** What was picked on this device. */
  'tray',
  /** In which languages the person at this device wants documents. */
  'languages',
  /** The state of the exchange with the hub, and what is kept on this device. */
  'sync',
  /** Files came to this device or left it. */
  'files',
] as const;
const changeSchema = z.object({ revision: z.number(), topics: z.array(z.enum(TOPICS)) });

/** What leaves this device once the hub is shared. */
const leavingSchema = z.object({
  /** What everybody in the hub gets. */
  everybody: z.array(saysSchema),
  /** What only marketers and content leads get. */
  publishers: z.array(saysSchema),
});

export type Leaving = z.infer<typeof leavingSchema>;

export const sessionContract = {
  get: procedure.output(sessionStateSchema),
  /** Makes the replica, its device identity and its private hub. Yields progress; the last one has done = total. */
  start: procedure
    .input(z.object({ name: nameSchema, role: roleSchema, sample: z.boolean() }))
    .output(eventIterator(progressSchema)),
  rename: procedure.input(z.object({ name: nameSchema })).output(memberSchema),
  /** They have been told that they were let in. */
  toldIn: procedure.output(z.void()),
  /** Changes one's own role in one's private hub (its founder may). */
  changeRole: procedure.input(z.object({ role: roleSchema })).output(memberSchema),
  /** Whether the device's key could be kept in the system's keyring now. May wait for a person who is asked to unlock it. */
  keyring: procedure.output(z.object({ available: z.boolean() })),
  /** Moves the device's key. Refused (`DISK`), it stays where it was. */
  moveKey: procedure.input(z.object({ to: keyHomeSchema })).output(z.void()),
  leaving: procedure.output(leavingSchema),
  /** Yields at once and after every change, with the topics that changed. */
  changes: procedure.output(eventIterator(changeSchema)),
};

export type SessionState = z.infer<typeof sessionStateSchema>;
export type Progress = z.infer<typeof progressSchema>;
export type Topic = (typeof TOPICS)[number];
export type Change = z.infer<typeof changeSchema>;
