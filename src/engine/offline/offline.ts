import type { AssetSummary } from '../../contract/assets.ts';
import type { OfflinePolicy, OfflineState, WhatIsHere } from '../../contract/offline.ts';
import { allVersionsOf, idsOfAsset, keptAsset } from '../../domain/assets/asset-selectors.ts';
import { nameOfError } from '../../shared/defect.ts';
import { LARGEST_TEXT_FILE, LARGEST_THUMBNAIL } from '../../shared/limits.ts';
import type { Cancellation } from '../../shared/ports/cancellation.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { says } from '../../shared/says/says.ts';
import type { Sha256 } from '../../shared/vocabulary/ids.ts';
import type { Later } from '../base/base-ports.ts';
import { Refusal } from '../base/refusal.ts';
import { bytesWrong } from '../base/what-is-wrong.ts';
import type { Changes } from '../live/changes.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import type { BlobStore } from '../ports/blobs.ts';
import type { AlteredFiles } from './altered-files.ts';
import { type ByHand, type CatalogFiles, catalogFiles } from './catalog-files.ts';
import { Fetcher, type FetcherNews, type FilesToFetch } from './fetcher.ts';
import type { FileSource } from './file-source.ts';
import type { FilesHere } from './files-here.ts';
import { GivingUp, type Going } from './giving-up.ts';
import type { OfflineSettings } from './offline-settings.ts';
import { type FilesPlan, planFiles } from './plan-files.ts';

/** What keeping files needs. */
type OfflineParts = {
  readonly blobs: BlobStore;
  readonly here: FilesHere;
  readonly altered: AlteredFiles;
  readonly settings: OfflineSettings;
  readonly catalog: LiveCatalog;
  readonly summaries: {
    all(): ReadonlyMap<string, AssetSummary>;
    /** The files of these assets came or went. */
    touch(assets: Iterable<string>): void;
  };
  readonly changes: Changes;
  readonly clock: Clock;
  readonly later: Later;
  readonly logger: Logger;
  /** Assets that are kept like those that are pinned here: what is on Home. Whoever changes it says {@link Offline.wantedChanged}. */
  readonly atHand: () => Iterable<string>;
  /** Blobs that the publish table holds: never given up. */
  readonly staged: () => Iterable<string>;
  /** The text of some assets has come: they can be indexed. */
  readonly onText: () => void;
};

/** Milliseconds between two notices to windows while files come in. */
const NOTICE_MS = 1000;
/** From so many assets on, reading all folders of the disk is quicker than asking for each file. */
const MANY = 200;

/** What the catalog names and what is wanted of it, as long as the catalog is the same. */
type Planned = {
  readonly of: ReadonlyMap<string, AssetSummary>;
  readonly plan: FilesPlan;
  readonly small: CatalogFiles['small'];
};

/** What of the hub's files is kept on this device: fetched in the background, on demand, and given up when it is not wanted any more. */
export class Offline {
  readonly #parts: OfflineParts;
  readonly #fetcher: Fetcher;
  readonly #givingUp: GivingUp;
  readonly #arrived = new Set<string>();
  readonly #withText = new Set<string>();
  #source: FileSource | undefined;
  #plan: Planned | undefined;
  #forgetNotice: (() => void) | undefined;
  #looking: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: OfflineParts) {
    this.#parts = parts;
    const { here, altered, clock, later, logger } = parts;
    const news: FetcherNews = {
      stored: (file) => this.#stored(file),
      moved: () => this.#notice(),
    };
    this.#fetcher = new Fetcher({ here, altered, clock, later, logger, news, next: () => this.#toFetch() });
    this.#givingUp = new GivingUp({
      ...parts,
      plan: () => this.#planned().plan,
      linked: () => this.linked,
      hubHas: (sha256, size) => this.hubHas(sha256, size),
      gone: (assets) => {
        this.#changed(assets);
        this.#fetcher.again();
      },
    });
    parts.catalog.onFold(({ touched, refolded }) => {
      if (!refolded && touched.entries.assets.size === 0) return;
      this.#plan = undefined;
      const assets = refolded ? undefined : touched.entries.assets;
      this.#looking = this.#looking.then(() => this.#lookAt(assets));
    });
  }

  /** Reads what is here; the window does not wait for it. */
  start(): Promise<void> {
    const started = this.#looking.then(() => this.#start());
    this.#looking = started.catch(() => undefined);
    return started;
  }

  async #start(): Promise<void> {
    const { here, summaries } = this.#parts;
    await here.load();
    const away = [...summaries.all().values()]
      .filter((asset) => this.#isIncomplete(asset))
      .map(({ id }) => id);
    if (away.length > 0) this.#changed(away);
    this.#plan = undefined;
    this.#fetcher.again();
    this.#givingUp.plan();
  }

  /** A shared hub is there to fetch from; `undefined`: none any more. */
  connect(source: FileSource | undefined): void {
    this.#source = source;
    this.#fetcher.connect(source);
    this.#givingUp.plan();
    this.#notice();
  }

  /** The hub could be reached just now: what waited for it goes on. */
  wake(): void {
    this.#fetcher.wake();
    if (this.#givingUp.owed) this.#givingUp.plan();
  }

  /** Resolves when every file that is wanted here was tried once, or it was stopped. Answers how many came. */
  async settled(signal?: Cancellation): Promise<number> {
    const before = this.#fetcher.stored;
    await this.#looking;
    this.#fetcher.tryAll();
    let stop: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
      signal?.addEventListener('abort', resolve);
    });
    await Promise.race([this.#fetcher.idle(), stopped]);
    signal?.removeEventListener('abort', stop);
    this.#tell();
    return this.#fetcher.stored - before;
  }

  /** Whether a blob is on this device, as far as is known. */
  readonly isHere = (sha256: string): boolean => this.#parts.here.has(sha256);

  /** Whether the hub was found to have other bytes of a file than were published. */
  isAltered(sha256: string): boolean {
    return this.#parts.altered.has(sha256);
  }

  /** Whether files can come from elsewhere: then one that is not here is not lost. */
  get linked(): boolean {
    return this.#source !== undefined;
  }

  /** Whether the hub has a file. */
  async hubHas(sha256: Sha256, size: number): Promise<boolean | 'unknown'> {
    return (await this.#source?.has(sha256, size)) ?? 'unknown';
  }

  /** Originals that the policy wants, and how many of them are here. */
  files(): { wanted: number; here: number; missingBytes: number; altered: number } {
    const { wanted, wantedHere, missingBytes } = this.#planned().plan;
    return { wanted: wanted.length, here: wantedHere, missingBytes, altered: this.#parts.altered.count };
  }

  /** What is here of what belongs here, once the disk was read: until then everything counts as here. */
  async whatIsHere(): Promise<WhatIsHere> {
    await this.#looking;
    const { altered: _, ...files } = this.files();
    const texts = this.#planned().small.filter(({ text }) => text);
    const here = texts.filter(({ sha256 }) => this.isHere(sha256)).length;
    return { texts: { wanted: texts.length, here }, files };
  }

  /** How far fetching in the background is; `undefined` while it rests. */
  progress(): { phase: 'fetching-files'; done: number; total: number; bytes: number } | undefined {
    const progress = this.#fetcher.progress();
    return progress && { phase: 'fetching-files', ...progress };
  }

  state(): OfflineState {
    const { settings } = this.#parts;
    const { plan } = this.#planned();
    const { budgetBytes } = settings.policy;
    const told =
      this.#fetcher.trouble ??
      (plan.wantedBytes > budgetBytes
        ? says('offline.over-budget')
        : plan.keptBytes > budgetBytes && plan.remove.length === 0
          ? says('offline.nothing-can-go')
          : undefined);
    return {
      policy: settings.policy,
      keptFiles: plan.keptFiles,
      keptBytes: plan.keptBytes,
      wantedFiles: plan.wanted.length,
      wantedBytes: plan.wantedBytes,
      allFiles: plan.allFiles,
      allBytes: plan.allBytes,
      pinned: this.#pinned(),
      ...this.#givingUp.going(),
      ...(told !== undefined && { says: told }),
    };
  }

  /** What of the files that are here a policy would give up. */
  preview(policy: OfflinePolicy): Going {
    const { summaries, catalog, here } = this.#parts;
    const { originals } = catalogFiles(catalog, summaries.all(), this.#byHand());
    return this.#givingUp.goingBy(planFiles(originals, policy, (sha256) => here.has(sha256)));
  }

  async setPolicy(policy: OfflinePolicy): Promise<OfflineState> {
    await this.#parts.settings.setPolicy(policy);
    this.wantedChanged();
    return this.state();
  }

  /** Takes back every change of policy and pins whose files are not gone yet. */
  async takeBack(): Promise<OfflineState> {
    await this.#parts.settings.takeBack();
    this.wantedChanged();
    return this.state();
  }

  async pin(asset: string, pinned: boolean): Promise<OfflineState> {
    const { catalog, settings } = this.#parts;
    // Of assets that were made one, each may have been pinned.
    for (const id of pinned ? [asset] : idsOfAsset(catalog, asset)) await settings.pin(id, pinned);
    this.wantedChanged();
    return this.state();
  }

  /** Something else is to be here now. */
  wantedChanged(): void {
    this.#plan = undefined;
    this.#fetcher.again();
    this.#givingUp.wantedChanged();
    this.#parts.changes.emit('sync');
  }

  /** Somebody opened a file here: it is among those that are kept. */
  async opened(sha256: string): Promise<void> {
    const { settings, clock } = this.#parts;
    await settings.open(sha256, clock.now());
    this.#plan = undefined;
  }

  /** What is said where a file was wanted and is not here. */
  missing(sha256: string): Refusal {
    this.#parts.here.delete(sha256);
    return new Refusal('MISSING_BLOB', this.linked ? says('offline.away') : bytesWrong('missing'), {
      retry: this.linked,
    });
  }

  /** Brings a file here now. Yields bytes received; throws `Refusal` where it can't be had. */
  async *fetch(file: {
    readonly sha256: Sha256;
    readonly size: number;
    readonly asset: string;
  }): AsyncGenerator<{ bytes: number; total: number }, void> {
    const { sha256, size, asset } = file;
    const total = size;
    if (!(await this.#parts.here.isWhole(sha256))) {
      if (this.#source === undefined) throw this.missing(sha256);
      const outcome = yield* this.#fetcher.fetchNow(file);
      if (outcome !== 'stored')
        throw new Refusal('MISSING_BLOB', says(`offline.${outcome}`), { retry: outcome !== 'altered' });
    }
    await this.opened(sha256);
    this.#changed([asset]);
    yield { bytes: total, total };
  }

  /** Counts again what is on the disk, after something was removed from it. */
  async reload(): Promise<void> {
    await this.#parts.here.load();
    this.#plan = undefined;
  }

  /** Ends what is under way; what is half here is thrown away. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#forgetNotice?.();
    await this.#fetcher.close();
    await this.#givingUp.close();
    await this.#parts.altered.saved();
  }

  #planned(): Planned {
    const { summaries, catalog, settings, here } = this.#parts;
    const of = summaries.all();
    if (this.#plan?.of !== of) {
      const { originals, small } = catalogFiles(catalog, of, this.#byHand());
      this.#plan = { of, small, plan: planFiles(originals, settings.policy, (sha256) => here.has(sha256)) };
    }
    return this.#plan;
  }

  #pinned(): string[] {
    const { settings, catalog } = this.#parts;
    return [...new Set([...settings.pinned].map((id) => keptAsset(catalog, id)))];
  }

  #byHand(): ByHand {
    const { settings, atHand } = this.#parts;
    return {
      pinned: new Set([...this.#pinned(), ...atHand()]),
      openedAt: (sha256) => settings.openedAt(sha256),
    };
  }

  #toFetch(): FilesToFetch {
    const { here } = this.#parts;
    // Asked for after every exchange: what the catalog names is gathered again only when it has changed.
    const { small, plan } = this.#planned();
    return [
      ...small
        .filter(({ sha256 }) => !here.has(sha256))
        .map((file) => ({ ...file, atMost: file.text ? LARGEST_TEXT_FILE : LARGEST_THUMBNAIL })),
      ...plan.fetch.map(({ sha256, size, asset }) => ({ sha256, size, asset, text: false })),
    ];
  }

  /** What a fold brought may be here already: this device published it, or it came before its event. */
  async #lookAt(assets: ReadonlySet<string> | undefined): Promise<void> {
    const { here, catalog, logger } = this.#parts;
    if (!here.loaded) return;
    try {
      const came: string[] = [];
      if (assets === undefined || assets.size > MANY) await this.#start();
      else
        for (const id of assets) {
          for (const { body } of allVersionsOf(catalog, id)) {
            const { sha256, textBlob, thumbnail } = body;
            for (const blob of [sha256, textBlob, thumbnail?.sha256]) {
              if (blob !== undefined && !here.has(blob) && (await here.look(blob))) came.push(id);
            }
          }
        }
      if (came.length > 0) this.#changed(came);
    } catch (error) {
      logger.warn('files-not-looked-at', { error: nameOfError(error) });
    }
    this.#fetcher.again();
    this.#givingUp.plan();
  }

  #isIncomplete({ version }: AssetSummary): boolean {
    const { here } = this.#parts;
    return [version.sha256, version.thumbnail?.sha256, version.textSha256].some(
      (sha256) => sha256 !== undefined && !here.has(sha256),
    );
  }

  #stored({ asset, text }: { readonly asset: string; readonly text: boolean }): void {
    if (text) this.#withText.add(asset);
    else this.#arrived.add(asset);
    this.#notice();
  }

  /** Files of these assets came or went. */
  #changed(assets: Iterable<string>): void {
    this.#plan = undefined;
    this.#parts.summaries.touch(assets);
    this.#parts.changes.emit('sync', 'files');
  }

  /** Tells windows and the index, once for all that came in a second. */
  #notice(): void {
    if (this.#forgetNotice !== undefined || this.#closed) return;
    this.#forgetNotice = this.#parts.later(() => {
      this.#forgetNotice = undefined;
      this.#tell();
    }, NOTICE_MS);
  }

  #tell(): void {
    if (this.#withText.size > 0) this.#parts.onText();
    const arrived = new Set([...this.#arrived, ...this.#withText]);
    this.#withText.clear();
    this.#arrived.clear();
    if (arrived.size > 0) this.#changed(arrived);
    else this.#parts.changes.emit('sync');
  }
}
