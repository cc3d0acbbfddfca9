import { createInterface } from 'node:readline';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { HandOut } from '../../contract/gate.ts';
import type { AskedPage } from '../../contract/page-picture.ts';
import type { ShowOut } from '../../contract/presenting.ts';
import type { SendOut } from '../../contract/sends.ts';
import type { EngineStatus, FileGrant } from '../../contract/shell.ts';
import { says } from '../../shared/says/says.ts';
import type { LeavingWay } from '../../shared/vocabulary/sends.ts';
import type { WayOut } from '../../shared/vocabulary/ways-out.ts';
import {
  type FromEngine,
  fromEngineSchema,
  type KeyringAnswer,
  type KeyringQuestion,
  type PagePicture,
  type ToEngine,
} from './engine-messages.ts';
import { planRestart } from './restart-policy.ts';
import { ENGINE_V8_FLAGS } from './v8-flags.ts';
import { WaitingAnswers } from './waiting-answers.ts';

const closeTimeoutMs = 5000;
/**
 * An engine that ends answers everything with nothing; this is for one that hangs. Long, as a file that leaves is looked into first, and a page of a large
 * document drawn: on a busy machine ten seconds were too few. A window that has gone on by then has let go of it.
 */
const answerTimeoutMs = 120_000;

/** What the host reports and asks for; `restarted` means that ports given before are dead. */
type EngineEvents = {
  readonly statusChanged: (status: EngineStatus) => void;
  readonly restarted: () => void;
  readonly log: (line: string) => void;
  /** A line of the engine's standard error. */
  readonly engineSaid: (line: string) => void;
  /** Asks the system's keyring. */
  readonly askKeyring: (question: KeyringQuestion) => KeyringAnswer;
};

/** Runs the engine in its own process, starts it again when it dies, and closes it in peace. */
export class EngineHost {
  #child: UtilityProcess | undefined;
  #status: EngineStatus = { status: 'starting' };
  #starts = 0;
  #restarts: number[] = [];
  #closing = false;
  #startAtExit = false;
  readonly #grants = new WaitingAnswers<FileGrant>(answerTimeoutMs);
  readonly #handOuts = new WaitingAnswers<HandOut>(answerTimeoutMs);
  readonly #sends = new WaitingAnswers<SendOut>(answerTimeoutMs);
  readonly #shows = new WaitingAnswers<ShowOut>(answerTimeoutMs);
  readonly #pages = new WaitingAnswers<PagePicture>(answerTimeoutMs);
  readonly #entry: string;
  readonly #args: readonly string[];
  readonly #events: EngineEvents;

  constructor(entry: string, args: readonly string[], events: EngineEvents) {
    this.#entry = entry;
    this.#args = args;
    this.#events = events;
  }

  get status(): EngineStatus {
    return this.#status;
  }

  /** The engine's process id while it runs; for tests and for the memory figures. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    this.#starts += 1;
    const child = utilityProcess.fork(this.#entry, [...this.#args], {
      serviceName: 'Kitbag engine',
      execArgv: [`--js-flags=${ENGINE_V8_FLAGS.join(' ')}`],
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    this.#child = child;
    if (child.stderr) createInterface({ input: child.stderr }).on('line', this.#events.engineSaid);
    child.on('message', (message: unknown) => this.#hear(message));
    child.once('exit', (code) => this.#died(child, code));
  }

  /**
   * A person asked for another try: after the engine was given up, or because the one that runs could not open its data.
   * One that still ends or runs is waited for, as a second one could not have the replica.
   */
  restart(): void {
    if (this.#closing || this.#startAtExit || this.#status.status === 'starting') return;
    const gaveUp = this.#status.status === 'failed';
    this.#restarts = [];
    this.#setStatus({ status: 'starting' });
    if (!this.#child) this.start();
    else {
      this.#startAtExit = true;
      if (!gaveUp) void this.#end(this.#child);
    }
  }

  /** A new port to the engine, to be handed to a window. The engine hears of it even while it is still opening. */
  connect(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.#tell({ kind: 'connect' }, [port1]);
    return port2;
  }

  /** Registers paths that a person chose; null where the engine did not answer. */
  grant(paths: readonly string[]): Promise<FileGrant | null> {
    if (paths.length === 0) return Promise.resolve(null);
    return this.#grants.ask((id) => this.#tell({ kind: 'grant', id, paths: [...paths] }));
  }

  /** Asks the engine's gate for the file of a version that is to leave; null where the engine did not answer. */
  handOut(way: WayOut, version: string): Promise<HandOut | null> {
    return this.#handOuts.ask((id) => this.#tell({ kind: 'hand-out', id, way, version }));
  }

  /** Asks the engine for the files of what was made ready to be sent; null where it did not answer. */
  handOutSend(ticket: string): Promise<SendOut | null> {
    return this.#sends.ask((id) => this.#tell({ kind: 'hand-out-send', id, ticket }));
  }

  /** Tells the engine that it has left. */
  noteSent(ticket: string, how: LeavingWay): void {
    this.#tell({ kind: 'note-sent', ticket, how });
  }

  /** Asks the engine for the running order of what was made ready to be shown; null where it did not answer. */
  handOutShow(ticket: string): Promise<ShowOut | null> {
    return this.#shows.ask((id) => this.#tell({ kind: 'hand-out-show', id, ticket }));
  }

  /** Tells the engine which of its slides were shown. */
  noteShown(ticket: string, shown: readonly number[]): void {
    this.#tell({ kind: 'note-shown', ticket, shown: [...shown] });
  }

  /** Asks the engine for the picture of a page; null where there is none, or no answer. */
  drawPage(asked: AskedPage): Promise<PagePicture | null> {
    return this.#pages.ask((id) => this.#tell({ kind: 'draw-page', id, asked }));
  }

  /** Lets the engine put everything on disk and end; kills it after five seconds. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#child) await this.#end(this.#child);
  }

  async #end(child: UtilityProcess): Promise<void> {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.#tell({ kind: 'close' });
    const timer = setTimeout(() => child.kill(), closeTimeoutMs);
    await ended;
    clearTimeout(timer);
  }

  #tell(message: ToEngine, ports?: MessagePortMain[]): void {
    this.#child?.postMessage(message, ports);
  }

  #hear(message: unknown): void {
    const parsed = fromEngineSchema.safeParse(message);
    if (parsed.success) this.#act(parsed.data);
    else this.#events.log('engine: a message of unknown form was ignored');
  }

  #act(message: FromEngine): void {
    if (message.kind === 'ready') this.#becameReady();
    else if (message.kind === 'granted') {
      this.#grants.settle(message.id, { grant: message.grant, count: message.count });
    } else if (message.kind === 'handed-out') this.#handOuts.settle(message.id, message.answer);
    else if (message.kind === 'send-handed-out') this.#sends.settle(message.id, message.answer);
    else if (message.kind === 'show-handed-out') this.#shows.settle(message.id, message.answer);
    else if (message.kind === 'page-drawn') this.#pages.settle(message.id, message.picture);
    else if (message.kind === 'keyring') {
      const answer = this.#events.askKeyring(message.question);
      this.#tell({ kind: 'keyring-answer', id: message.id, answer });
    } else if (message.kind === 'refused') {
      this.#setStatus({ status: 'failed', reason: message.reason, says: message.says });
      this.#child?.kill();
    }
  }

  #becameReady(): void {
    const again = this.#starts > 1;
    this.#setStatus({ status: 'running' });
    if (again) this.#events.restarted();
  }

  #died(child: UtilityProcess, code: number): void {
    if (this.#child === child) this.#child = undefined;
    this.#grants.settleAll();
    this.#handOuts.settleAll();
    this.#sends.settleAll();
    this.#shows.settleAll();
    this.#pages.settleAll();
    if (this.#closing || this.#status.status === 'failed') return;
    if (this.#startAtExit) {
      this.#startAtExit = false;
      this.start();
      return;
    }
    this.#events.log(`engine: ended with ${code}`);
    const plan = planRestart(this.#restarts, Date.now());
    if (plan.kind === 'give-up') {
      this.#setStatus({ status: 'failed', reason: 'keeps-stopping', says: says('shell.engine-stops') });
      return;
    }
    this.#restarts.push(Date.now());
    this.#setStatus({ status: 'restarting', attempt: plan.attempt });
    setTimeout(() => {
      if (!this.#closing && !this.#child) this.start();
    }, plan.delayMs);
  }

  #setStatus(status: EngineStatus): void {
    this.#status = status;
    this.#events.statusChanged(status);
  }
}
