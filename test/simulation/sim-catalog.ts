import { foldActivity } from '../../src/domain/fold/fold-activity.ts';
import { foldCatalog } from '../../src/domain/fold/fold-catalog.ts';
import type { FoldEvent } from '../../src/domain/kernel/fold-event.ts';
import type { ActivityState, CatalogState, FoldContext } from '../../src/domain/registry.ts';
import { MODEL } from '../../src/domain/registry.ts';
import { Changes } from '../../src/engine/live/changes.ts';
import { timeOfHlc } from '../../src/engine/live/event-time.ts';
import { FoldedSnapshots } from '../../src/engine/live/folded-snapshots.ts';
import { LiveCatalog } from '../../src/engine/live/live-catalog.ts';
import type { CollectionSnapshot, SnapshotStore } from '../../src/engine/ports/snapshots.ts';
import { canonicalJson } from '../../src/shared/canonical-json.ts';
import { deviceIdOf } from '../../src/sync/identity/device-card.ts';
import type { StreamEvent } from '../../src/sync/journal/journal-event.ts';
import type { Replica } from '../../src/sync/journal/replica.ts';
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
    sha256: (text) => simCrypto.sha256(text),
    verify: simCrypto.verify,
  };
}

/** The digest that `kitbag state-hash` prints. */
export function stateHashOf(state: CatalogState): string {
  return simCrypto.sha256(MODEL.textOf(state));
}

/** A digest of the activity, where the order of adding up fractions leaves no trace. */
export function activityHashOf(activity: ActivityState): string {
  const rounded = JSON.stringify(MODEL.activityToJson(activity, 'activity'), (_key, value: unknown) =>
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
  const activity = MODEL.emptyActivity();
  foldActivity(activity, eventsOf(events, 'activity'), state.membership.timeline);
  return { state, activity };
}

function eventsOf(events: readonly StreamEvent[], wanted: StreamEvent['stream']): readonly FoldEvent[] {
  return events.flatMap(({ stream, event }) => (stream === wanted ? [event] : []));
}

/** The engine's live catalog of a simulated device, over snapshots that are saved when the simulation says so. */
export class SimCatalog {
  readonly live: LiveCatalog;
  readonly #later: { run: (() => void) | undefined };

  private constructor(live: LiveCatalog, later: { run: (() => void) | undefined }) {
    this.live = live;
    this.#later = later;
  }

  static async open(replica: Replica, snapshots: SnapshotStore, context: FoldContext): Promise<SimCatalog> {
    const later: { run: (() => void) | undefined } = { run: undefined };
    const folded = new FoldedSnapshots(
      snapshots,
      keepingLogger(),
      (run) => {
        later.run = run;
        return () => {
          later.run = undefined;
        };
      },
      () => 0,
    );
    return new SimCatalog(
      await LiveCatalog.open(replica, folded, new Changes(), context, {
        clock: { now: () => 0 },
        later: () => () => undefined,
      }),
      later,
    );
  }

  /** Lets the time pass after which snapshots are saved. */
  saveNow(): void {
    const { run } = this.#later;
    this.#later.run = undefined;
    run?.();
  }
}
