import type { FileToHandOut } from '../../contract/gate.ts';
import type { ToSend } from '../../contract/sends.ts';
import type { SendOutcome } from '../../contract/shell.ts';
import type { Attached } from '../../node/leaving/mail-draft.ts';
import { storedFile } from '../../node/stored-file.ts';
import { type Says, says } from '../../shared/says/says.ts';
import type { WayOut } from '../../shared/vocabulary/ways-out.ts';
import type { EngineHost } from '../host/engine-host.ts';

/** A file that may leave, and where it lies. */
type HandedOut = FileToHandOut & {
  readonly path: string;
  /** Where its picture lies, if it is here. */
  readonly picturePath?: string;
};

/** What is sent: what the mail says, and its files with where they lie, or their bytes where pages were taken out of one. */
export type FilesToSend = { readonly mail: ToSend['mail']; readonly files: readonly Attached[] };

/** Why nothing leaves. */
type NotHandedOut = { readonly status: 'refused' | 'failed'; readonly says: Says };

/** Why a file that may leave is not opened in another application. */
type NotOpened = { readonly status: 'not-opened'; readonly title: Says; readonly says: Says };

/** What of the engine's process is asked here. */
type Asked = Pick<EngineHost, 'handOut' | 'handOutSend' | 'noteSent'>;

/**
 * The only way from a version to bytes that leave: the engine's gate is asked each time, whatever the window has asked before, and says
 * which file it is. A window names versions; it has no way to name bytes.
 */
export class FilesToHandOut {
  readonly #dataFolder: string;
  readonly #engine: Asked;

  constructor(dataFolder: string, engine: Asked) {
    this.#dataFolder = dataFolder;
    this.#engine = engine;
  }

  /** Does something with the file of a version, if it may leave on this way. */
  async leave<Outcome>(
    way: WayOut,
    version: string,
    take: (file: HandedOut) => Promise<Outcome>,
  ): Promise<Outcome | NotHandedOut> {
    const found = await this.#file(way, version);
    if ('path' in found) return take(found);
    return found.status === 'not-opened' ? { status: 'refused', says: found.says } : found;
  }

  /** Gives the file of a version to another application, if it may leave and could not run something there. */
  async open<Outcome>(
    version: string,
    take: (file: HandedOut) => Promise<Outcome>,
  ): Promise<Outcome | NotHandedOut | NotOpened> {
    const found = await this.#file('open', version);
    return 'path' in found ? take(found) : found;
  }

  /** Does something with the files of what was made ready to be sent, if they may leave; that they have is noted by the engine. */
  async send(ticket: string, take: (send: FilesToSend) => Promise<SendOutcome>): Promise<SendOutcome> {
    const answer = await this.#engine.handOutSend(ticket);
    if (answer === null) return { status: 'failed', says: says('leaving.no-answer') };
    if (answer.outcome === 'held') return { status: 'refused', says: answer.says };
    const files: Attached[] = [];
    for (const { fileName, mediaType, content } of answer.files) {
      if ('bytes' in content) files.push({ fileName, mediaType, content });
      else {
        const path = await this.#stored(content.sha256);
        if (path === undefined) return { status: 'failed', says: says('leaving.not-here') };
        files.push({ fileName, mediaType, content: { path } });
      }
    }
    const outcome = await take({ mail: answer.mail, files });
    if (outcome.status === 'done') this.#engine.noteSent(ticket, outcome.how);
    return outcome;
  }

  async #file(way: WayOut, version: string): Promise<HandedOut | NotHandedOut | NotOpened> {
    const answer = await this.#engine.handOut(way, version);
    if (answer === null) return { status: 'failed', says: says('leaving.no-answer') };
    if (answer.outcome === 'held') return { status: 'refused', says: answer.says };
    if (answer.outcome === 'not-opened') {
      return { status: 'not-opened', title: answer.title, says: answer.says };
    }
    const { file } = answer;
    const path = await this.#stored(file.sha256);
    if (path === undefined) return { status: 'failed', says: says('leaving.not-here') };
    const picturePath = file.picture === undefined ? undefined : await this.#stored(file.picture);
    return { ...file, path, ...(picturePath !== undefined && { picturePath }) };
  }

  async #stored(sha256: string): Promise<string | undefined> {
    return (await storedFile(this.#dataFolder, sha256))?.path;
  }
}
