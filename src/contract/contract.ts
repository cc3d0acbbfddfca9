import { activityContract } from './activity.ts';
import { assemblyContract } from './assembly.ts';
import { assetsContract } from './assets.ts';
import { callsContract } from './calls.ts';
import { compareContract } from './compare.ts';
import { pinsContract, savedSearchesContract, searchHistoryContract } from './finding.ts';
import { gateContract } from './gate.ts';
import { historyContract } from './history.ts';
import { hubContract } from './hub.ts';
import { insightsContract } from './insights.ts';
import { kitsContract } from './kits.ts';
import { maintenanceContract } from './maintenance.ts';
import { metadataContract } from './metadata.ts';
import { nearContract } from './near.ts';
import { newsContract } from './news.ts';
import { offlineContract } from './offline.ts';
import { peopleContract } from './people.ts';
import { presentingContract } from './presenting.ts';
import { proposalsContract } from './proposals.ts';
import { publishContract } from './publish.ts';
import { ratingsContract } from './ratings.ts';
import { recognitionContract } from './recognition.ts';
import { requestsContract } from './requests.ts';
import { reviewsContract } from './reviews.ts';
import { rulesContract } from './rules.ts';
import { searchContract } from './search.ts';
import { searchQualityContract } from './search-quality.ts';
import { sendsContract } from './sends.ts';
import { sessionContract } from './session.ts';
import { taxonomyContract } from './taxonomy.ts';
import { undoContract } from './undo.ts';
import { variantsContract } from './variants.ts';
import { viewsContract } from './views.ts';
import { watchesContract } from './watches.ts';

/** Each area by its own type: written out, all of them together are longer than the compiler writes into a declaration. */
export type Contract = {
  readonly session: typeof sessionContract;
  readonly taxonomy: typeof taxonomyContract;
  readonly assets: typeof assetsContract;
  readonly gate: typeof gateContract;
  readonly sends: typeof sendsContract;
  readonly assembly: typeof assemblyContract;
  readonly calls: typeof callsContract;
  readonly presenting: typeof presentingContract;
  readonly search: typeof searchContract;
  readonly searchQuality: typeof searchQualityContract;
  readonly savedSearches: typeof savedSearchesContract;
  readonly pins: typeof pinsContract;
  readonly searchHistory: typeof searchHistoryContract;
  readonly people: typeof peopleContract;
  readonly history: typeof historyContract;
  readonly hub: typeof hubContract;
  readonly metadata: typeof metadataContract;
  readonly publish: typeof publishContract;
  readonly rules: typeof rulesContract;
  readonly ratings: typeof ratingsContract;
  readonly proposals: typeof proposalsContract;
  readonly requests: typeof requestsContract;
  readonly reviews: typeof reviewsContract;
  readonly insights: typeof insightsContract;
  readonly kits: typeof kitsContract;
  readonly activity: typeof activityContract;
  readonly compare: typeof compareContract;
  readonly near: typeof nearContract;
  readonly news: typeof newsContract;
  readonly maintenance: typeof maintenanceContract;
  readonly offline: typeof offlineContract;
  readonly recognition: typeof recognitionContract;
  readonly undo: typeof undoContract;
  readonly variants: typeof variantsContract;
  readonly views: typeof viewsContract;
  readonly watches: typeof watchesContract;
};

/** Everything that a window can ask of the engine. The renderer's client and the engine's router are both inferred from this. */
export const contract: Contract = {
  session: sessionContract,
  taxonomy: taxonomyContract,
  assets: assetsContract,
  gate: gateContract,
  sends: sendsContract,
  assembly: assemblyContract,
  calls: callsContract,
  presenting: presentingContract,
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
  proposals: proposalsContract,
  requests: requestsContract,
  reviews: reviewsContract,
  insights: insightsContract,
  kits: kitsContract,
  activity: activityContract,
  compare: compareContract,
  near: nearContract,
  news: newsContract,
  maintenance: maintenanceContract,
  offline: offlineContract,
  recognition: recognitionContract,
  undo: undoContract,
  variants: variantsContract,
  views: viewsContract,
  watches: watchesContract,
};
