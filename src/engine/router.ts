import { implement, type Router } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import { activityRouter } from './activity/router.ts';
import { assemblyRouter } from './assembly/router.ts';
import { assetsRouter } from './assets/router.ts';
import { tell, wireError } from './base/wire-error.ts';
import { callsRouter } from './calls/router.ts';
import { compareRouter } from './compare/router.ts';
import type { EngineCore } from './engine-core.ts';
import { pinsRouter, savedSearchesRouter, searchHistoryRouter } from './finding/router.ts';
import { gateRouter } from './gate/router.ts';
import { historyRouter } from './history/router.ts';
import { hubRouter } from './hub/router.ts';
import { insightsRouter } from './insights/router.ts';
import { kitsRouter } from './kits/router.ts';
import { maintenanceRouter } from './maintenance/router.ts';
import { metadataRouter } from './metadata/router.ts';
import { nearRouter } from './near/router.ts';
import { newsRouter } from './news/router.ts';
import { offlineRouter } from './offline/router.ts';
import { peopleRouter } from './people/router.ts';
import { presentingRouter } from './presenting/router.ts';
import { proposalsRouter } from './proposals/router.ts';
import { publishRouter } from './publish/router.ts';
import { ratingsRouter } from './ratings/router.ts';
import { recognitionRouter } from './recognition/router.ts';
import { requestsRouter } from './requests/router.ts';
import { reviewsRouter } from './reviews/router.ts';
import { rulesRouter } from './rules/router.ts';
import { searchRouter } from './search/router.ts';
import { searchQualityRouter } from './search-quality/router.ts';
import { sendsRouter } from './sends/router.ts';
import { sessionRouter } from './session/router.ts';
import { taxonomyRouter } from './taxonomy/router.ts';
import { undoRouter } from './undo/router.ts';
import { variantsRouter } from './variants/router.ts';
import { viewsRouter } from './views/router.ts';
import { watchesRouter } from './watches/router.ts';

/** The engine's side of the contract: every area's procedures, wired to its use cases. */
export type EngineRouter = Router<typeof contract, Record<never, never>>;

/** Makes the router over an engine's core. */
export function createRouter(core: EngineCore): EngineRouter {
  const { logger } = core.ports;
  const os = implement(contract).use(async ({ next, path }) => {
    core.looked();
    try {
      return await next();
    } catch (error) {
      throw wireError(error, path.join('.'), logger);
    }
  });
  const replica = () => core.replica();
  const told = <Value>(values: AsyncIterable<Value>, place: string) => tell(values, place, logger);
  return os.router({
    session: sessionRouter(os, core, told),
    hub: hubRouter(os, core, told),
    people: peopleRouter(os, replica),
    taxonomy: taxonomyRouter(os, replica),
    assets: assetsRouter(os, replica),
    publish: publishRouter(os, replica, core.grants),
    rules: rulesRouter(os, replica),
    history: historyRouter(os, replica),
    undo: undoRouter(os, replica),
    variants: variantsRouter(os, replica),
    views: viewsRouter(os, replica),
    watches: watchesRouter(os, replica, core.grants),
    search: searchRouter(os, replica),
    savedSearches: savedSearchesRouter(os, replica),
    pins: pinsRouter(os, replica),
    searchHistory: searchHistoryRouter(os, replica),
    searchQuality: searchQualityRouter(os, replica),
    gate: gateRouter(os, replica),
    sends: sendsRouter(os, replica),
    assembly: assemblyRouter(os, replica, told),
    calls: callsRouter(os, replica, core.grants),
    presenting: presentingRouter(os, replica),
    offline: offlineRouter(os, replica, told),
    recognition: recognitionRouter(os, replica, told),
    ratings: ratingsRouter(os, replica),
    proposals: proposalsRouter(os, replica, core.grants, told),
    requests: requestsRouter(os, replica),
    reviews: reviewsRouter(os, replica),
    activity: activityRouter(os, replica, core.views),
    metadata: metadataRouter(os, replica, core.grants),
    compare: compareRouter(os, replica, told),
    near: nearRouter(os, replica),
    news: newsRouter(os, replica),
    insights: insightsRouter(os, replica),
    kits: kitsRouter(os, replica),
    maintenance: maintenanceRouter(os, replica, told),
  });
}
