import type { AssetSummary } from '../contract/assets.ts';
import type { ExportTable } from '../contract/insights.ts';
import type { Progress, SessionState } from '../contract/session.ts';
import type { FileGrant } from '../contract/shell.ts';
import { StorageError } from '../shared/errors.ts';
import type { Replica } from '../sync/replica.ts';
import { ViewPause } from './activity.ts';
import { versionOf } from './assets/assets.ts';
import { readPages } from './assets/page-texts.ts';
import { Summaries } from './assets/summaries.ts';
import type { EngineCore, StartInput } from './engine-core.ts';
import type { EnginePorts } from './engine-ports.ts';
import { openFinding } from './finding/finding.ts';
import { HubWords } from './hub-words.ts';
import { IndexKeeper } from './index-keeper.ts';
import { type ReportRow, reportRows } from './insights/report-rows.ts';
import { Changes } from './live/changes.ts';
import { foldContext } from './live/fold-context.ts';
import { FoldedSnapshots } from './live/folded-snapshots.ts';
import { LiveCatalog } from './live/live-catalog.ts';
import { removeUnusedBlobs } from './maintenance.ts';
import { INDEX_MESSAGE, JOURNAL_GONE_MESSAGE, storageMessage } from './messages.ts';
import { FilesHere } from './offline/files-here.ts';
import { Offline } from './offline/offline.ts';
import { OfflineSettings } from './offline/offline-settings.ts';
import type { OpenHub } from './open-hub.ts';
import { TextIndexError } from './ports/text-index.ts';
import {
  type ImportedFile,
  type ImportOptions,
  type ImportStart,
  importFiles,
} from './publish/import-files.ts';
import { KnownFiles } from './publish/known-files.ts';
import { PathGrants } from './publish/path-grants.ts';
import { Staging } from './publish/staging.ts';
import { Refusal } from './refusal.ts';
import { createRouter, type EngineRouter } from './router.ts';
import { foundSample } from './session/sample.ts';
import { SeenState } from './session/seen-state.ts';
import { foundHub, sessionState } from './session/session.ts';

/** The engine: the replica with everything that can be done to it. */
export interface Engine {
  /** What a window talks to; also for clients in this process (`createRouterClient`). */
  readonly router: EngineRouter;
  /** Leave for the window to have these paths staged; only the shell knows them. */
  grantPaths(paths: readonly string[]): FileGrant;
  /** Imports in one go, without the table; each file is told once it is on disk. */
  importFiles(
    paths: readonly string[],
    options: ImportOptions,
    onStart?: ImportStart,
  ): AsyncIterable<ImportedFile>;
  /** The rows of a report as plain values. */
  reportRows(table: ExportTable): readonly ReportRow[];
  /** All assets, for tools in this process. */
  summaries(): ReadonlyMap<string, AssetSummary>;
  /** Resolves when the text index has everything that was written so far. */
  indexed(): Promise<void>;
  /** Puts everything on disk and ends. */
  close(): Promise<void>;
}

/** Opens the engine over a replica's home. Never throws for the replica's sake: what is wrong is told by `session.get`. */
export async function createEngine(ports: EnginePorts): Promise<Engine> {
  const core = new Core(ports);
  await core.open();
  return core;
}

/** When after a start the disk is looked through for blobs that nothing refers to: not while a person waits for the window. */
const CLEAN_AFTER_MS = 30_000;

type Blocked = { readonly code: string; readonly message: string };

/** The mark says that there is a replica, but no journal says whose device this is. */
class NobodyKnown extends Error {}

/** What keeps a replica closed, as a sentence; defects are thrown again. */
function blockedBy(error: unknown): Blocked {
  if (error instanceof StorageError) return { code: error.failure, message: storageMessage(error.failure) };
  if (error instanceof TextIndexError) return { code: 'index', message: INDEX_MESSAGE };
  if (error instanceof NobodyKnown) return { code: 'damaged', message: JOURNAL_GONE_MESSAGE };
  throw error;
}

class Core implements Engine, EngineCore {
  readonly ports: EnginePorts;
  readonly changes = new Changes();
  readonly grants: PathGrants;
  readonly views = new ViewPause();
  readonly router: EngineRouter;
  #hub: OpenHub | undefined;
  #known: KnownFiles | undefined;
  #keeper: IndexKeeper | undefined;
  #blocked: Blocked | undefined;
  #starting = false;
  #forgetCleaning: () => void = () => undefined;

  constructor(ports: EnginePorts) {
    this.ports = ports;
    this.grants = new PathGrants(ports.clock, ports.random);
    this.router = createRouter(this);
  }

  /** Opens the replica if there is one. */
  async open(): Promise<void> {
    if (this.ports.home.state === 'new') return;
    try {
      await this.#openHub();
    } catch (error) {
      this.#blocked = blockedBy(error);
      this.ports.logger.error('replica-not-opened', { failure: this.#blocked.code });
    }
  }

  hub(): OpenHub {
    if (this.#hub !== undefined) return this.#hub;
    if (this.#blocked !== undefined) throw new Refusal('REPLICA', this.#blocked.message, { retry: true });
    throw new Refusal(
      'NOT_READY',
      'Nobody has said who they are on this device yet. Finish the first start.',
    );
  }

  sessionState(): SessionState {
    const { folder } = this.ports.home;
    if (this.#hub !== undefined) return sessionState(this.#hub);
    if (this.#blocked !== undefined) return { state: 'blocked', ...this.#blocked, dataFolder: folder };
    return { state: 'new', dataFolder: folder, suggestedName: this.ports.suggestedName };
  }

  async *start(person: StartInput): AsyncGenerator<Progress, void> {
    if (this.#hub !== undefined) {
      throw new Refusal('INVALID', 'This replica has been started already. Nothing was changed.');
    }
    if (this.#starting) {
      throw new Refusal('INVALID', 'The first start is under way already. Wait until it is done.');
    }
    this.#starting = true;
    try {
      if (person.sample) yield* foundSample(this.ports, person);
      else yield* foundHub(this.ports, person);
      await this.#openHub();
      this.changes.emit('session', 'assets', 'requests', 'ratings', 'taxonomy', 'activity');
      yield { done: 1, total: 1, current: 'Ready' };
    } finally {
      this.#starting = false;
    }
  }

  grantPaths(paths: readonly string[]): FileGrant {
    return this.grants.add(paths);
  }

  importFiles(
    paths: readonly string[],
    options: ImportOptions,
    onStart: ImportStart = () => undefined,
  ): AsyncIterable<ImportedFile> {
    const hub = this.hub();
    return importFiles(hub, this.#known ?? new KnownFiles(hub.catalog), paths, options, onStart);
  }

  reportRows(table: ExportTable): readonly ReportRow[] {
    return reportRows(this.hub(), table);
  }

  summaries(): ReadonlyMap<string, AssetSummary> {
    return this.hub().summaries.all();
  }

  async indexed(): Promise<void> {
    await this.#keeper?.idle();
  }

  async close(): Promise<void> {
    this.changes.close();
    this.#forgetCleaning();
    const hub = this.#hub;
    this.#hub = undefined;
    if (hub === undefined) return;
    // Everything acknowledged is on disk already: what fails here (a full disk) is logged, and made up for at the next start.
    await this.#end('offline-not-closed', () => hub.offline.close());
    await this.#end('staging-not-closed', () => hub.staging.close());
    await this.#end('seen-not-saved', () => hub.seen.leave(this.ports.clock.now()));
    await this.#end('index-not-closed', async () => this.#keeper?.close(this.ports.later));
    await this.#end('search-not-closed', () => hub.search.close());
    await this.#end('catalog-not-closed', () => hub.catalog.close());
    await this.#end('replica-not-closed', () => hub.catalog.replica.close());
  }

  async #end(event: string, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.#warn(event, error);
    }
  }

  async #openHub(): Promise<void> {
    const { home } = this.ports;
    const replica = await home.open();
    try {
      await this.#openOver(replica);
    } catch (error) {
      await replica.close();
      throw error;
    }
  }

  async #openOver(replica: Replica): Promise<void> {
    const { ports, changes } = this;
    const { home, logger, later, clock } = ports;
    const snapshots = new FoldedSnapshots(home.snapshots, logger, later, () => clock.now());
    const catalog = await LiveCatalog.open(
      replica,
      snapshots,
      changes,
      await foldContext(ports.crypto, home.local),
    );
    if (catalog.selfId() === undefined) throw new NobodyKnown();
    const here = new FilesHere(home.blobs);
    const summaries = new Summaries(catalog, clock, ports.utcOffset, (sha256) => here.has(sha256));
    const known = new KnownFiles(catalog);
    const staging = new Staging(ports, catalog, known, (asset) => {
      const summary = summaries.all().get(asset);
      return summary && { title: summary.title, versions: summary.versionCount };
    });
    await staging.restore();
    const seen = await SeenState.open(home.local, clock.now());
    const words = new HubWords(catalog, summaries);
    const search = await ports.openSearch({
      summaries: () => summaries.all(),
      words: () => words.get(),
      textOf: async (version) => {
        const { textBlob } = versionOf(hub, version).body;
        // Without asking the disk: while thousands of texts are on their way, each is asked for again and again.
        if (textBlob !== undefined && !here.has(textBlob)) throw new StorageError('missing', 'not arrived');
        return readPages(home.blobs, textBlob);
      },
      clock,
      logger,
    });
    const finding = await openFinding(ports, search);
    const offline = new Offline({
      blobs: home.blobs,
      here,
      settings: await OfflineSettings.open(home.local),
      catalog,
      summaries,
      changes,
      clock,
      later,
      logger,
      staged: () => staging.blobs(),
      onText: (assets) => this.#keeper?.again(assets),
    });
    const hub: OpenHub = { ports, catalog, summaries, search, staging, seen, finding, offline, changes };
    this.#known = known;
    this.#keeper = new IndexKeeper(hub);
    this.#hub = hub;
    this.#keeper.start();
    void offline.start().catch((error: unknown) => this.#warn('files-not-counted', error));
    this.#forgetCleaning = later(() => {
      void removeUnusedBlobs(hub).catch((error: unknown) => this.#warn('unused-blobs-not-removed', error));
    }, CLEAN_AFTER_MS);
  }

  #warn(event: string, error: unknown): void {
    this.ports.logger.warn(event, { error: error instanceof Error ? error.name : 'unknown' });
  }
}
