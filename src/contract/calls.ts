import { z } from 'zod';
import { withDimensions } from '../shared/dimension-values.ts';
import {
  LATEST_TIME,
  LONGEST_LINE,
  MOST_CALL_PEOPLE,
  MOST_PACK_ITEMS,
  MOST_PAGE_RUNS,
} from '../shared/limits.ts';
import { FLIGHT_FIXES, FLIGHT_PROBLEMS } from '../shared/vocabulary/calls.ts';
import { callIdSchema } from '../shared/vocabulary/id-schemas.ts';
import { assetSummarySchema } from './assets.ts';
import {
  assetIdSchema,
  chosenTermsSchema,
  lineSchema,
  pageSchema,
  proseSchema,
  saysSchema,
  termIdSchema,
  versionIdSchema,
} from './common.ts';
import { procedure } from './errors.ts';
import { insteadSchema } from './gate.ts';

/** Calls that the person at this device prepares for. They stay on this device, with their packs. */

const personSchema = z.object({
  name: z.string().max(LONGEST_LINE),
  address: z.string().max(LONGEST_LINE),
});

/** Milliseconds since 1970. */
const callTimeSchema = z.number().min(0).max(LATEST_TIME);

/** What a call is. */
export const callFactsSchema = withDimensions(
  z.object({
    title: lineSchema,
    at: callTimeSchema,
    /** Whom it is with: the customer, as one writes it; '' where nobody said. */
    account: z.string().trim().max(LONGEST_LINE),
    /** What it is about: words by which the pack is proposed. */
    about: proseSchema,
    stage: termIdSchema.nullable(),
    personas: chosenTermsSchema,
    people: z.array(personSchema).max(MOST_CALL_PEOPLE),
  }),
);

/** What changes of it; what is absent stays. */
const callChangesSchema = withDimensions(callFactsSchema.partial());

/** Runs of pages, both ends among them; none: the whole document. */
export const packPagesSchema = z.array(z.tuple([pageSchema, pageSchema])).max(MOST_PAGE_RUNS);

const packItemInputSchema = z.object({
  asset: assetIdSchema,
  /** Absent: the version that the pack has already, of what is new to it the current one. */
  version: versionIdSchema.optional(),
  pages: packPagesSchema.default([]),
});

const callSummarySchema = callFactsSchema.extend({
  id: callIdSchema,
  /** How many items its pack has. */
  items: z.number(),
});

const packItemSchema = z.object({
  /** The asset that it is of; `asset` is that as it is now, null where it is not here. */
  id: assetIdSchema,
  asset: assetSummarySchema.nullable(),
  /** As it was called when it came into the pack. */
  title: z.string(),
  /** The version that goes into the call. */
  version: versionIdSchema,
  pages: packPagesSchema,
  /** Why it was proposed; absent of what somebody put in. */
  why: saysSchema.optional(),
});

const callDetailSchema = callSummarySchema.extend({ pack: z.array(packItemSchema) });

/** What an invitation says of a call, to be looked over before it is made. */
const invitationSchema = z.object({
  title: z.string(),
  at: callTimeSchema.optional(),
  account: z.string(),
  about: z.string(),
  stage: termIdSchema.nullable(),
  personas: chosenTermsSchema,
  people: z.array(personSchema),
  repeats: z.boolean(),
});

const problemSchema = z.object({
  code: z.enum(FLIGHT_PROBLEMS),
  says: saysSchema,
  /** The one action that mends it. */
  fix: z.enum(FLIGHT_FIXES),
  /** With `replace`: what takes its place. */
  instead: insteadSchema.optional(),
});

const flightItemSchema = z.object({
  asset: assetIdSchema,
  title: z.string(),
  version: versionIdSchema,
  ok: z.boolean(),
  /** The worst first. */
  problems: z.array(problemSchema),
});

const flightCheckSchema = z.object({
  /** There is something in the pack, and all of it can be shown. */
  ready: z.boolean(),
  items: z.array(flightItemSchema),
  /** Milliseconds that the check took. */
  ms: z.number(),
});

const callInput = z.object({ call: callIdSchema });

export const callsContract = {
  /** All of them, the earliest first. */
  list: procedure.output(z.array(callSummarySchema)),
  get: procedure.input(callInput).output(callDetailSchema),
  /** What a calendar file or a pasted text says of meetings, the next one first. Makes nothing. Throws INVALID where it is neither. */
  read: procedure
    .input(z.union([z.object({ grant: z.string() }), z.object({ text: z.string().max(2_000_000) })]))
    .output(z.object({ invitations: z.array(invitationSchema), cut: z.boolean() })),
  /** Makes a call with the pack that is proposed for it. */
  prepare: procedure
    .input(
      callFactsSchema.extend({
        account: callFactsSchema.shape.account.default(''),
        about: callFactsSchema.shape.about.default(''),
        stage: callFactsSchema.shape.stage.default(null),
        personas: callFactsSchema.shape.personas.default([]),
        people: callFactsSchema.shape.people.default([]),
      }),
    )
    .output(callDetailSchema),
  /** Changes what is said of a call, or its pack as a whole and in its order; what is absent stays. `change` names it for `restore`. */
  change: procedure
    .input(
      callInput.extend({
        set: callChangesSchema.default({}),
        pack: z.array(packItemInputSchema).max(MOST_PACK_ITEMS).optional(),
      }),
    )
    .output(z.object({ call: callDetailSchema, change: z.string() })),
  /** Takes the pack that is proposed for the call as it is now in the place of the one that it has. */
  propose: procedure.input(callInput).output(z.object({ call: callDetailSchema, change: z.string() })),
  /** Proves the pack: each file is read, whatever the network does. */
  check: procedure.input(callInput).output(flightCheckSchema),
  /** Removes a call; until Kitbag ends it can be brought back. */
  discard: procedure.input(callInput).output(z.object({ discarded: z.boolean() })),
  /** Brings a call back, or takes a change back where nothing was changed since. */
  restore: procedure
    .input(callInput.extend({ change: z.string().optional() }))
    .output(z.object({ restored: z.boolean() })),
  /** What the system is to tell of now, each with what the flight check says; nothing where nobody wants to be told. */
  reminders: procedure.output(
    z.object({
      on: z.boolean(),
      due: z.array(
        z.object({
          call: callIdSchema,
          title: z.string(),
          at: callTimeSchema,
          ready: z.boolean(),
          items: z.number(),
          /** How many items are not ready, and how many of those for want of their file alone. */
          problems: z.number(),
          missing: z.number(),
        }),
      ),
    }),
  ),
  /** The system has told of a call; it is told once for the time that the call has. */
  reminded: procedure.input(callInput).output(z.void()),
  /** Whether the system tells of calls on this device. */
  remind: procedure.input(z.object({ on: z.boolean() })).output(z.void()),
};

export type CallSummary = z.infer<typeof callSummarySchema>;
export type CallDetail = z.infer<typeof callDetailSchema>;
export type CallFacts = z.infer<typeof callFactsSchema>;
export type CallChanges = z.infer<typeof callChangesSchema>;
export type PackItem = z.infer<typeof packItemSchema>;
export type PackItemInput = z.input<typeof packItemInputSchema>;
/** What an invitation says of a call. */
export type CallInvitation = z.infer<typeof invitationSchema>;
export type FlightCheck = z.infer<typeof flightCheckSchema>;
export type FlightItem = z.infer<typeof flightItemSchema>;
export type FlightTrouble = z.infer<typeof problemSchema>;
