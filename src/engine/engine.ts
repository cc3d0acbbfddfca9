import type { AssetSummary } from '../contract/assets.ts';
import type { HandOut } from '../contract/gate.ts';
import type { ExchangeSummary, JoinProgress } from '../contract/hub.ts';
import type {
  ImportedFile,
  ImportOptions,
  ImportOutline,
  ImportProgress,
  ImportStart,
} from '../contract/import.ts';
import type { Axes, PeriodInput, Report, Separator, TableId } from '../contract/insights.ts';
import type { AskedPage } from '../contract/page-picture.ts';
import type { ShowOut } from '../contract/presenting.ts';
import type { SendOut } from '../contract/sends.ts';
import type { FileGrant } from '../contract/shell.ts';
import type { HubLocation } from '../shared/hub-location.ts';
import type { Cancellation } from '../shared/ports/cancellation.ts';
import type { Admission } from '../shared/vocabulary/people.ts';
import type { LeavingWay } from '../shared/vocabulary/sends.ts';
import type { WayOut } from '../shared/vocabulary/ways-out.ts';
import type { Where } from './hub/hub-core.ts';
import type { Newcomer } from './hub/hub-settings.ts';
import type { Thumbnail } from './ports/extractor.ts';
import type { PlaceTest } from './ports/place-test.ts';
import type { EngineRouter } from './router.ts';

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
  /** What an import would do; nothing is written. */
  outlineImport(
    paths: readonly string[],
    reading?: { signal?: Cancellation; onProgress?: ImportProgress },
  ): Promise<ImportOutline>;
  /** The file of a version for the shell, if it may leave on this way. */
  handOut(version: string, way: WayOut): Promise<HandOut>;
  /** The files of what the window made ready to be sent, by its ticket, if they may still leave. */
  handOutSend(ticket: string): Promise<SendOut>;
  /** It has left: noted on this device, counted for the others. Once for a ticket. */
  noteSent(ticket: string, how: LeavingWay): Promise<void>;
  /** The running order of what the window made ready to be presented, by its ticket, if it may still be shown. */
  handOutShow(ticket: string): Promise<ShowOut>;
  /** These of its slides were shown: noted on this device, counted for the others. Once for a ticket. */
  noteShown(ticket: string, shown: readonly number[]): Promise<void>;
  /** The picture of a page of a version that the person here may read; undefined where there is none. */
  drawPage(asked: AskedPage): Promise<Thumbnail | undefined>;
  /** A table of Insights as plain values, with what it means. Throws `Refusal` where there is no such day. */
  report(table: TableId, period: Partial<PeriodInput>, axes?: Axes): Promise<Report>;
  /** The same as the text of a CSV file. */
  reportCsv(report: Report, separator: Separator): Promise<string>;
  /** All assets that the person here may see, for tools in this process. */
  summaries(): ReadonlyMap<string, AssetSummary>;
  /** The one of them that an id leads to: another one where it was merged. */
  summary(asset: string): AssetSummary | undefined;
  /** Resolves when the text index has everything that was written so far. */
  indexed(): Promise<void>;
  /** Exchanges with the hub by itself from now on, for as long as the engine lives. */
  keepInStep(): void;
  /**
   * Exchanges with the hub now, events and the files that are wanted here; `undefined` while it is private, or when it was stopped. Throws
   * `StorageError` of this device's disk.
   */
  exchange(signal?: Cancellation): Promise<ExchangeSummary | undefined>;
  /** Shares the hub at a location; `asLead`: whoever may, becomes its lead by that; `admission`: see `ShareInput`. Throws `Refusal`. */
  shareHub(where: Where, name: string, asLead?: boolean, admission?: Admission): Promise<void>;
  /**
   * First start: joins the hub at a location, or goes on with it. Waits where the hub is not there whole: whoever does not want to wait leaves, and
   * `exchange` goes on with it. Throws `Refusal`.
   */
  joinHub(where: Where, who: Newcomer, signal?: Cancellation): AsyncGenerator<JoinProgress, void>;
  /** The hub of this replica is at another location now. Throws `Refusal` where it is not there. */
  moveHub(where: Where): Promise<void>;
  /** Tries what a hub needs of a place, and measures. Throws `Refusal` where none can be. */
  probe(where: Where): Promise<PlaceTest>;
  /** The location that a grant of `hub.look` or of an invitation stands for, for tools in this process. */
  locationOf(grant: string): HubLocation;
  /** Whether this replica has joined the hub at a location: its founder has not. */
  hasJoined(where: Where): Promise<boolean>;
  /** Ends a joining that is under way: nothing of it stays. Says whether there was one. */
  giveUpJoining(): Promise<boolean>;
  /** Puts everything on disk and ends. */
  close(): Promise<void>;
}
