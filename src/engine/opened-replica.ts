import { StorageError } from '../shared/errors.ts';
import { PageTexts } from './assets/page-texts.ts';
import { Summaries } from './assets/summaries.ts';
import { versionOf } from './assets/versions.ts';
import type { EnginePorts } from './engine-ports.ts';
import { openFinding } from './finding/finding.ts';
import { Gate } from './gate/gate.ts';
import { HubLink } from './hub/hub-link.ts';
import { HubPoller } from './hub/hub-poller.ts';
import type { Changes } from './live/changes.ts';
import { DayWatch } from './live/day-watch.ts';
import { JournalPlaces } from './live/journal-place.ts';
import type { LiveCatalog } from './live/live-catalog.ts';
import { openCatalog } from './live/open-catalog.ts';
import { Undos } from './live/undos.ts';
import { removeUnusedBlobs } from './maintenance/maintenance.ts';
import { Arrivals } from './news/arrivals.ts';
import { AlteredFiles } from './offline/altered-files.ts';
import { FilesHere } from './offline/files-here.ts';
import { Offline } from './offline/offline.ts';
import { OfflineSettings } from './offline/offline-settings.ts';
import type { OpenReplica } from './open-replica.ts';
import { settleInvites } from './people/accept-devices.ts';
import { anchorHistory } from './people/anchor-history.ts';
import { Newcomers } from './people/newcomers.ts';
import { KnownFiles } from './publish/known-files.ts';
import { SecondReading } from './publish/second-reading.ts';
import { Staging } from './publish/staging.ts';
import { RequestNewsDesk } from './requests/request-news.ts';
import { BackgroundIndexing } from './search/background-indexing.ts';
import { HubWords } from './search/hub-words.ts';
import { SeenState } from './seen/seen-state.ts';
import { endSample } from './session/end-sample.ts';
import { noteStanding } from './session/session.ts';

/** When after a start the disk is looked through for blobs that nothing refers to: not while a person waits for the window. */
const CLEAN_AFTER_MS = 30_000;

/** The mark says that there is a replica, but no journal says whose device this is. */
export class NobodyKnown extends Error {
  /** Whether at least the hub's founding is here. */
  readonly isFounded: boolean;

  constructor(isFounded: boolean) {
    super('nobody is known on this device');
    this.isFounded = isFounded;
  }
}

/** An open replica with what works for it in the background: index, cleaning, exchange. */
export class OpenedReplica {
  readonly replica: OpenReplica;
  readonly known: KnownFiles;
  readonly indexing: BackgroundIndexing;
  #poller: HubPoller | undefined;
  readonly #forgetCleaning: () => void;
  readonly #days: DayWatch;
  #settling: Promise<unknown> = Promise.resolve();

  private constructor(replica: OpenReplica, known: KnownFiles) {
    this.replica = replica;
    this.known = known;
    this.indexing = new BackgroundIndexing(replica);
    this.indexing.start();
    replica.secondReading.wake();
    this.#noteStanding();
    replica.link.onExchange(() => this.#noteStanding());
    void replica.offline.start().catch((error: unknown) => this.#warn('files-not-counted', error));
    this.#forgetCleaning = replica.ports.later(() => {
      void removeUnusedBlobs(replica).catch((error: unknown) =>
        this.#warn('unused-blobs-not-removed', error),
      );
    }, CLEAN_AFTER_MS);
    this.#days = new DayWatch(
      replica.ports.later,
      () => [replica.summaries.today(), replica.newcomers.current()],
      () => replica.changes.emit('assets', 'ratings', 'requests', 'people'),
    );
  }

  /** Opens the home's replica. Throws {@link NobodyKnown}, `StorageError`, `TextIndexError`. */
  static async open(ports: EnginePorts, changes: Changes): Promise<OpenedReplica> {
    const catalog = await openCatalog(ports, changes);
    try {
      if (catalog.selfId() === undefined)
        throw new NobodyKnown(catalog.state.membership.timeline.hub !== undefined);
      return await openParts(ports, changes, catalog, (replica, known) => new OpenedReplica(replica, known));
    } catch (error) {
      await catalog.replica.close();
      throw error;
    }
  }

  /** Exchanges with the hub by itself from now on. */
  keepInStep(): void {
    if (this.#poller === undefined) {
      const poller = new HubPoller(this.replica.ports, this.replica.link);
      this.replica.catalog.onCommit(() => poller.committed());
      this.replica.link.onExchange(() => {
        void this.followUp().catch((error: unknown) => this.#warn('exchange-not-followed-up', error));
      });
      this.#poller = poller;
    }
    this.#poller.start();
  }

  /** Somebody works with the hub: what others do is wanted sooner. */
  looked(): void {
    this.#poller?.looked();
  }

  /**
   * Does by itself what an exchange gives reason to: accepts devices that show codes of this one and closes codes that are too old, ends a
   * shared sample, and anchors what was seen of old journals. Says how much was written. Throws `StorageError`.
   */
  followUp(): Promise<number> {
    const { replica } = this;
    const { catalog, ports, link } = replica;
    const settle = async () => {
      // Shared by an earlier version of Kitbag, in which a sample went on.
      if (link.settings?.location !== undefined) await endSample(catalog, ports.clock);
      return (await settleInvites(catalog, ports.clock)) + (await anchorHistory(replica));
    };
    const settling = this.#settling.then(settle, settle);
    this.#settling = settling.catch(() => undefined);
    return settling;
  }

  /** Puts everything on disk and ends. */
  async close(): Promise<void> {
    const { replica } = this;
    const { ports, catalog } = replica;
    this.#forgetCleaning();
    this.#days.close();
    // Everything acknowledged is on disk already: what fails here (a full disk) is logged, and made up for at the next start.
    await this.#end('exchange-not-ended', async () => this.#poller?.close());
    await this.#settling;
    await this.#end('offline-not-closed', () => replica.offline.close());
    await this.#end('second-reading-not-closed', () => replica.secondReading.close());
    await this.#end('staging-not-closed', () => replica.staging.close());
    await this.#end('seen-not-saved', () => replica.seen.leave(ports.clock.now(), catalog.place()));
    await replica.newcomers.saved();
    await this.#end('index-not-closed', () => this.indexing.close(ports.later));
    await this.#end('search-not-closed', () => replica.search.close());
    await this.#end('catalog-not-closed', () => catalog.close());
    await this.#end('replica-not-closed', () => catalog.replica.close());
  }

  /** Where that can't be kept, the next exchange does. */
  #noteStanding(): void {
    void noteStanding(this.replica).catch((error: unknown) => this.#warn('standing-not-noted', error));
  }

  async #end(event: string, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#warn(event, error);
    }
  }

  #warn(event: string, error: unknown): void {
    this.replica.ports.logger.warn(event, { error: error instanceof Error ? error.name : 'unknown' });
  }
}

async function openParts(
  ports: EnginePorts,
  changes: Changes,
  catalog: LiveCatalog,
  make: (replica: OpenReplica, known: KnownFiles) => OpenedReplica,
): Promise<OpenedReplica> {
  const { home, logger, clock } = ports;
  const here = new FilesHere(home.blobs);
  const seen = await SeenState.open({ local: home.local, logger }, clock.now(), catalog.place());
  const newcomers = await Newcomers.open({ local: home.local, clock, logger }, catalog, seen.cameInAt);
  const summaries = new Summaries(
    catalog,
    clock,
    ports.utcOffset,
    (sha256) => here.has(sha256),
    () => newcomers.current(),
  );
  const known = new KnownFiles(catalog);
  const texts = new PageTexts(ports);
  const secondReading = new SecondReading(ports, catalog, texts);
  const staging = new Staging(ports, catalog, known, secondReading, (asset) => {
    const summary = summaries.all().get(asset);
    return summary && { title: summary.title, versions: summary.versionCount };
  });
  await staging.restore();
  const soFar = () => seen.withMet(catalog.place());
  const words = new HubWords(catalog, summaries);
  const search = await ports.openSearch({
    summaries: () => summaries.all(),
    visible: () => summaries.visible(),
    words: () => words.get(),
    mended: () => changes.emit('index'),
    textOf: async (version) => {
      const { textBlob } = versionOf(replica, version).body;
      // Without asking the disk: while thousands of texts are on their way, each is asked for again and again.
      if (textBlob !== undefined && !here.has(textBlob)) throw new StorageError('missing', 'not arrived');
      return texts.read(textBlob);
    },
    clock,
    logger,
  });
  const places = new JournalPlaces(catalog.replica.journals);
  const finding = await openFinding(ports, { search, catalog, places, soFar });
  const link = await HubLink.open(ports, catalog, changes);
  const offline = new Offline({
    blobs: home.blobs,
    here,
    altered: await AlteredFiles.open(home.local, logger),
    settings: await OfflineSettings.open(home.local),
    catalog,
    summaries,
    changes,
    clock,
    later: ports.later,
    logger,
    staged: () => staging.blobs(),
    atHand: () => finding.pins.assets(summaries.visible()).map(({ id }) => id),
    onText: () => opened.indexing.start(),
  });
  const replica: OpenReplica = {
    ports,
    catalog,
    summaries,
    search,
    staging,
    secondReading,
    texts,
    seen,
    newcomers,
    places,
    arrivals: new Arrivals(soFar()),
    soFar,
    requestNews: new RequestNewsDesk(() => replica),
    finding,
    offline,
    link,
    changes,
    undos: new Undos(catalog, () => clock.now()),
    gate: new Gate(),
  };
  await replica.requestNews.refresh();
  const opened = make(replica, known);
  const connect = (): void => offline.connect(link.place === undefined ? undefined : link);
  link.onConnect(connect);
  link.onExchange(({ outcome }) => outcome === 'exchanged' && offline.wake());
  connect();
  return opened;
}
