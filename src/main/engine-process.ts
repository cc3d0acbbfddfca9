import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RPCHandler } from '@orpc/server/message-port';
import { type MessagePortMain, net } from 'electron';
import type { AskedPage } from '../contract/page-picture.ts';
import { type OpenedEngine, openEngine } from '../node/open-engine.ts';
import { openFailure } from '../node/open-failure.ts';
import { openSearchAt } from '../node/open-search.ts';
import type { LeavingWay } from '../shared/vocabulary/sends.ts';
import type { WayOut } from '../shared/vocabulary/ways-out.ts';
import { type FromEngine, type ToEngine, toEngineSchema } from './host/engine-messages.ts';
import { lineLogger } from './host/line-logger.ts';
import { MainKeyring } from './host/main-keyring.ts';

/** The engine's own process: opens the replica, gives every window a way to it, and closes it in peace. */

const here = import.meta.dirname;
const logger = lineLogger('engine');
/** Ports of windows that came before the replica was open. */
const early: MessagePortMain[] = [];
let serve: ((port: MessagePortMain) => void) | undefined;
let closing = false;
let noting: Promise<unknown> = Promise.resolve();
const keyring = new MainKeyring((id, question) => tell({ kind: 'keyring', id, question }));

const opening = open();
process.parentPort.on('message', ({ data, ports }) => {
  const message = toEngineSchema.safeParse(data);
  if (message.success) act(message.data, ports);
  else logger.warn('message-of-unknown-form');
});

function tell(message: FromEngine): void {
  process.parentPort.postMessage(message);
}

function act(message: ToEngine, [port]: readonly MessagePortMain[]): void {
  if (message.kind === 'connect' && port) {
    if (serve) serve(port);
    else early.push(port);
  } else if (message.kind === 'grant') void grant(message.id, message.paths);
  else if (message.kind === 'hand-out') void handOut(message.id, message.way, message.version);
  else if (message.kind === 'hand-out-send') void handOutSend(message.id, message.ticket);
  else if (message.kind === 'note-sent') void noteSent(message.ticket, message.how);
  else if (message.kind === 'hand-out-show') void handOutShow(message.id, message.ticket);
  else if (message.kind === 'note-shown') noteShown(message.ticket, message.shown);
  else if (message.kind === 'draw-page') void drawPage(message.id, message.asked);
  else if (message.kind === 'keyring-answer') keyring.hear(message.id, message.answer);
  else if (message.kind === 'close') void close();
}

async function open(): Promise<OpenedEngine | undefined> {
  const opened = await openEngine({
    dataFolder: argument('--data'),
    what: 'the Kitbag window',
    create: true,
    workerUrl: pathToFileURL(join(here, '../workers/extract.js')),
    sampleFolder: join(here, '../../resources/sample'),
    appVersion: argument('--version'),
    logger,
    openSearch: openSearchAt,
    vault: keyring,
    // Chromium's network goes through the system's proxy, and trusts what the system trusts.
    fetch: (url, request) => net.fetch(url, request),
  });
  if (!opened.ok) {
    tell({
      kind: 'refused',
      reason: opened.error.code,
      says: openFailure(opened.error, argument('--data')),
    });
    return undefined;
  }
  const handler = new RPCHandler(opened.value.engine.router);
  serve = (port) => {
    handler.upgrade(port);
    port.start();
  };
  for (const port of early.splice(0)) serve(port);
  tell({ kind: 'ready' });
  logger.info('ready', { ms: Math.round(process.uptime() * 1000) });
  opened.value.engine.keepInStep();
  return opened.value;
}

async function grant(id: number, paths: readonly string[]): Promise<void> {
  const opened = await opening;
  if (!opened) return;
  tell({ kind: 'granted', id, ...opened.engine.grantPaths(paths) });
}

async function handOut(id: number, way: WayOut, version: string): Promise<void> {
  const opened = await opening;
  if (opened) tell({ kind: 'handed-out', id, answer: await opened.engine.handOut(version, way) });
}

async function handOutSend(id: number, ticket: string): Promise<void> {
  const opened = await opening;
  if (opened) tell({ kind: 'send-handed-out', id, answer: await opened.engine.handOutSend(ticket) });
}

async function noteSent(ticket: string, how: LeavingWay): Promise<void> {
  const opened = await opening;
  await opened?.engine.noteSent(ticket, how);
}

async function handOutShow(id: number, ticket: string): Promise<void> {
  const opened = await opening;
  if (opened) tell({ kind: 'show-handed-out', id, answer: await opened.engine.handOutShow(ticket) });
}

/** A presentation may end because the window is closed: the note is waited for. */
function noteShown(ticket: string, shown: readonly number[]): void {
  noting = noting.then(async () => (await opening)?.engine.noteShown(ticket, shown));
}

async function drawPage(id: number, asked: AskedPage): Promise<void> {
  const opened = await opening;
  const drawn = await opened?.engine.drawPage(asked);
  tell({ kind: 'page-drawn', id, picture: drawn ?? null });
}

async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  const opened = await opening;
  await noting;
  await opened?.close();
  process.exit(0);
}

function argument(name: string): string {
  const value = process.argv[process.argv.indexOf(name) + 1];
  if (value === undefined) throw new Error(`The engine was started without ${name}.`);
  return value;
}
