import { msg } from '@lingui/core/runtime-macro';
import type { AllSays } from '../shared/says/all-says.ts';
import { isSays, type Says, type SaysCode, says } from '../shared/says/says.ts';
import { assemblyWords } from './assembly.ts';
import { assetsWords } from './assets.ts';
import { baseWords } from './base.ts';
import { bucketWords } from './bucket.ts';
import { callsWords } from './calls.ts';
import { compareWords } from './compare.ts';
import { eventsWords } from './events.ts';
import { findingWords } from './finding.ts';
import { folderWords } from './folder.ts';
import { gateWords } from './gate.ts';
import { historyWords } from './history.ts';
import { hubWords } from './hub.ts';
import { insightsWords } from './insights.ts';
import { kitsWords } from './kits.ts';
import { leavingWords } from './leaving.ts';
import { liveWords } from './live.ts';
import { maintenanceWords } from './maintenance.ts';
import { metadataWords } from './metadata.ts';
import { nearWords } from './near.ts';
import { offlineWords } from './offline.ts';
import { openingWords } from './opening.ts';
import { peopleWords } from './people.ts';
import { presentingWords } from './presenting.ts';
import { proposalsWords } from './proposals.ts';
import { publishWords } from './publish.ts';
import { ratingsWords } from './ratings.ts';
import { requestsWords } from './requests.ts';
import { reviewsWords } from './reviews.ts';
import { sampleWords } from './sample.ts';
import { searchWords } from './search.ts';
import { searchQualityWords } from './search-quality.ts';
import { sendsWords } from './sends.ts';
import { sentence } from './sentence.ts';
import { sessionWords } from './session.ts';
import { shellWords } from './shell.ts';
import { suggestionsWords } from './suggestions.ts';
import { syncWords } from './sync.ts';
import { taxonomyWords } from './taxonomy.ts';
import { undoWords } from './undo.ts';
import { variantsWords } from './variants.ts';
import { viewsWords } from './views.ts';
import { watchesWords } from './watches.ts';
import type { Words } from './words.ts';

const ALL: Words<AllSays> = {
  ...assetsWords,
  ...baseWords,
  ...bucketWords,
  ...callsWords,
  ...compareWords,
  ...eventsWords,
  ...findingWords,
  ...folderWords,
  ...gateWords,
  ...historyWords,
  ...hubWords,
  ...insightsWords,
  ...kitsWords,
  ...leavingWords,
  ...liveWords,
  ...maintenanceWords,
  ...metadataWords,
  ...nearWords,
  ...offlineWords,
  ...openingWords,
  ...peopleWords,
  ...publishWords,
  ...ratingsWords,
  ...proposalsWords,
  ...requestsWords,
  ...reviewsWords,
  ...sampleWords,
  ...searchQualityWords,
  ...searchWords,
  ...presentingWords,
  ...sendsWords,
  ...assemblyWords,
  ...sessionWords,
  ...shellWords,
  ...suggestionsWords,
  ...syncWords,
  ...taxonomyWords,
  ...undoWords,
  ...variantsWords,
  ...viewsWords,
  ...watchesWords,
};

/** The sentence for what the engine tells, in the language that is spoken now. */
export function say(told: Says): string {
  // It may have come from another version.
  return Object.hasOwn(ALL, told.code) ? sayOne(told) : sentence(UNKNOWN());
}

function sayOne<Code extends SaysCode>({ code, values }: Says<Code>): string {
  return sentence(ALL[code](values, say));
}

const UNKNOWN = () =>
  msg`Kitbag has something to tell you that this version has no words for. Nothing is lost. Update Kitbag, or restart it.`;

/** What is told by something that was thrown; undefined where it is none of the engine's refusals. */
export function saysOf(thrown: unknown): Says | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  if ('says' in thrown && isSays(thrown.says)) return thrown.says;
  return 'data' in thrown ? saysOf(thrown.data) : undefined;
}

/** The sentence for what was thrown: what the engine refused, or that something went wrong that nobody expected. */
export function sayError(thrown: unknown): string {
  return say(saysOf(thrown) ?? says('defect.unexpected'));
}
