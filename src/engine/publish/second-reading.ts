import { z } from 'zod';
import type { VersionState } from '../../domain/catalog-state.ts';
import type { VersionReading } from '../../domain/events.ts';
import { may } from '../../domain/permissions.ts';
import { isBetterReading, isReadAgain } from '../../domain/version-reading.ts';
import type { Sha256 } from '../../shared/ids.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import { CancellationSource } from '../cancellation-source.ts';
import type { EnginePorts } from '../engine-ports.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { type ReadDocument, readDocument, readingOf } from './read-document.ts';

/** Nothing has come for so long: whoever imports or opens things is done. */
const QUIET_MS = 15_000;
const TRIED = 'read-again';

const triedSchema = z.object({ v: z.literal(1), tried: z.record(z.string(), z.string()) });

/** A version whose reading was broken off. */
type BrokenOff = { readonly asset: string; readonly title: string; readonly version: VersionState };

/** How far reading again is; `current`: which asset is being read. */
export type SecondReadingProgress = {
  readonly done: number;
  readonly total: number;
  readonly current: string;
};

/**
 * Reads again what could not be read for want of time or memory, one document at a time, when nothing else is to be read. What is found
 * goes to everybody as an event. By itself a device reads what its own person published, once a release of Kitbag; when asked to (a
 * rebuild, the same file imported again), whatever its file is here for.
 */
export class SecondReading {
  readonly #ports: EnginePorts;
  readonly #catalog: LiveCatalog;
  readonly #stop = new CancellationSource();
  #tried: Record<string, string> | undefined;
  #forget: (() => void) | undefined;
  #running: Promise<void> | undefined;
  /** Something came while it read. */
  #goOn = false;

  constructor(ports: EnginePorts, catalog: LiveCatalog) {
    this.#ports = ports;
    this.#catalog = catalog;
    catalog.onFold(({ touched, refolded }) => {
      if (refolded || this.#brokenOff(touched.assets).length > 0) this.wake();
    });
  }

  /** Looks in a while whether there is something to read again. */
  wake(): void {
    if (this.#stop.signal.aborted) return;
    this.#forget?.();
    this.#forget = this.#ports.later(() => {
      this.#forget = undefined;
      this.#begin();
    }, QUIET_MS);
  }

  #begin(): void {
    this.#goOn = this.#running !== undefined;
    this.#running ??= this.#readOwn()
      .catch((error: unknown) => this.#warn(error))
      .finally(() => {
        this.#running = undefined;
        if (this.#goOn && !this.#stop.signal.aborted) this.#begin();
      });
  }

  /** Ends reading; what was read is written. */
  async close(): Promise<void> {
    this.#forget?.();
    this.#stop.cancel();
    await this.#running;
  }

  /** Reads all that can be read again now. Nothing where the person may not publish. */
  async *readAll(): AsyncGenerator<SecondReadingProgress, void> {
    const all = this.#brokenOff();
    for (const [done, one] of all.entries()) {
      yield { done, total: all.length, current: one.title };
      await this.#read(one);
    }
  }

  /** Reads bytes of an asset again whose reading was broken off, because somebody brought them again; undefined where there are none. */
  async readBytes(asset: string, sha256: string, signal?: Cancellation): Promise<VersionReading | undefined> {
    const found = this.#brokenOff([asset]).find(({ version }) => version.body.sha256 === sha256);
    return found && (await this.#read(found, signal));
  }

  /** Takes what was found in a file that an asset has already, if that is more than was known. */
  async take(asset: string, document: ReadDocument): Promise<void> {
    for (const one of this.#brokenOff([asset])) {
      if (one.version.body.sha256 === document.sha256) await this.#keep(one, readingOf(document));
    }
  }

  async #readOwn(): Promise<void> {
    const tried = await this.#loadTried();
    const { appVersion } = this.#ports;
    const self = this.#catalog.selfId();
    for (const one of this.#brokenOff()) {
      const { member, body } = one.version;
      if (member !== self || tried[body.id] === appVersion) continue;
      if (this.#stop.signal.aborted) return;
      if (!(await this.#ports.home.blobs.has(body.sha256 as Sha256))) continue;
      // Noted before it is read: what ends the whole process would end it at every start.
      await this.#note({ ...tried, [body.id]: appVersion });
      if ((await this.#read(one)) === undefined) await this.#note(tried);
      else tried[body.id] = appVersion;
    }
  }

  #note(tried: Record<string, string>): Promise<void> {
    return this.#ports.home.local.save(TRIED, { v: 1, tried });
  }

  /** Reads one again. Undefined where its file is not here, or reading was cancelled. */
  async #read(one: BrokenOff, signal: Cancellation = this.#stop.signal): Promise<VersionReading | undefined> {
    const { blobs } = this.#ports.home;
    const { sha256, size, fileName } = one.version.body;
    if (!(await blobs.has(sha256 as Sha256))) return undefined;
    const reader = { blobs, extractor: this.#ports.extractor, clock: this.#ports.clock };
    const copy = { sha256: sha256 as Sha256, size };
    const read = await readDocument(reader, copy, { name: fileName }, { signal, again: true });
    if (!read.read) return undefined;
    const reading = readingOf(read.document);
    await this.#keep(one, reading);
    return reading;
  }

  async #keep({ asset, version }: BrokenOff, reading: VersionReading): Promise<void> {
    const now = this.#catalog.state.assets.get(asset)?.versions.get(version.body.id)?.value.body;
    if (now === undefined || !isBetterReading(reading, now)) return;
    const body = { asset, version: version.body.id, reading, at: this.#ports.clock.now() };
    await this.#catalog.commit([{ kind: 'asset-version-read', body }]);
  }

  /** The versions that are worth reading again, unless the person may not publish. */
  #brokenOff(assets: Iterable<string> = this.#catalog.state.assets.keys()): BrokenOff[] {
    const id = this.#catalog.selfId();
    if (id === undefined || !may(this.#catalog.member(id).role, 'publish')) return [];
    const found: BrokenOff[] = [];
    for (const asset of assets) {
      const state = this.#catalog.state.assets.get(asset);
      if (state?.added === undefined) continue;
      for (const { value: version } of state.versions.values()) {
        if (isReadAgain(version.body.text)) {
          found.push({ asset, title: state.fields.title?.value ?? '', version });
        }
      }
    }
    return found;
  }

  async #loadTried(): Promise<Record<string, string>> {
    const saved = triedSchema.safeParse(await this.#ports.home.local.load(TRIED));
    this.#tried ??= saved.success ? saved.data.tried : {};
    return this.#tried;
  }

  #warn(error: unknown): void {
    // What was not read now is read at the next occasion.
    this.#ports.logger.warn('not-read-again', { error: error instanceof Error ? error.name : 'unknown' });
  }
}
