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
import { type Progress, type SessionState, TOPICS } from '../contract/session.ts';
import type { FileGrant } from '../contract/shell.ts';
import { nameOfError } from '../shared/defect.ts';
import { type HubLocation, isSamePlace } from '../shared/hub-location.ts';
import type { Cancellation } from '../shared/ports/cancellation.ts';
import { says } from '../shared/says/says.ts';
import type { DeviceId } from '../shared/vocabulary/ids.ts';
import type { Admission } from '../shared/vocabulary/people.ts';
import type { LeavingWay } from '../shared/vocabulary/sends.ts';
import type { WayOut } from '../shared/vocabulary/ways-out.ts';
import { ViewPause } from './activity/activity.ts';
import type { Opened } from './base/parts.ts';
import { invalid, Refusal } from './base/refusal.ts';
import { type Blocked, blockedBy } from './blocked.ts';
import type { Engine } from './engine.ts';
import type { EngineCore } from './engine-core.ts';
import type { EnginePorts } from './engine-ports.ts';
import { drawPage, handOut } from './gate/shell-files.ts';
import { locationOf, writesBelow } from './hub/asked-place.ts';
import { exchangeSummary, heldSummary } from './hub/exchange-summary.ts';
import type { Where } from './hub/hub-core.ts';
import { forgetHub, type Joining, loadHubSettings, loadJoining, type Newcomer } from './hub/hub-settings.ts';
import { beginJoining } from './hub/join-hub.ts';
import { JoinProcess } from './hub/join-process.ts';
import { PlaceGrants } from './hub/place-grants.ts';
import { planRenewal } from './hub/renew-identity.ts';
import { moveHub } from './hub/router.ts';
import { shareHub } from './hub/share-hub.ts';
import { csvOfRows, report } from './insights/report.ts';
import { Changes } from './live/changes.ts';
import { NobodyKnown } from './live/nobody-known.ts';
import { type OpenReplica, openReplica } from './open-replica.ts';
import type { Thumbnail } from './ports/extractor.ts';
import type { HubPlace } from './ports/hub-places.ts';
import type { PlaceTest } from './ports/place-test.ts';
import { handOutShow, noteShown } from './presenting/shell-shows.ts';
import { importFiles } from './publish/import-files.ts';
import { PathGrants } from './publish/path-grants.ts';
import { importPlanned, outlineImport } from './publish/planned-import.ts';
import { createRouter, type EngineRouter } from './router.ts';
import { foundSample } from './sample/sample.ts';
import { handOutSend, noteSent } from './sends/shell-sends.ts';
import { foundHub, letInOf, sessionState } from './session/session.ts';
import type { StartInput } from './session/session-core.ts';

/** Opens the engine over a replica's home. Never throws for the replica's sake: what is wrong is told by `session.get`. */
export async function createEngine(ports: EnginePorts): Promise<Engine> {
  const core = new Core(ports);
  await core.open();
  return core;
}

class Core implements Engine, EngineCore {
  readonly ports: EnginePorts;
  readonly changes = new Changes();
  readonly grants: PathGrants;
  readonly lookedAt: PlaceGrants;
  readonly views = new ViewPause();
  readonly router: EngineRouter;
  #opened: Opened<OpenReplica> | undefined;
  #blocked: Blocked | undefined;
  /** Somebody is on their way into a shared hub. */
  #joining: JoinProcess | undefined;
  #starting = false;
  #inStep = false;
  #renewing: Promise<void> | undefined;
  #entering: Promise<void> | undefined;

  constructor(ports: EnginePorts) {
    this.ports = ports;
    this.grants = new PathGrants(ports.clock, ports.random);
    this.lookedAt = new PlaceGrants(ports.clock, ports.random);
    this.router = createRouter(this);
  }

  /** Opens the replica if there is one. */
  async open(): Promise<void> {
    const { home, logger } = this.ports;
    if (home.state === 'new') return;
    try {
      const joining = await loadJoining(home.local);
      if (joining === undefined) await this.#openReplica();
      else this.#join(joining);
    } catch (error) {
      const stranded = error instanceof NobodyKnown && !error.isFounded ? await this.#stranded() : undefined;
      if (stranded !== undefined) return this.#join(stranded);
      this.#blocked = blockedBy(error);
      logger.error('replica-not-opened', { failure: this.#blocked.code });
    }
  }

  replica(): OpenReplica {
    if (this.#opened !== undefined) return this.#opened.replica;
    if (this.#blocked !== undefined) throw new Refusal('REPLICA', this.#blocked.says, { retry: true });
    const why = this.#joining === undefined ? 'session.nobody-yet' : 'session.still-joining';
    throw new Refusal('NOT_READY', says(why));
  }

  looked(): void {
    this.#opened?.replica.inStep.looked();
    this.#opened?.replica.secondReading.looked();
    this.#opened?.replica.recognition.looked();
  }

  sessionState(): SessionState {
    const { folder } = this.ports.home;
    if (this.#opened !== undefined) return sessionState(this.#opened.replica);
    if (this.#blocked !== undefined) return { state: 'blocked', ...this.#blocked, dataFolder: folder };
    if (this.#joining !== undefined) return { ...this.#joining.state, dataFolder: folder };
    return { state: 'new', dataFolder: folder, suggestedName: this.ports.suggestedName };
  }

  async ownDevice(): Promise<DeviceId | undefined> {
    return this.#opened?.replica.catalog.replica.device ?? (await this.#joining?.ownDevice());
  }

  async *start(person: StartInput): AsyncGenerator<Progress, void> {
    this.#checkMayStart();
    this.#starting = true;
    try {
      await forgetHub(this.ports.home.local);
      if (person.sample) yield* foundSample(this.ports, person);
      else yield* foundHub(this.ports, person);
      await this.#openReplica();
      this.#tellAll();
      yield { done: 1, total: 1, current: '' };
    } finally {
      this.#starting = false;
    }
  }

  async *joinHub(where: Where, who: Newcomer, signal?: Cancellation): AsyncGenerator<JoinProgress, void> {
    this.#checkMayStart();
    this.#starting = true;
    try {
      yield { phase: 'looking', done: 0, total: 0, bytes: 0, assets: 0 };
      const place = await this.placeAt(where);
      if (this.#joining === undefined) this.#join(await beginJoining(this.ports, place, who));
      else await this.#joining.redirect(place, who);
    } finally {
      this.#starting = false;
    }
    yield* this.resumeJoining(false, signal);
  }

  async *resumeJoining(anyway: boolean, signal?: Cancellation): AsyncGenerator<JoinProgress, void> {
    const joining = this.#joining;
    if (joining === undefined) return;
    yield* joining.run(anyway, signal);
    if (!joining.isIn) return;
    await this.#enter(joining);
    yield { phase: 'ready', done: 1, total: 1, bytes: 0, assets: this.replica().summaries.all().size };
  }

  async hasJoined(where: Where): Promise<boolean> {
    const { settings } = this.#opened?.replica.link ?? {};
    if (settings?.location === undefined || this.#opened === undefined) return false;
    const place = await this.placeAt(where);
    return (
      isSamePlace(place.location, settings.location) &&
      settings.founder !== this.#opened.replica.catalog.replica.device
    );
  }

  async probe(where: Where): Promise<PlaceTest> {
    return (await this.placeAt(where)).test(writesBelow(await this.ownDevice()));
  }

  locationOf(grant: string): HubLocation {
    return locationOf(this, grant);
  }

  async giveUpJoining(): Promise<boolean> {
    const joining = this.#joining;
    if (joining === undefined) return false;
    await joining.giveUp();
    this.#joining = undefined;
    this.#tellAll();
    return true;
  }

  async placeAt(where: Where): Promise<HubPlace> {
    const location = typeof where === 'string' ? this.#located(where) : where;
    const opened = await this.ports.places.open(location);
    if (!opened.ok) throw invalid(opened.error, 'place');
    return opened.value;
  }

  async shareHub(where: Where, name: string, asLead = false, admission?: Admission): Promise<void> {
    await shareHub(this.replica(), await this.placeAt(where), { name, asLead, admission });
    if (this.#inStep) this.#keepUp();
  }

  async moveHub(where: Where): Promise<void> {
    await moveHub(this, where);
  }

  #located(text: string): HubLocation {
    const read = this.ports.places.read(text);
    if (!read.ok) throw invalid(read.error, 'place');
    return read.value;
  }

  keepInStep(): void {
    this.#inStep = true;
    this.#keepUp();
  }

  /** What an open window does by itself: exchanging, and looking into watched folders. */
  #keepUp(): void {
    this.#opened?.replica.inStep.keep();
    this.#opened?.replica.watching.keep();
  }

  async exchange(signal?: Cancellation): Promise<ExchangeSummary | undefined> {
    if (this.#joining !== undefined) {
      const held = await this.#tryToComeIn();
      if (held !== undefined) return held;
    }
    let report = await this.replica().link.exchange(signal);
    if (report?.reason === 'forked') {
      await this.#renew();
      report = await this.replica().link.exchange(signal);
    }
    if (report?.outcome === 'exchanged' && (await this.replica().followUp.run()) > 0) {
      report = (await this.replica().link.exchange(signal)) ?? report;
    }
    const { link, offline } = this.replica();
    const { place } = link;
    if (report === undefined || place === undefined) return undefined;
    const fetched = report.outcome === 'exchanged' ? await offline.settled(signal) : 0;
    const beside = { fetched, altered: offline.files().altered, letIn: letInOf(this.replica()) };
    return exchangeSummary(report, link.state(), beside, place.location.kind);
  }

  grantPaths(paths: readonly string[]): FileGrant {
    return this.grants.add(paths);
  }

  importFiles(
    paths: readonly string[],
    options: ImportOptions,
    onStart: ImportStart = () => undefined,
  ): AsyncIterable<ImportedFile> {
    const importing = options.plan === true ? importPlanned : importFiles;
    return importing(this.replica(), paths, options, onStart);
  }

  outlineImport(
    paths: readonly string[],
    reading: { signal?: Cancellation; onProgress?: ImportProgress } = {},
  ): Promise<ImportOutline> {
    return outlineImport(this.replica(), paths, reading);
  }

  handOut(version: string, way: WayOut): Promise<HandOut> {
    return handOut(this, version, way);
  }

  handOutSend(ticket: string): Promise<SendOut> {
    return handOutSend(this, ticket);
  }

  noteSent(ticket: string, how: LeavingWay): Promise<void> {
    return noteSent(this, ticket, how);
  }

  handOutShow(ticket: string): Promise<ShowOut> {
    return handOutShow(this, ticket);
  }

  noteShown(ticket: string, shown: readonly number[]): Promise<void> {
    return noteShown(this, ticket, shown);
  }

  drawPage(asked: AskedPage): Promise<Thumbnail | undefined> {
    return drawPage(this, asked);
  }

  report(table: TableId, period: Partial<PeriodInput>, axes?: Axes): Promise<Report> {
    return report(this.replica(), table, period, axes);
  }

  reportCsv(report: Report, separator: Separator): Promise<string> {
    return csvOfRows(report, separator, this.replica().ports.later);
  }

  summaries(): ReadonlyMap<string, AssetSummary> {
    return this.replica().summaries.visible();
  }

  summary(asset: string): AssetSummary | undefined {
    return this.replica().summaries.seen(asset);
  }

  async indexed(): Promise<void> {
    await this.#opened?.replica.indexing.idle();
  }

  async close(): Promise<void> {
    this.changes.close();
    await this.#renewing;
    await this.#joining?.close();
    const opened = this.#opened;
    this.#opened = undefined;
    await opened?.close();
  }

  #checkMayStart(): void {
    if (this.#opened !== undefined) throw invalid(says('session.started-already'));
    if (this.#starting) throw invalid(says('session.starting'));
  }

  #join(joining: Joining): void {
    this.#joining = new JoinProcess(this.ports, this.changes, joining);
  }

  /** Somebody whom an earlier version took for in, although the hub had not arrived: they are still on their way. */
  async #stranded(): Promise<Joining | undefined> {
    const settings = await loadHubSettings(this.ports.home.local);
    if (settings?.location === undefined) return undefined;
    const { location, ...hub } = settings;
    return { location, hub, who: { name: this.ports.suggestedName } };
  }

  /** The person is in: the replica is opened, once, whoever followed. */
  async #enter(joining: JoinProcess): Promise<void> {
    if (this.#joining !== joining) return;
    this.#entering ??= this.#openReplica().finally(() => {
      this.#entering = undefined;
    });
    await this.#entering;
    if (this.#joining !== joining) return;
    this.#joining = undefined;
    this.#tellAll();
  }

  /** One attempt; what keeps the person out, as an exchange that was blocked. */
  async #tryToComeIn(): Promise<ExchangeSummary | undefined> {
    const started = this.ports.clock.now();
    for await (const { held } of this.resumeJoining(false)) {
      if (held !== undefined) return heldSummary(held, this.ports.clock.now() - started);
    }
    return undefined;
  }

  async #openReplica(): Promise<void> {
    const opened = await openReplica(this.ports, this.changes);
    this.#opened = opened;
    opened.replica.link.onExchange((report) => {
      // The exchange that tells of it has to end first: the renewal closes the replica.
      if (report.reason === 'forked') this.ports.later(() => void this.#renew(), 0);
    });
    if (this.#inStep) this.#keepUp();
  }

  /** Takes a new identity where the hub has another history of this device than is here. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#renewNow().finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #renewNow(): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined || opened.replica.link.report?.reason !== 'forked') return;
    const { logger, home } = this.ports;
    try {
      const renewal = await planRenewal(opened.replica);
      if (renewal === undefined) return; // Tried again with the next exchange.
      await opened.close();
      this.#opened = undefined;
      await home.renew(renewal);
      logger.warn('identity-renewed', {});
    } catch (error) {
      logger.error('identity-not-renewed', { error: nameOfError(error) });
    }
    if (this.#opened === undefined) await this.open();
    this.#tellAll();
  }

  #tellAll(): void {
    this.changes.emit(...TOPICS.filter((topic) => topic !== 'staging'));
  }
}
