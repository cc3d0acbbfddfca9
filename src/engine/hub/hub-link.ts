import type { HubState } from '../../contract/hub.ts';
import { hubOf } from '../../domain/people/people-selectors.ts';
import { may } from '../../domain/people/permissions.ts';
import { isSameLocation, keptSecret } from '../../shared/hub-location.ts';
import { type Cancellation, Cancelled } from '../../shared/ports/cancellation.ts';
import type { Says } from '../../shared/says/says.ts';
import { STREAMS } from '../../shared/vocabulary/device.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { ExchangeProgress, ExchangeReport } from '../../sync/exchange/exchange-report.ts';
import type { ExchangedBlobs } from '../../sync/exchange/exchanged-blobs.ts';
import { OtherBytes } from '../../sync/exchange/other-bytes.ts';
import { type BlobSize, type FetchOptions, fetchBlob } from '../../sync/exchange/send-blobs.ts';
import { createSynchronizer, type Synchronizer } from '../../sync/exchange/synchronizer.ts';
import { blobKey } from '../../sync/hub/hub-layout.ts';
import { type ObjectStore, StoreError } from '../../sync/hub/object-store.ts';
import { hubFingerprint } from '../../sync/identity/hub-document.ts';
import type { BasePorts } from '../base/base-ports.ts';
import type { Changes } from '../live/changes.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { FetchOutcome, FileSource } from '../offline/file-source.ts';
import type { HubPlace } from '../ports/hub-places.ts';
import { exchangedBlobs } from './exchanged-blobs.ts';
import { forgetReplaced, type HubSettings, loadHubSettings, saveHubSettings } from './hub-settings.ts';
import { hubState } from './hub-state.ts';
import { keptCheck } from './kept-check.ts';
import { mayBundle } from './may-bundle.ts';
import { blobsOfEvents } from './referenced-blobs.ts';

/** What came of an exchange, and what has to happen because of it. */
type LinkListener = (report: ExchangeReport) => void;

/** Milliseconds between two notices of progress. */
const PROGRESS_MS = 200;

type Linked = {
  readonly place: HubPlace;
  readonly synchronizer: Synchronizer;
};

/** The link between an open replica and its hub: none while the hub is private. */
export class HubLink implements FileSource {
  readonly #ports: BasePorts;
  readonly #catalog: LiveCatalog;
  readonly #changes: Changes;
  readonly #others = new OtherBytes();
  readonly #blobs: ExchangedBlobs;
  readonly #listeners: LinkListener[] = [];
  readonly #connectListeners: (() => void)[] = [];
  #settings: HubSettings | undefined;
  #linked: Linked | undefined;
  #connecting: Promise<void> = Promise.resolve();
  /** Why the location of the settings can't be opened. */
  #unusable: Says | undefined;
  #report: ExchangeReport | undefined;
  #gone = false;
  #exchangedAt: number | undefined;
  #progress: ExchangeProgress | undefined;
  #told = '';
  #toldAt = 0;

  private constructor(ports: BasePorts, catalog: LiveCatalog, changes: Changes) {
    this.#ports = ports;
    this.#catalog = catalog;
    this.#changes = changes;
    this.#blobs = exchangedBlobs(ports.home.blobs, blobsOfEvents(catalog.model));
  }

  /** Opens the link that the settings name. Nothing is asked of the hub yet. */
  static async open(ports: BasePorts, catalog: LiveCatalog, changes: Changes): Promise<HubLink> {
    const link = new HubLink(ports, catalog, changes);
    link.#settings = await loadHubSettings(ports.home.local);
    // Not waited for: a network drive may take its time to say where it lies, and nothing here needs it.
    link.#connecting = link.#connect();
    return link;
  }

  get settings(): HubSettings | undefined {
    return this.#settings;
  }

  /** The place of the hub; `undefined` while it is private or its location can't be used. */
  get place(): HubPlace | undefined {
    return this.#linked?.place;
  }

  get store(): ObjectStore | undefined {
    return this.#linked?.place.store;
  }

  /** How the last exchange ended. */
  get report(): ExchangeReport | undefined {
    return this.#report;
  }

  /** Where the replica stands with its hub, for people. */
  state(): HubState {
    const hub = hubOf(this.#catalog);
    return hubState(this.#catalog, {
      fingerprint: hubFingerprint({ hub: hub?.id ?? '', founder: hub?.founder ?? '' }, this.#ports.crypto),
      ...(this.#settings !== undefined && { settings: this.#settings }),
      ...(this.#unusable !== undefined && { unusable: this.#unusable }),
      ...(this.#report !== undefined && { report: this.#report }),
      gone: this.#gone,
      ...(this.#linked !== undefined && { kind: this.#linked.place.location.kind }),
      ...(this.#exchangedAt !== undefined && { exchangedAt: this.#exchangedAt }),
      ...(this.#progress !== undefined && { progress: this.#progress }),
      pending: this.#linked?.synchronizer.pending() ?? 0,
    });
  }

  /** The same for a window, which is told as soon as anything is different from this. */
  shown(): HubState {
    const state = this.state();
    this.#told = textOf(state);
    return state;
  }

  /** Resolves when it is known what is at the location. */
  connected(): Promise<void> {
    return this.#connecting;
  }

  /** The place of the hub as soon as it is known: right after a start that may take a moment. */
  async placeWhenKnown(): Promise<HubPlace | undefined> {
    await this.#connecting;
    return this.place;
  }

  /** Calls a listener whenever a place was connected or left. */
  onConnect(listener: () => void): void {
    this.#connectListeners.push(listener);
  }

  /** Calls a listener after every exchange. */
  onExchange(listener: LinkListener): void {
    this.#listeners.push(listener);
  }

  /** Belongs to this hub at this place from now on. */
  async link(settings: HubSettings): Promise<void> {
    const { secrets, local } = this.#ports.home;
    const now = keptSecret(settings.location);
    if (now !== undefined) await secrets.keep(now);
    await saveHubSettings(local, settings);
    await forgetReplaced(secrets, this.#settings?.location, settings.location);
    this.#settings = settings;
    this.#report = undefined;
    this.#connecting = this.#connect();
    await this.#connecting;
  }

  /** Exchanges now; `undefined` when there is no hub to exchange with. Never throws for the hub's sake. */
  async exchange(
    signal?: Cancellation,
    onProgress: (progress: ExchangeProgress) => void = () => undefined,
  ): Promise<ExchangeReport | undefined> {
    await this.#connecting;
    const linked = this.#linked;
    if (linked === undefined) return undefined;
    try {
      const report = await linked.synchronizer.exchange({
        ...(signal !== undefined && { signal }),
        onProgress: (progress) => {
          this.#progress = progress;
          onProgress(progress);
          this.#tellProgress();
        },
      });
      const gone = report.outcome === 'offline' && (await linked.place.isGone());
      if (linked !== this.#linked) return report;
      this.#gone = gone;
      this.#report = report;
      if (report.outcome === 'exchanged') this.#exchangedAt = this.#ports.clock.now();
      for (const listener of this.#listeners) listener(report);
      return report;
    } catch (error) {
      if (error instanceof Cancelled) return undefined;
      throw error;
    } finally {
      this.#progress = undefined;
      this.tell();
    }
  }

  async fetch(sha256: Sha256, size: BlobSize, options: FetchOptions = {}): Promise<FetchOutcome> {
    const { store } = this;
    if (store === undefined) return 'offline';
    if (this.#report?.outcome === 'blocked') return 'blocked';
    try {
      const looks = { others: this.#others, now: this.#ports.clock.now() };
      return await fetchBlob(store, this.#blobs, sha256, size, looks, options);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return error.failure === 'unreachable' ? 'offline' : 'blocked';
    }
  }

  async has(sha256: Sha256, size: number): Promise<boolean | 'unknown'> {
    const { store } = this;
    // Only of a hub that was just found to be the right one: an empty place would say that it has nothing, another hub anything.
    if (store === undefined || this.#report?.outcome !== 'exchanged') return 'unknown';
    try {
      return (await store.stat(blobKey(sha256)))?.size === size;
    } catch (error) {
      if (error instanceof StoreError) return 'unknown';
      throw error;
    }
  }

  /** Tells windows, if anything is different from what they were told or have asked for since: they may ask in the middle of a change. */
  tell(): void {
    const text = textOf(this.state());
    if (text === this.#told) return;
    this.#told = text;
    this.#changes.emit('sync');
  }

  /** What windows see is worked out from all devices: some times a second, not at each of them. */
  #tellProgress(): void {
    const now = this.#ports.clock.now();
    if (Math.abs(now - this.#toldAt) < PROGRESS_MS) return;
    this.#toldAt = now;
    this.tell();
  }

  #seesInsights(): boolean {
    return this.#catalog.selfId() !== undefined && may(this.#catalog.self().role, 'see-insights');
  }

  async #connect(): Promise<void> {
    this.#linked = undefined;
    this.#unusable = undefined;
    const { hub, founder, location } = this.#settings ?? {};
    for (const listener of this.#connectListeners) listener();
    if (hub === undefined || founder === undefined || location === undefined) return;
    const opened = await this.#ports.places.open(location);
    if (!isSameLocation(location, this.#settings?.location)) return; // It was moved in between.
    if (!opened.ok) {
      this.#unusable = opened.error;
      this.tell();
      return;
    }
    const { crypto, clock, logger, compression, home } = this.#ports;
    const { replica } = this.#catalog;
    const place = opened.value;
    const synchronizer = createSynchronizer({
      store: place.store,
      hub: { hub, founder },
      replica,
      keptCheck: keptCheck(home.local, crypto, replica.device, location),
      blobs: this.#blobs,
      crypto,
      clock,
      logger,
      // What colleagues click is for those who look after the content; a rep's device does not pay for it.
      streams: () => (this.#seesInsights() ? STREAMS : ['catalog']),
      beforeRetract: () => this.#catalog.discardSnapshots(),
      onReceived: (retracted) => this.#catalog.catchUp(retracted),
      named: () => this.#catalog.namedPositions(),
      ...(compression !== undefined && {
        bundling: { compression, mayWrite: () => mayBundle(this.#catalog, this.#report, clock.now()) },
      }),
    });
    this.#linked = { place, synchronizer };
    for (const listener of this.#connectListeners) listener();
    this.tell();
  }
}

/** What windows show of a state, to tell whether it is still the same. */
function textOf({ exchangedAt: _when, ...shown }: HubState): string {
  return JSON.stringify(shown);
}
