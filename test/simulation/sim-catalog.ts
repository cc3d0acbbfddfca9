import {
  type ActivityState,
  activityToJson,
  emptyActivity,
  foldActivity,
} from '../../src/domain/activity.ts';
import { catalogText } from '../../src/domain/catalog-json.ts';
import { type CatalogState, emptyCatalog } from '../../src/domain/catalog-state.ts';
import { type FoldContext, foldCatalog, foldInto } from '../../src/domain/fold-catalog.ts';
import type { FoldEvent } from '../../src/domain/fold-event.ts';
import { worthChanged } from '../../src/domain/standing.ts';
import { timeOfHlc } from '../../src/engine/live/event-time.ts';
import { FoldedSnapshots } from '../../src/engine/live/folded-snapshots.ts';
import type { CollectionSnapshot, SnapshotStore } from '../../src/engine/ports/snapshots.ts';
import { canonicalJson } from '../../src/shared/canonical-json.ts';
import { deviceIdOf } from '../../src/sync/device-card.ts';
import type { StreamEvent } from '../../src/sync/journal-event.ts';
import type { Replica } from '../../src/sync/replica.ts';
import { keepingLogger } from '../support/quiet-logger.ts';
import { simCrypto } from './sim-crypto.ts';

/** Snapshots on a simulated disk. */
export class SimSnapshots implements SnapshotStore {
  readonly saved = new Map<string, string>();

  async load(collection: string): Promise<CollectionSnapshot | undefined> {
    const text = this.saved.get(collection);
    return text === undefined ? undefined : (JSON.parse(text) as CollectionSnapshot);
  }

  async save(collection: string, snapshot: CollectionSnapshot): Promise<void> {
    this.saved.set(collection, JSON.stringify(snapshot));
  }
}

/** What folding needs of the outside, in a hub whose founder is known. */
export function contextOf(founder: string): FoldContext {
  return {
    timeOf: timeOfHlc,
    founder,
    deviceIdOf: (publicKey) => deviceIdOf(publicKey, simCrypto),
    verify: simCrypto.verify,
  };
}

/** The digest that `kitbag state-hash` prints. */
export function stateHashOf(state: CatalogState): string {
  return simCrypto.sha256(catalogText(state));
}

/** A digest of the activity, where the order of adding up fractions leaves no trace. */
export function activityHashOf(activity: ActivityState): string {
  const rounded = JSON.stringify(activityToJson(activity), (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(6)) : value,
  );
  return simCrypto.sha256(canonicalJson(sorted(JSON.parse(rounded))));
}

/** JSON whose lists are sorted, deeply: all of them are entries of maps. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => canonicalJson(sorted(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sorted(inner)]));
}

/** Folds events of both streams from nothing. */
export function foldFromScratch(
  events: readonly StreamEvent[],
  context: FoldContext,
): { readonly state: CatalogState; readonly activity: ActivityState } {
  const state = foldCatalog(eventsOf(events, 'catalog'), context);
  const activity = emptyActivity();
  foldActivity(activity, eventsOf(events, 'activity'), state.membership.timeline);
  return { state, activity };
}

function eventsOf(events: readonly StreamEvent[], wanted: StreamEvent['stream']): readonly FoldEvent[] {
  return events.flatMap(({ stream, event }) => (stream === wanted ? [event] : []));
}

/** A replica folded piece by piece, as the engine's live catalog does it: incrementally, from a snapshot after a restart, anew where it must be. */
export class SimCatalog {
  state: CatalogState = emptyCatalog();
  activity: ActivityState = emptyActivity();
  refolds = 0;
  #position: Record<string, number> = {};
  #save: (() => void) | undefined;
  #folding: Promise<void> = Promise.resolve();
  readonly #replica: Replica;
  readonly #snapshots: FoldedSnapshots;
  readonly #context: FoldContext;

  private constructor(replica: Replica, snapshots: SimSnapshots, context: FoldContext) {
    this.#replica = replica;
    this.#context = context;
    this.#snapshots = new FoldedSnapshots(
      snapshots,
      keepingLogger(),
      (run) => {
        this.#save = run;
        return () => {
          this.#save = undefined;
        };
      },
      () => 0,
    );
  }

  static async open(replica: Replica, snapshots: SimSnapshots, context: FoldContext): Promise<SimCatalog> {
    const catalog = new SimCatalog(replica, snapshots, context);
    const loaded = await catalog.#snapshots.load(replica.position(), context);
    if (loaded === undefined) {
      await catalog.#refold();
      catalog.#snapshots.markAll();
    } else {
      catalog.state = loaded.state;
      catalog.activity = loaded.activity;
      catalog.#position = { ...loaded.position };
      await catalog.received(false);
    }
    return catalog;
  }

  /** Folds what the replica has and this has not; one after the other. */
  received(retracted: boolean): Promise<void> {
    const folding = this.#folding.then(() => this.#receive(retracted));
    this.#folding = folding.catch(() => undefined);
    return folding;
  }

  async #receive(retracted: boolean): Promise<void> {
    const batch: StreamEvent[] = [];
    if (!retracted) for await (const event of this.#replica.read(this.#position)) batch.push(event);
    if (retracted || !this.#fold(batch)) await this.#refold();
    this.#snapshots.schedule(() => ({
      state: this.state,
      activity: this.activity,
      position: { ...this.#position },
    }));
  }

  /** Lets the time pass after which snapshots are saved. */
  saveNow(): void {
    const save = this.#save;
    this.#save = undefined;
    save?.();
  }

  async #refold(): Promise<void> {
    const all: StreamEvent[] = [];
    for await (const event of this.#replica.read()) all.push(event);
    this.state = emptyCatalog();
    this.activity = emptyActivity();
    this.#position = {};
    this.refolds += 1;
    if (!this.#fold(all)) throw new Error('An empty catalog can be folded into at once.');
    this.#snapshots.markAll();
  }

  #fold(all: readonly StreamEvent[]): boolean {
    const events = all.filter(
      ({ stream, event }) => event.seq > (this.#position[`${event.device}/${stream}`] ?? 0),
    );
    const before = this.state.membership.timeline;
    const outcome = foldInto(this.state, eventsOf(events, 'catalog'), this.#context);
    if (outcome.fold === 'refold') return false;
    const { timeline } = this.state.membership;
    if (worthChanged(before, timeline, this.activity.seen, 'activity')) return false;
    const ofActivity = eventsOf(events, 'activity');
    foldActivity(this.activity, ofActivity, timeline);
    for (const { stream, event } of events) {
      const key = `${event.device}/${stream}`;
      this.#position[key] = Math.max(this.#position[key] ?? 0, event.seq);
    }
    this.#snapshots.mark(outcome.touched, ofActivity.length > 0);
    return true;
  }
}
