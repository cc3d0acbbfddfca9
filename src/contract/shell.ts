/**
 * What the window may ask of the shell (Electron's main process), in one map that main and preload both infer from.
 * Everything that is about content goes to the engine instead; here is only what needs the operating system.
 */
import { z } from 'zod';
import { LONGEST_LINK } from '../shared/link.ts';
import type { WayOut } from '../shared/vocabulary/ways-out.ts';
import { saysSchema, versionIdSchema } from './common.ts';
import {
  displaysSchema,
  presentationSchema,
  presentationStateSchema,
  startSchema,
  steeringSchema,
} from './presentation.ts';

const fileNameSchema = z.string().min(1).max(1024);
/** What is to leave is named by its version alone: which bytes that are, and whether they may, the engine tells the shell. */
const leavingSchema = z.object({ version: versionIdSchema });

/** A version whose file is to leave. */
export type Leaving = z.infer<typeof leavingSchema>;

const fileGrantSchema = z.object({ grant: z.string().min(1), count: z.number().int().nonnegative() });

/**
 * Leave to read some files that a person chose or dropped. The window never learns or names a path: it hands the
 * grant to the engine (`publish.stage({ grant })`). `count` is the number of files and folders chosen.
 */
export type FileGrant = z.infer<typeof fileGrantSchema>;

const saveOutcomeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('saved'), saved: z.string(), fileName: z.string() }),
  z.object({ status: z.literal('cancelled') }),
  z.object({ status: z.literal('refused'), says: saysSchema }),
  z.object({ status: z.literal('failed'), says: saysSchema }),
]);

/** What came of saving a file; `saved` names it for `showInFolder`. */
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>;

const actionOutcomeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done') }),
  z.object({ status: z.literal('refused'), says: saysSchema }),
  z.object({ status: z.literal('failed'), says: saysSchema }),
]);

/** What came of an action outside the window. */
export type ActionOutcome = z.infer<typeof actionOutcomeSchema>;

const openOutcomeSchema = z.discriminatedUnion('status', [
  ...actionOutcomeSchema.options,
  /** It may leave, but another application could run it: a copy can be saved. */
  z.object({ status: z.literal('not-opened'), title: saysSchema, says: saysSchema }),
]);

const copyOutcomeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), as: z.enum(['file', 'image']) }),
  z.object({ status: z.literal('refused'), says: saysSchema }),
  z.object({ status: z.literal('failed'), says: saysSchema }),
]);

/** What came of copying: the file itself, or a picture as picture. */
export type CopyOutcome = z.infer<typeof copyOutcomeSchema>;

/** What is to be sent was made ready before: the ticket stands for it, the engine says which files that are. */
const sendSchema = z.object({ ticket: z.string().min(1).max(100), by: z.enum(['mail', 'files', 'save']) });

const sendOutcomeSchema = z.union([
  z.object({ status: z.literal('done'), how: z.literal('mail') }),
  z.object({ status: z.literal('done'), how: z.literal('saved'), saved: z.string(), fileName: z.string() }),
  z.object({ status: z.literal('cancelled') }),
  /** `folder`: the system takes only one file on its clipboard, so they are shown in a folder. */
  z.object({ status: z.literal('done'), how: z.literal('files'), where: z.enum(['clipboard', 'folder']) }),
  z.object({ status: z.literal('refused'), says: saysSchema }),
  z.object({ status: z.literal('failed'), says: saysSchema }),
]);

/** What came of sending: a mail draft is open in the mail program, or the files are ready for one. */
export type SendOutcome = z.infer<typeof sendOutcomeSchema>;

const themeSourceSchema = z.enum(['system', 'light', 'dark']);
const themeSchema = z.object({ source: themeSourceSchema, dark: z.boolean() });

/** The chosen colour scheme and whether it is dark at the moment. */
export type ShellTheme = z.infer<typeof themeSchema>;
/** What a person may choose as colour scheme. */
export type ThemeSource = z.infer<typeof themeSourceSchema>;

const windowControlSchema = z.enum(['larger', 'smaller', 'actual size', 'full screen']);

/** How the window is shown: a step larger or smaller, as it was, or in and out of the full screen. */
export type WindowControl = z.infer<typeof windowControlSchema>;

const engineStatusSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('starting') }),
  z.object({ status: z.literal('running') }),
  z.object({ status: z.literal('restarting'), attempt: z.number().int().positive() }),
  z.object({ status: z.literal('failed'), reason: z.string(), says: saysSchema }),
]);

/** How the engine process is; `failed` is final until `restartEngine`. */
export type EngineStatus = z.infer<typeof engineStatusSchema>;

const appInfoSchema = z.object({
  version: z.string(),
  electron: z.string(),
  chrome: z.string(),
  node: z.string(),
  platform: z.string(),
});

const noInput = z.undefined();

/** Every request: its input and its output. A request without a handler does not compile. */
export const shellRequests = {
  connectEngine: { input: noInput, output: engineStatusSchema },
  restartEngine: { input: noInput, output: z.undefined() },
  chooseFiles: { input: noInput, output: fileGrantSchema.nullable() },
  chooseFolder: { input: noInput, output: fileGrantSchema.nullable() },
  grantPaths: { input: z.array(z.string().min(1).max(8192)).max(10_000), output: fileGrantSchema.nullable() },
  saveCopy: { input: leavingSchema, output: saveOutcomeSchema },
  saveText: {
    input: z.object({ suggestedName: fileNameSchema, text: z.string().max(64_000_000) }),
    output: saveOutcomeSchema,
  },
  saveBytes: {
    input: z.object({ suggestedName: fileNameSchema, base64: z.base64().max(64_000_000) }),
    output: saveOutcomeSchema,
  },
  showInFolder: { input: z.object({ saved: z.string() }), output: actionOutcomeSchema },
  openInApplication: { input: leavingSchema, output: openOutcomeSchema },
  startDrag: { input: leavingSchema, output: actionOutcomeSchema },
  copyFile: { input: leavingSchema, output: copyOutcomeSchema },
  sendFiles: { input: sendSchema, output: sendOutcomeSchema },
  copyText: { input: z.object({ text: z.string().max(4_000_000) }), output: z.undefined() },
  openExternal: { input: z.object({ url: z.string().max(4096) }), output: actionOutcomeSchema },
  getTheme: { input: noInput, output: themeSchema },
  setTheme: { input: themeSourceSchema, output: themeSchema },
  controlWindow: { input: windowControlSchema, output: z.undefined() },
  notify: {
    input: z.object({
      title: z.string().max(200),
      body: z.string().max(1000),
      link: z.string().max(500).optional(),
      /** Without a sound. */
      quiet: z.boolean().optional(),
    }),
    output: z.undefined(),
  },
  /** Where can be presented. */
  displays: { input: noInput, output: displaysSchema },
  startPresenting: { input: startSchema, output: actionOutcomeSchema },
  /** For the windows of a presentation: what they show, and what they ask of it. */
  presentation: { input: noInput, output: presentationSchema },
  steerPresentation: { input: steeringSchema, output: z.undefined() },
  /** The `kitbag://` link that Kitbag was started with, or asked to open since; taken by whoever asks first. */
  takeLink: { input: noInput, output: z.string().max(LONGEST_LINK).nullable() },
  appInfo: { input: noInput, output: appInfoSchema },
  /** The last lines of the log: ids and counts. */
  recentLog: { input: noInput, output: z.array(z.string()) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/**
 * By which request each way out leaves.
 */
export const DOORS = {
  open: 'openInApplication',
  save: 'saveCopy',
  copy: 'copyFile',
  drag: 'startDrag',
  present: 'startPresenting',
  send: 'sendFiles',
  assemble: 'sendFiles',
} as const satisfies Readonly<Record<WayOut, keyof typeof shellRequests>>;

/** The map's type; handlers and callers are inferred from it. */
type ShellRequests = typeof shellRequests;
/** The name of a request. */
export type ShellRequestName = keyof ShellRequests;
/** What a request takes. */
export type ShellInput<Name extends ShellRequestName> = z.infer<ShellRequests[Name]['input']>;
/** What a request gives. */
export type ShellOutput<Name extends ShellRequestName> = z.infer<ShellRequests[Name]['output']>;

/** What the shell tells the window without being asked. */
const shellNoticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('engine-status'), engine: engineStatusSchema }),
  z.object({ kind: z.literal('engine-restarted') }),
  z.object({ kind: z.literal('theme-changed'), theme: themeSchema }),
  /** To the windows of a presentation. */
  z.object({ kind: z.literal('presentation-changed'), state: presentationStateSchema }),
  /** To the window that began it. */
  z.object({ kind: z.literal('presentation-ended'), shown: z.number() }),
  z.object({ kind: z.literal('notification-clicked'), link: z.string() }),
  z.object({ kind: z.literal('link-waits') }),
]);

/** A notice from the shell. */
export type ShellNotice = z.infer<typeof shellNoticeSchema>;

/** A `File` that was dropped or picked; only the shell can tell where it lies. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

type Caller<Name extends ShellRequestName> =
  undefined extends ShellInput<Name>
    ? () => Promise<ShellOutput<Name>>
    : (input: ShellInput<Name>) => Promise<ShellOutput<Name>>;

type Callers = { readonly [Name in Exclude<ShellRequestName, 'grantPaths'>]: Caller<Name> };

/** `window.kitbag`: everything that the page can ask of the shell. */
export interface KitbagShell extends Callers {
  /** Leave to read dropped files and folders; null where none of them lies on this computer's disks. */
  grantFiles(files: readonly DroppedFile[]): Promise<FileGrant | null>;
  /** Listens to notices; the result stops listening. */
  onNotice(listener: (notice: ShellNotice) => void): () => void;
}
