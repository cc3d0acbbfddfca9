import type { Member } from '../../contract/common.ts';
import type { Topic } from '../../contract/session.ts';
import { foldActivity } from '../../domain/fold/fold-activity.ts';
import { foldInto } from '../../domain/fold/fold-catalog.ts';
import { overwrittenBy } from '../../domain/fold/overwritten.ts';
import type { KeptBlob } from '../../domain/kernel/blobs.ts';
import { currentRole, memberOfDevice, type Timeline } from '../../domain/people/membership.ts';
import { worthChanged } from '../../domain/people/standing.ts';
import {
  type ActivityState,
  type CatalogCollection,
  type CatalogState,
  type DomainModel,
  type EventDraft,
  type FoldContext,
  MODEL,
  type Touched,
} from '../../domain/registry.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { says } from '../../shared/says/says.ts';
import type { Stream } from '../../shared/vocabulary/device.ts';
import type { MemberId } from '../../shared/vocabulary/ids.ts';
import type { NamedPositions } from '../../sync/exchange/named-positions.ts';
import { EventTooLarge } from '../../sync/journal/journal-chain.ts';
import type { Position, StreamEvent } from '../../sync/journal/journal-event.ts';
import type { Replica } from '../../sync/journal/replica.ts';
import type { Later } from '../base/base-ports.ts';
import { invalid, Refusal } from '../base/refusal.ts';
import type { Changes } from './changes.ts';
import { checkDrafts } from './check-drafts.ts';
import type { FoldedSnapshots } from './folded-snapshots.ts';
import { type JournalPlace, placeOf } from './journal-place.ts';
import { namedPositions } from './named-in-catalog.ts';
import { RefoldPace } from './refold-pace.ts';
import { toCommit } from './to-commit.ts';

/** What the catalog tells of events that were folded. After a refold anything may be different. */
export type FoldListener = (fold: {
  readonly touched: Touched;
  readonly usedAssets: ReadonlySet<string>;
  readonly refolded: boolean;
}) => void;

/** The replica's events, folded and kept up to date: the one place where events are written and read. */
export class LiveCatalog {
  readonly replica: Replica;
  readonly #changes: Changes;
  #context: FoldContext;
  readonly #snapshots: FoldedSnapshots;
  readonly #clock: Clock;
  readonly #pace: RefoldPace;
  readonly #listeners: FoldListener[] = [];
  readonly #commitListeners: (() => void)[] = [];
  #state: CatalogState;
  #activity: ActivityState;
  #position: Record<string, number> = {};
  #folding: Promise<void> = Promise.resolve();
  #named: { readonly of: Timeline; readonly positions: NamedPositions } | undefined;

  private constructor(
    replica: Replica,
    snapshots: FoldedSnapshots,
    changes: Changes,
    context: FoldContext,
    clock: Clock,
    pace: RefoldPace,
  ) {
    this.replica = replica;
    this.#context = context;
    this.#state = this.model.emptyCatalog();
    this.#activity = this.model.emptyActivity();
    this.#snapshots = snapshots;
    this.#changes = changes;
    this.#clock = clock;
    this.#pace = pace;
  }

  /** Opens the catalog: snapshot and the events after it, or all events where there is no sound snapshot. */
  static async open(
    replica: Replica,
    snapshots: FoldedSnapshots,
    changes: Changes,
    context: FoldContext,
    { clock, later }: { readonly clock: Clock; readonly later: Later },
  ): Promise<LiveCatalog> {
    const pace = new RefoldPace(clock, later);
    const catalog = new LiveCatalog(replica, snapshots, changes, context, clock, pace);
    const loaded = await snapshots.load(replica.position(), context);
    if (loaded !== undefined) {
      catalog.#state = loaded.state;
      catalog.#activity = loaded.activity;
      catalog.#position = { ...loaded.position };
    }
    if (loaded === undefined || !(await catalog.#foldAfter(loaded.position))) {
      // What is saved goes beyond the journals, or is worth something else now: later it might seem to fit again.
      await snapshots.discardIfPossible();
      await catalog.#refold();
      snapshots.markAll();
    }
    catalog.#keepFounder();
    catalog.#scheduleSave();
    return catalog;
  }

  /**
   * Who founded the hub is settled by what is here at the start: nothing of others is in a hub that was never shared. Whoever claims later to
   * have made it long before is nobody.
   */
  #keepFounder(): void {
    const founder = this.#context.founder ?? this.#state.membership.timeline.hub?.founder;
    if (founder !== undefined) this.#context = { ...this.#context, founder };
  }

  /** The definitions by which it is folded. */
  get model(): DomainModel {
    return this.#context.model ?? MODEL;
  }

  get state(): CatalogState {
    return this.#state;
  }

  get activity(): ActivityState {
    return this.#activity;
  }

  /** What the catalog says, as a text: the same for all who hold the same events. */
  text(): string {
    return this.model.textOf(this.#state);
  }

  /** The blobs that the catalog names; `but`: without those that one collection keeps. */
  keptBlobs(but?: CatalogCollection): Iterable<KeptBlob> {
    return this.model.keptBlobs(this.#state, but);
  }

  /** How many events of the catalog stream were read. */
  get catalogEvents(): number {
    return sumOf(this.#position, 'catalog');
  }

  /** What of the catalog stream is folded. */
  place(): JournalPlace {
    return placeOf(this.#position);
  }

  /** Events that whoever took rights from somebody, or anchored what they had seen, has named with their digests. */
  namedPositions(): NamedPositions {
    const { timeline } = this.#state.membership;
    if (this.#named?.of !== timeline)
      this.#named = { of: timeline, positions: namedPositions(timeline, this.#context) };
    return this.#named.positions;
  }

  /** Calls a listener after every fold. */
  onFold(listener: FoldListener): void {
    this.#listeners.push(listener);
  }

  /** The member whose device this is; `undefined` while nobody has said so. */
  selfId(): MemberId | undefined {
    return memberOfDevice(this.#state.membership.timeline, this.replica.device);
  }

  /** The member whose device this is. */
  self(): Member & { readonly id: MemberId } {
    const id = this.selfId();
    if (id === undefined) throw new Refusal('NOT_READY', says('session.nobody'));
    return { ...this.member(id), id };
  }

  /** A member as others see one; somebody unknown has the id for a name. */
  member(id: string): Member {
    const { timeline } = this.#state.membership;
    const known = timeline.members.get(id);
    return { id, name: known?.name.value ?? id, role: currentRole(timeline, id) ?? 'rep' };
  }

  /**
   * Writes events of the person at this device and folds them. All or none. Throws `Refusal` when the role does not allow one or a
   * body does not fit, `StorageError` when the disk refuses.
   */
  async commit(drafts: readonly EventDraft[]): Promise<readonly StreamEvent[]> {
    const first = drafts[0];
    if (first === undefined) return [];
    const self = this.self();
    checkDrafts(drafts, self.role, this.#clock.now(), this.model);
    const events = await this.#write(self.id, drafts);
    // One after the other: while everything is folded again, nothing may be folded into what is thrown away.
    const folding = this.#folding.then(() => this.#foldOrRefold(events));
    this.#folding = folding.catch(() => undefined);
    await folding;
    for (const listener of this.#commitListeners) listener();
    return events;
  }

  async #write(self: MemberId, drafts: readonly EventDraft[]): Promise<readonly StreamEvent[]> {
    try {
      const over = overwrittenBy(this.#state, drafts, self, this.model);
      return await this.replica.commit(self, toCommit(drafts, over, this.model));
    } catch (error) {
      if (error instanceof EventTooLarge) throw invalid(says('journal.too-large'));
      throw error;
    }
  }

  /** Calls a listener after every write of this device. */
  onCommit(listener: () => void): void {
    this.#commitListeners.push(listener);
  }

  /**
   * Folds what the replica has received; all of it again where something that had been read was taken back or stands elsewhere now. Where that was
   * asked for too often it is done a little later, and nothing that was received is folded until then.
   */
  async catchUp(retracted: boolean): Promise<void> {
    const folding = this.#folding.then(async () => {
      const isDone = !retracted && !this.#pace.owes && (await this.#foldAfter(this.#position));
      if (!isDone) await this.#refoldInTime();
      this.#scheduleSave();
    });
    this.#folding = folding.catch(() => undefined);
    await folding;
  }

  async #refoldInTime(): Promise<void> {
    if (this.#pace.waitMs() === 0) return this.#refoldAndTell();
    if (this.#pace.owes) return;
    // Who is who may be known already, and what that changes is not: nothing of it may outlive this process.
    await this.#snapshots.discardIfPossible();
    this.#pace.owe(() => {
      const folding = this.#folding.then(() => this.#refoldAndTell()).then(() => this.#scheduleSave());
      this.#folding = folding.catch(() => undefined);
    });
  }

  /** Makes the saved state unusable, because it contains events that are about to be taken back. */
  discardSnapshots(): Promise<void> {
    return this.#snapshots.discard();
  }

  /** Folds everything from the journal again. For `verify`; the live state stays as it is. */
  async foldAfresh(): Promise<CatalogState> {
    const other = new LiveCatalog(
      this.replica,
      this.#snapshots,
      this.#changes,
      this.#context,
      this.#clock,
      this.#pace,
    );
    await other.#refold();
    return other.#state;
  }

  /** Saves what has not been saved. */
  async close(): Promise<void> {
    this.#pace.stop();
    await this.#snapshots.close(this.#folded());
  }

  async #foldOrRefold(events: readonly StreamEvent[]): Promise<void> {
    if (!this.#fold(events)) await this.#refoldAndTell();
    this.#scheduleSave();
  }

  async #refoldAndTell(): Promise<void> {
    await this.#pace.now(() => this.#refold());
    this.#snapshots.markAll();
    this.#changes.emit(...this.model.topics);
  }

  /** Reads and folds what comes after a position, in batches. False: everything has to be folded again. */
  async #foldAfter(position: Position): Promise<boolean> {
    const batch: StreamEvent[] = [];
    for await (const event of this.replica.read(position)) batch.push(event);
    return batch.length === 0 || this.#fold(batch);
  }

  async #refold(): Promise<void> {
    const all: StreamEvent[] = [];
    for await (const event of this.replica.read()) all.push(event);
    this.#state = this.model.emptyCatalog();
    this.#activity = this.model.emptyActivity();
    this.#position = {};
    if (!this.#fold(all, true)) throw new Error('An empty catalog can be folded into at once.');
  }

  #fold(all: readonly StreamEvent[], refolded = false): boolean {
    // A refold may have read already what was waiting to be folded; uses count once.
    const events = all.filter(
      ({ stream, event }) => event.seq > (this.#position[`${event.device}/${stream}`] ?? 0),
    );
    const ofCatalog = events.filter(({ stream }) => stream === 'catalog').map(({ event }) => event);
    const ofActivity = events.filter(({ stream }) => stream === 'activity').map(({ event }) => event);
    const before = this.#state.membership.timeline;
    const outcome = foldInto(this.#state, ofCatalog, this.#context);
    if (outcome.fold === 'refold') return false;
    const { touched } = outcome;
    const { timeline } = this.#state.membership;
    if (timeline !== before && worthChanged(before, timeline, this.#activity.seen, 'activity')) return false;
    const usedAssets = foldActivity(this.#activity, ofActivity, timeline, this.model);
    for (const { stream, event } of events) {
      const key = `${event.device}/${stream}`;
      this.#position[key] = Math.max(this.#position[key] ?? 0, event.seq);
    }
    this.#snapshots.mark(touched, ofActivity.length > 0);
    for (const listener of this.#listeners) listener({ touched, usedAssets, refolded });
    this.#changes.emit(...this.#topicsOf(touched, ofActivity.length > 0));
    return true;
  }

  /** What was refused is shown with the people. */
  #topicsOf(touched: Touched, activity: boolean): readonly Topic[] {
    const topics = new Set<Topic>(this.model.topicsOf(touched));
    if (touched.refused) topics.add('people');
    if (activity) for (const topic of this.model.activityTopics) topics.add(topic);
    return [...topics];
  }

  #folded() {
    return { state: this.#state, activity: this.#activity, position: { ...this.#position } };
  }

  #scheduleSave(): void {
    this.#snapshots.schedule(() => this.#folded());
  }
}

function sumOf(position: Position, stream: Stream): number {
  let total = 0;
  for (const [key, seq] of Object.entries(position)) if (key.endsWith(`/${stream}`)) total += seq;
  return total;
}
