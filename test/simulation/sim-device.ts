import { overwrittenBy } from '../../src/domain/fold/overwritten.ts';
import { MODEL } from '../../src/domain/registry.ts';
import { timeOfHlc } from '../../src/engine/live/event-time.ts';
import { toCommit } from '../../src/engine/live/to-commit.ts';
import { StorageError } from '../../src/shared/errors.ts';
import type { DeviceId, MemberId } from '../../src/shared/vocabulary/ids.ts';
import type { ExchangeReport, HubIdentity } from '../../src/sync/exchange/exchange-report.ts';
import { createSynchronizer, type Synchronizer } from '../../src/sync/exchange/synchronizer.ts';
import { type ObjectStore, StoreError } from '../../src/sync/hub/object-store.ts';
import { makeCard } from '../../src/sync/identity/device-card.ts';
import type { EventToCommit, StreamEvent } from '../../src/sync/journal/journal-event.ts';
import { openReplica } from '../../src/sync/journal/open-replica.ts';
import type { Replica } from '../../src/sync/journal/replica.ts';
import { keepingLogger } from '../support/quiet-logger.ts';
import { createCrashingStore, SimulatedCrash } from '../support/stores/crashing-store.ts';
import { MemoryBlobs, versionBlobs } from '../support/sync/memory-blobs.ts';
import { copyFiles, MemoryJournalFiles } from '../support/sync/memory-journal-files.ts';
import { createCrashingFiles, createCrashingSnapshots } from './crashing-files.ts';
import { LifeLine } from './life-line.ts';
import { planOf, renew } from './renewal.ts';
import { contextOf, SimCatalog, SimSnapshots } from './sim-catalog.ts';
import { keyOf, type SimKey, simCrypto } from './sim-crypto.ts';
import { Work } from './work.ts';

/** What a simulated device is given. */
export type SimDeviceOptions = {
  readonly name: string;
  readonly key: SimKey;
  readonly member: MemberId;
  readonly hub: HubIdentity;
  /** The hub as a process of this device sees it; asked for anew by each process. */
  readonly openStore: () => ObjectStore;
  /** True time; the device's clock adds its skew. */
  readonly trueTime: () => number;
};

/** A copy of a device's disk. */
export type Backup = {
  readonly key: SimKey;
  readonly files: MemoryJournalFiles;
  readonly snapshots: ReadonlyMap<string, string>;
  /** What had been acknowledged. */
  readonly acknowledged: readonly StreamEvent[];
};

/** A running process of a device. */
export type SimProcess = {
  readonly store: ObjectStore;
  readonly line: LifeLine;
  readonly replica: Replica;
  readonly catalog: SimCatalog;
  readonly sync: Synchronizer;
};

/** A device: its disk, its clock, and the process that runs on it, if one does. */
export class SimDevice {
  readonly name: string;
  key: SimKey;
  readonly member: MemberId;
  readonly #options: SimDeviceOptions;
  readonly files = new MemoryJournalFiles();
  readonly blobs = new MemoryBlobs(versionBlobs);
  readonly snapshots = new SimSnapshots();
  skew = 0;
  process: SimProcess | undefined;
  /** Events whose commit has resolved: nothing may ever lose them. */
  acknowledged: StreamEvent[] = [];
  retractions = 0;
  /** How far beyond its own clock it has ever stamped what it wrote, in milliseconds. */
  furthestAhead = Number.NEGATIVE_INFINITY;
  /** How often this device has taken a new identity. */
  renewals = 0;
  /** Ids that it had before a backup of an earlier one was put back: what it had begun to write then nobody can end. */
  readonly lostIds: DeviceId[] = [];
  /** What went wrong that is no crash. */
  readonly defects: unknown[] = [];
  readonly reports: ExchangeReport[] = [];
  /** What it asks of the hub. */
  readonly work = new Work();
  #running = 0;

  constructor(options: SimDeviceOptions) {
    this.#options = options;
    this.name = options.name;
    this.key = options.key;
    this.member = options.member;
  }

  get id(): DeviceId {
    return this.key.device;
  }

  /** Exchanges that have not ended, e.g. because the store stalls. */
  get running(): number {
    return this.#running;
  }

  now(): number {
    return Math.max(0, this.#options.trueTime() + this.skew);
  }

  /** Starts a process, which may be planned to crash on its way or, where `beyond` is set, after it. Does nothing where one runs. */
  async start(crashIn?: number, beyond = false): Promise<SimProcess | undefined> {
    if (this.process !== undefined && !this.process.line.crashed) return this.process;
    const line = new LifeLine();
    if (crashIn !== undefined) line.crashIn(crashIn);
    try {
      this.process = await this.#open(line);
      if (!beyond) line.spare();
    } catch (error) {
      if (!(error instanceof SimulatedCrash) && !(error instanceof StorageError)) throw error;
      this.process = undefined;
    }
    return this.process;
  }

  /** Ends the process: as a person does it, or as a power cut does. */
  async stop(how: 'close' | 'kill'): Promise<void> {
    const { process } = this;
    this.process = undefined;
    if (process === undefined) return;
    process.line.spare();
    process.line.emptyDisk();
    if (how === 'close' && !process.line.crashed) await process.replica.close();
    process.line.kill();
  }

  /** Writes events and folds them. They are acknowledged if this resolves `true`. */
  async commit(events: readonly EventToCommit[], member: MemberId = this.member): Promise<boolean> {
    const process = await this.start();
    if (process === undefined) return false;
    try {
      const written = await process.replica.commit(member, this.#overwriting(process, events));
      this.acknowledged.push(...written);
      for (const { event } of written)
        this.furthestAhead = Math.max(this.furthestAhead, timeOfHlc(event.hlc) - this.now());
      await process.catalog.live.catchUp(false);
      return true;
    } catch (error) {
      this.#ended(error);
      return false;
    }
  }

  /** Events as the engine writes them: with what they write over, by the catalog that is here. */
  #overwriting({ catalog }: SimProcess, events: readonly EventToCommit[]): readonly EventToCommit[] {
    return events.map((event) => {
      const read = MODEL.read(event);
      if (read.read !== 'known') return event;
      const over = overwrittenBy(catalog.live.state, [read.draft], this.member);
      return toCommit([read.draft], over)[0] ?? event;
    });
  }

  /** Exchanges with the hub. Where the process crashes, there is no report. */
  async exchange(): Promise<ExchangeReport | undefined> {
    const process = await this.start();
    if (process === undefined) return undefined;
    this.#running += 1;
    try {
      const report = await process.sync.exchange();
      this.reports.push(report);
      // The renewal closes the replica: it waits until nothing else is under way.
      if (report.reason === 'forked' && this.#running === 1) await this.#renew(process);
      return report;
    } catch (error) {
      this.#ended(error);
      return undefined;
    } finally {
      this.#running -= 1;
    }
  }

  /** Whether somebody has said whose device this is, as it knows. Only then can it take a new identity. */
  get isKnown(): boolean {
    return this.process?.catalog.live.selfId() !== undefined;
  }

  async #renew(process: SimProcess): Promise<void> {
    const renewal = await planOf(process.catalog, process.store);
    if (renewal === undefined || this.process !== process || process.line.crashed) return;
    await this.stop('close');
    this.renewals += 1;
    const old = this.key;
    this.key = keyOf(`${this.name}, renewed ${this.renewals} times`);
    const written = await renew(this.files, renewal, old, this.key, () => this.now());
    const stays = ({ stream, event }: StreamEvent) =>
      event.device !== old.device || event.seq <= renewal.keep[stream];
    this.acknowledged = [...this.acknowledged.filter(stays), ...written];
  }

  /** Puts a backup of the disk back: what was acknowledged since is lost, unless it has reached the hub. */
  async putBack(backup: Backup): Promise<void> {
    await this.stop('kill');
    if (this.id !== backup.key.device) this.lostIds.push(this.id);
    this.key = backup.key;
    this.files.journals.clear();
    this.files.documents.clear();
    copyFiles(backup.files, this.files);
    this.snapshots.saved.clear();
    for (const [name, text] of backup.snapshots) this.snapshots.saved.set(name, text);
    this.acknowledged = [...backup.acknowledged];
  }

  /** What is on the disk now. */
  backup(): Backup {
    const files = copyFiles(this.files);
    const snapshots = new Map(this.snapshots.saved);
    return { key: this.key, files, snapshots, acknowledged: [...this.acknowledged] };
  }

  /** Every event that is on the disk, as a process reads it. */
  async events(): Promise<readonly StreamEvent[]> {
    const process = await this.start();
    const all: StreamEvent[] = [];
    if (process !== undefined) for await (const event of process.replica.read()) all.push(event);
    return all;
  }

  #ended(error: unknown): void {
    // A renewal that the hub refuses is tried again with the next exchange, as the engine does it.
    if (error instanceof SimulatedCrash || error instanceof StorageError || error instanceof StoreError)
      return;
    this.defects.push(error);
  }

  async #open(line: LifeLine): Promise<SimProcess> {
    const { hub, openStore } = this.#options;
    const { device, signer } = this.key;
    const files = createCrashingFiles(this.files, line);
    const store = createCrashingStore(this.work.watch(openStore()), line);
    const logger = keepingLogger();
    const clock = { now: () => this.now() };
    const crypto = simCrypto;
    if ((await files.readDocument(device, 'card')) === undefined)
      await files.writeDocument(device, 'card', makeCard(this.name, signer, crypto));
    const replica = await openReplica({ device, files, crypto, signer, clock, logger });
    const catalog = await SimCatalog.open(
      replica,
      createCrashingSnapshots(this.snapshots, line),
      contextOf(hub.founder),
    );
    const sync = createSynchronizer({
      store,
      hub,
      replica,
      blobs: this.blobs,
      crypto,
      clock,
      logger,
      streams: () => ['catalog', 'activity'],
      beforeRetract: () => catalog.live.discardSnapshots(),
      named: () => catalog.live.namedPositions(),
      onReceived: async (retracted) => {
        if (retracted) this.retractions += 1;
        await catalog.live.catchUp(retracted);
      },
    });
    return { line, store, replica, catalog, sync };
  }
}
