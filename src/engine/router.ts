import { implement, type Router } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import { recentAssets, recordSearch, recordShare, recordView } from './activity.ts';
import {
  assetDetail,
  checkFile,
  editAssets,
  readableVersion,
  summaryOf,
  verifyAsset,
  versionPreview,
  versionText,
} from './assets/assets.ts';
import { moveVersion, publishAssets } from './assets/publishing.ts';
import { reviewsDue } from './assets/reviews.ts';
import { diagnosticsOf } from './diagnostics.ts';
import type { EngineCore } from './engine-core.ts';
import { hubRouter } from './hub/hub-router.ts';
import type { Implementer } from './implementer.ts';
import { periodOf } from './insights/facts.ts';
import {
  byUsefulness,
  coverageMatrix,
  figureDefinitions,
  overviewOf,
  ratedLow,
  requestInsights,
  staleButHot,
  unusedAssets,
} from './insights/numbers.ts';
import { exportTable } from './insights/report.ts';
import { indexReportOf, stateHash, verifyReplica } from './maintenance.ts';
import { newAssets } from './news/whats-new.ts';
import type { OpenHub } from './open-hub.ts';
import { historyRouter, undoRouter, whoIsWhoRouter } from './people/people-router.ts';
import { checkMayPublish } from './publish/may-publish.ts';
import { publishRows } from './publish/publish.ts';
import { storeThumbnail } from './publish/thumbnail.ts';
import { giveRating, withdrawRating } from './ratings.ts';
import { requestDetail } from './requests/request-view.ts';
import {
  answerRequest,
  commentOn,
  listRequests,
  makeRequest,
  seeRequest,
  similarToRequest,
  toldOfRequest,
  voteFor,
  withdrawVote,
} from './requests/requests.ts';
import { retirementEffect, retireTerm } from './retire-term.ts';
import { defineGolden, goldenQueries, runGolden } from './search-quality/golden.ts';
import { searchFigures, searchWordsOf, unansweredSearches } from './search-quality/search-figures.ts';
import { synonymEffect } from './search-quality/synonym-effect.ts';
import { sessionRouter } from './session/session-router.ts';
import { defineSynonyms } from './synonyms.ts';
import { defineTerm, taxonomyOf } from './taxonomy.ts';
import { addUsualSynonyms, missingSynonyms } from './usual-synonyms.ts';
import { type Told, tell, wireError } from './wire-error.ts';

/** The engine's side of the contract: every procedure of it, wired to its use case. */
export type EngineRouter = Router<typeof contract, Record<never, never>>;

/** Makes the router over an engine's core. */
export function createRouter(core: EngineCore): EngineRouter {
  const os = implement(contract).use(async ({ next, path }) => {
    core.looked();
    try {
      return await next();
    } catch (error) {
      throw wireError(error, path.join('.'), core.ports.logger);
    }
  });
  const hub = () => core.hub();
  const told = <Value>(values: AsyncIterable<Value>, place: string) => tell(values, place, core.ports.logger);
  return os.router({
    session: sessionRouter(os, core, told),
    taxonomy: {
      get: os.taxonomy.get.handler(() => taxonomyOf(hub())),
      define: os.taxonomy.define.handler(({ input }) => defineTerm(hub(), input)),
      retirement: os.taxonomy.retirement.handler(({ input }) => retirementEffect(hub(), input)),
      retire: os.taxonomy.retire.handler(({ input }) => retireTerm(hub(), input)),
      defineSynonyms: os.taxonomy.defineSynonyms.handler(({ input }) => defineSynonyms(hub(), input)),
      usualSynonyms: os.taxonomy.usualSynonyms.handler(() => ({ missing: missingSynonyms(hub()).length })),
      addUsualSynonyms: os.taxonomy.addUsualSynonyms.handler(() => addUsualSynonyms(hub())),
    },
    assets: {
      get: os.assets.get.handler(({ input }) => assetDetail(hub(), input.asset)),
      edit: os.assets.edit.handler(({ input }) => editAssets(hub(), [input.asset], input.set)),
      editMany: os.assets.editMany.handler(({ input }) => editAssets(hub(), input.assets, input.set)),
      publish: os.assets.publish.handler(({ input }) => publishAssets(hub(), input.assets)),
      moveVersion: os.assets.moveVersion.handler(({ input }) => moveVersion(hub(), input)),
      reviewsDue: os.assets.reviewsDue.handler(() => reviewsDue(hub())),
      verify: os.assets.verify.handler(({ input }) => verifyAsset(hub(), input.asset)),
      text: os.assets.text.handler(({ input }) => versionText(hub(), input.version)),
      preview: os.assets.preview.handler(({ input }) => versionPreview(hub(), input.version)),
      checkFile: os.assets.checkFile.handler(({ input }) => checkFile(hub(), input.version)),
    },
    search: {
      find: os.search.find.handler(({ input, signal }) => hub().search.find(input, { signal })),
      like: os.search.like.handler(({ input, signal }) => {
        summaryOf(hub(), input.asset);
        return hub().search.like(input, { signal });
      }),
      why: os.search.why.handler(({ input }) => hub().search.why(input.query, summaryOf(hub(), input.asset))),
      complete: os.search.complete.handler(({ input }) => hub().search.complete(input.query, input.cursor)),
      titles: os.search.titles.handler(({ input }) =>
        hub()
          .search.titles(input.query, input.limit, input.usable)
          .map(({ id, title, type, audience }) => ({ asset: id, title, type, audience })),
      ),
    },
    hub: hubRouter(os, core, told),
    gate: {
      pass: os.gate.pass.handler(({ input }) =>
        hub().gate.pass(hub(), input.version, input.way, input.confirmed),
      ),
    },
    ...findingRouter(os, hub),
    golden: goldenRouter(os, hub),
    publish: publishRouter(os, core),
    people: whoIsWhoRouter(os, hub),
    history: historyRouter(os, hub),
    ...peopleRouter(os, hub),
    ...numbersRouter(os, core),
    offline: offlineRouter(os, hub, told),
    undo: undoRouter(os, hub),
    maintenance: {
      indexReport: os.maintenance.indexReport.handler(() => indexReportOf(hub())),
      rebuildIndex: os.maintenance.rebuildIndex.handler(() =>
        told(rebuild(core), 'maintenance.rebuildIndex'),
      ),
      diagnostics: os.maintenance.diagnostics.handler(() => diagnosticsOf(hub())),
      verify: os.maintenance.verify.handler(() => verifyReplica(hub())),
      stateHash: os.maintenance.stateHash.handler(() => stateHash(hub())),
    },
  });
}

function peopleRouter(os: Implementer, hub: () => OpenHub) {
  return {
    ratings: {
      give: os.ratings.give.handler(({ input }) => giveRating(hub(), input)),
      withdraw: os.ratings.withdraw.handler(({ input }) => withdrawRating(hub(), input.asset)),
    },
    requests: {
      list: os.requests.list.handler(async ({ input }) => listRequests(await withNews(hub()), input)),
      get: os.requests.get.handler(async ({ input }) => requestDetail(await withNews(hub()), input.request)),
      make: os.requests.make.handler(({ input }) => makeRequest(hub(), input)),
      similar: os.requests.similar.handler(({ input }) => similarToRequest(hub(), input)),
      vote: os.requests.vote.handler(({ input }) => voteFor(hub(), input.request, input.dealValue)),
      withdrawVote: os.requests.withdrawVote.handler(({ input }) => withdrawVote(hub(), input.request)),
      comment: os.requests.comment.handler(({ input }) => commentOn(hub(), input.request, input.text)),
      answer: os.requests.answer.handler(({ input }) => answerRequest(hub(), input)),
      seen: os.requests.seen.handler(({ input }) => seeRequest(hub(), input.request, input.said)),
      news: os.requests.news.handler(async () => (await withNews(hub())).requestNews.list()),
      told: os.requests.told.handler(({ input }) => toldOfRequest(hub(), input.request, input.said)),
    },
  };
}

/** What is new is looked up before it is said. */
async function withNews(hub: OpenHub): Promise<OpenHub> {
  await hub.requestNews.refresh();
  return hub;
}

function findingRouter(os: Implementer, hub: () => OpenHub) {
  /** What a device keeps changes in one window and is shown in all. */
  const told = async <Value>(change: Promise<Value>): Promise<Value> => {
    const value = await change;
    hub().changes.emit('finding');
    return value;
  };
  const saved = () => hub().finding.saved;
  return {
    savedSearches: {
      list: os.savedSearches.list.handler(() => saved().list()),
      save: os.savedSearches.save.handler(({ input: { name, ...query } }) => told(saved().save(name, query))),
      rename: os.savedSearches.rename.handler(({ input }) => told(saved().rename(input.id, input.name))),
      remove: os.savedSearches.remove.handler(({ input }) => told(saved().remove(input.id))),
      restore: os.savedSearches.restore.handler(({ input }) => told(saved().restore(input.id))),
      look: os.savedSearches.look.handler(({ input }) => told(saved().look(input.id))),
    },
    pins: {
      list: os.pins.list.handler(() => hub().finding.pins.assets(hub().summaries.visible())),
      set: os.pins.set.handler(async ({ input }) => ({ changed: await told(setPin(hub(), input)) })),
    },
    searchHistory: {
      recent: os.searchHistory.recent.handler(({ input }) => hub().finding.history.recent(input.limit)),
      forget: os.searchHistory.forget.handler(async ({ input }) => ({
        forgotten: await told(hub().finding.history.forget(input.words)),
      })),
      restore: os.searchHistory.restore.handler(async () => ({
        restored: await told(hub().finding.history.restore()),
      })),
    },
  };
}

function goldenRouter(os: Implementer, hub: () => OpenHub) {
  return {
    list: os.golden.list.handler(() => goldenQueries(hub())),
    define: os.golden.define.handler(({ input }) => defineGolden(hub(), input)),
    run: os.golden.run.handler(() => runGolden(hub())),
    trySynonyms: os.golden.trySynonyms.handler(({ input }) => synonymEffect(hub(), input)),
    figures: os.golden.figures.handler(({ input }) => searchFigures(hub(), periodOf(hub(), input))),
    unanswered: os.golden.unanswered.handler(({ input }) =>
      unansweredSearches(hub(), periodOf(hub(), input)),
    ),
    policy: os.golden.policy.handler(() => ({ searchWords: searchWordsOf(hub()) })),
  };
}

function offlineRouter(os: Implementer, hub: () => OpenHub, told: Told) {
  return {
    get: os.offline.get.handler(() => hub().offline.state()),
    here: os.offline.here.handler(() => hub().offline.whatIsHere()),
    preview: os.offline.preview.handler(({ input }) => hub().offline.preview(input)),
    takeBack: os.offline.takeBack.handler(() => hub().offline.takeBack()),
    set: os.offline.set.handler(({ input }) => hub().offline.setPolicy(input)),
    pin: os.offline.pin.handler(({ input }) =>
      hub().offline.pin(summaryOf(hub(), input.asset).id, input.pinned),
    ),
    fetch: os.offline.fetch.handler(({ input }) => {
      const { sha256, size } = readableVersion(hub(), input.version).body;
      const asset = hub().catalog.state.versions.get(input.version) ?? '';
      return told(hub().offline.fetch({ sha256, size, asset }), 'offline.fetch');
    }),
  };
}

async function setPin(hub: OpenHub, { asset, pinned }: { readonly asset: string; readonly pinned: boolean }) {
  const changed = await hub.finding.pins.set(summaryOf(hub, asset).id, pinned, hub.ports.clock.now());
  // What is on Home is kept on the device.
  if (changed) hub.offline.wantedChanged();
  return changed;
}

function numbersRouter(os: Implementer, core: EngineCore) {
  const hub = () => core.hub();
  return {
    insights: {
      definitions: os.insights.definitions.handler(() => figureDefinitions()),
      overview: os.insights.overview.handler(({ input }) => overviewOf(hub(), periodOf(hub(), input))),
      usefulness: os.insights.usefulness.handler(({ input }) => byUsefulness(hub(), periodOf(hub(), input))),
      coverage: os.insights.coverage.handler(({ input }) => coverageMatrix(hub(), periodOf(hub(), input))),
      requests: os.insights.requests.handler(({ input }) => requestInsights(hub(), periodOf(hub(), input))),
      unused: os.insights.unused.handler(({ input }) => unusedAssets(hub(), periodOf(hub(), input))),
      staleButHot: os.insights.staleButHot.handler(({ input }) => staleButHot(hub(), periodOf(hub(), input))),
      ratedLow: os.insights.ratedLow.handler(() => ratedLow(hub())),
      csv: os.insights.csv.handler(({ input }) => exportTable(hub(), input)),
    },
    activity: {
      viewed: os.activity.viewed.handler(({ input }) => recordView(hub(), core.views, input)),
      shared: os.activity.shared.handler(({ input }) => recordShare(hub(), input)),
      searched: os.activity.searched.handler(({ input }) => recordSearch(hub(), input)),
      recent: os.activity.recent.handler(({ input }) => recentAssets(hub(), core.views, input.limit)),
      whatIsNew: os.activity.whatIsNew.handler(({ input }) => newAssets(hub(), input.limit)),
      arrivals: os.activity.arrivals.handler(({ input }) => hub().arrivals.list(hub(), input.limit)),
      arrivalsSeen: os.activity.arrivalsSeen.handler(({ input }) => seeArrivals(core, input.mark)),
    },
  };
}

function seeArrivals(core: EngineCore, mark: number): { seen: boolean } {
  const seen = core.hub().arrivals.look(mark);
  if (seen) core.changes.emit('activity');
  return { seen };
}

async function* rebuild(core: EngineCore) {
  const hub = core.hub();
  yield* hub.secondReading.readAll();
  for await (const { done, total } of hub.search.rebuild()) yield { done, total, current: 'Indexing' };
  core.changes.emit('index');
}

function publishRouter(os: Implementer, core: EngineCore) {
  const hub = () => core.hub();
  const publishing = () => {
    checkMayPublish(hub());
    return hub();
  };
  return {
    stage: os.publish.stage.handler(({ input }) => {
      const { staging } = publishing();
      return staging.stage(core.grants.take(input.grant));
    }),
    state: os.publish.state.handler(() => hub().staging.state()),
    watch: os.publish.watch.handler(({ signal }) => hub().staging.watch(signal)),
    set: os.publish.set.handler(({ input }) => ({
      before: hub().staging.set(input.rows, input.set),
    })),
    setEach: os.publish.setEach.handler(({ input }) => {
      const { staging } = hub();
      staging.setEach(input.changes);
      return { changed: input.changes.length, revision: staging.revision };
    }),
    keep: os.publish.keep.handler(({ input }) => hub().staging.keep(input.row, input.carry)),
    publish: os.publish.publish.handler(async ({ input }) => ({
      published: await publishRows(hub(), input.rows, input.draft),
    })),
    discard: os.publish.discard.handler(({ input }) => ({ discarded: hub().staging.discard(input.rows) })),
    retry: os.publish.retry.handler(({ input }) => ({ retried: hub().staging.retry(input.rows) })),
    cancel: os.publish.cancel.handler(() => ({ cancelled: hub().staging.cancel() })),
    setThumbnail: os.publish.setThumbnail.handler(({ input }) => storeThumbnail(hub(), input)),
  };
}
