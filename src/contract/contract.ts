import { activityContract } from './activity.ts';
import { assetsContract } from './assets.ts';
import { compareContract } from './compare.ts';
import { pinsContract, savedSearchesContract, searchHistoryContract } from './finding.ts';
import { gateContract } from './gate.ts';
import { historyContract } from './history.ts';
import { hubContract } from './hub.ts';
import { insightsContract } from './insights.ts';
import { maintenanceContract } from './maintenance.ts';
import { metadataContract } from './metadata.ts';
import { nearContract } from './near.ts';
import { newsContract } from './news.ts';
import { offlineContract } from './offline.ts';
import { peopleContract } from './people.ts';
import { publishContract } from './publish.ts';
import { ratingsContract } from './ratings.ts';
import { recognitionContract } from './recognition.ts';
import { requestsContract } from './requests.ts';
import { reviewsContract } from './reviews.ts';
import { rulesContract } from './rules.ts';
import { searchContract } from './search.ts';
import { searchQualityContract } from './search-quality.ts';
import { sessionContract } from './session.ts';
import { taxonomyContract } from './taxonomy.ts';
import { undoContract } from './undo.ts';
import { viewsContract } from './views.ts';
import { watchesContract } from './watches.ts';

/** Everything that a window can ask of the engine. The renderer's client and the engine's router are both inferred from this. */
export const contract = {
  session: sessionContract,
  taxonomy: taxonomyContract,
  assets: assetsContract,
  gate: gateContract,
  search: searchContract,
  searchQuality: searchQualityContract,
  savedSearches: savedSearchesContract,
  pins: pinsContract,
  searchHistory: searchHistoryContract,
  people: peopleContract,
  history: historyContract,
  hub: hubContract,
  metadata: metadataContract,
  publish: publishContract,
  rules: rulesContract,
  ratings: ratingsContract,
  requests: requestsContract,
  reviews: reviewsContract,
  insights: insightsContract,
  activity: activityContract,
  compare: compareContract,
  near: nearContract,
  news: newsContract,
  maintenance: maintenanceContract,
  offline: offlineContract,
  recognition: recognitionContract,
  undo: undoContract,
  views: viewsContract,
  watches: watchesContract,
};

export type Contract = typeof contract;
