import type { WithActivity } from './activity/with-activity.ts';
import { assemblyPart } from './assembly/part.ts';
import type { WithAssembly } from './assembly/with-assembly.ts';
import { assetsPart } from './assets/part.ts';
import { type Opened, over } from './base/parts.ts';
import { callsPart } from './calls/part.ts';
import type { WithCalls } from './calls/with-calls.ts';
import { comparePart } from './compare/part.ts';
import type { WithCompare } from './compare/with-compare.ts';
import type { EnginePorts } from './engine-ports.ts';
import { findingPart } from './finding/part.ts';
import { gatePart } from './gate/part.ts';
import type { WithGate } from './gate/with-gate.ts';
import { hubPart } from './hub/part.ts';
import { kitsPart } from './kits/part.ts';
import { pinnedSmartKitsPart } from './kits/pinned-smart-kits.ts';
import type { WithKits } from './kits/with-kits.ts';
import type { Changes } from './live/changes.ts';
import { livePart } from './live/part.ts';
import { maintenancePart } from './maintenance/part.ts';
import type { WithMaintenance } from './maintenance/with-maintenance.ts';
import { metadataPart } from './metadata/part.ts';
import type { WithMetadata } from './metadata/with-metadata.ts';
import { nearPart } from './near/part.ts';
import type { WithNear } from './near/with-near.ts';
import { newsPart } from './news/part.ts';
import type { WithNews } from './news/with-news.ts';
import { filesHerePart, offlinePart } from './offline/part.ts';
import { peoplePart } from './people/part.ts';
import { presentingPart } from './presenting/part.ts';
import type { WithPresenting } from './presenting/with-presenting.ts';
import { publishPart } from './publish/part.ts';
import { recognitionPart } from './recognition/part.ts';
import type { WithRecognition } from './recognition/with-recognition.ts';
import { requestsPart } from './requests/part.ts';
import { reviewsPart } from './reviews/part.ts';
import type { WithReviews } from './reviews/with-reviews.ts';
import { searchPart } from './search/part.ts';
import type { WithSearchQuality } from './search-quality/with-search-quality.ts';
import { seenPart } from './seen/part.ts';
import { sendsPart } from './sends/part.ts';
import type { WithSends } from './sends/with-sends.ts';
import { suggestionsPart } from './suggestions/part.ts';
import { variantsPart } from './variants/part.ts';
import type { WithVariants } from './variants/with-variants.ts';
import { watchesPart } from './watches/part.ts';
import type { WithWatching } from './watches/with-watches.ts';

/**
 * The replica as it is while it is open: with what every area needs of it. Each area names only what it works with (`with-<area>.ts`), so that none
 * knows those above it; here they come together. (`Replica` of `sync` is its journals, which the catalog is folded from.)
 */
export type OpenReplica = WithActivity &
  WithAssembly &
  WithCalls &
  WithCompare &
  WithGate &
  WithKits &
  WithMaintenance &
  WithMetadata &
  WithNear &
  WithNews &
  WithPresenting &
  WithRecognition &
  WithReviews &
  WithSearchQuality &
  WithSends &
  WithVariants &
  WithWatching;

/** What the areas open, in order; closed the other way round. */
const parts = over<{ readonly ports: EnginePorts; readonly changes: Changes }>()
  .with(livePart)
  .with(filesHerePart)
  .with(seenPart)
  .with(peoplePart)
  .with(assetsPart)
  .with(variantsPart)
  .with(kitsPart)
  .with(requestsPart)
  .with(newsPart)
  .with(searchPart)
  .with(findingPart)
  .with(reviewsPart)
  .with(gatePart)
  .with(sendsPart)
  .with(assemblyPart)
  .with(callsPart)
  .with(presentingPart)
  .with(suggestionsPart)
  .with(comparePart)
  .with(nearPart)
  .with(publishPart)
  .with(metadataPart)
  .with(recognitionPart)
  .with(offlinePart)
  .with(pinnedSmartKitsPart)
  .with(watchesPart)
  .with(hubPart)
  .with(maintenancePart);

/** Opens the home's replica. Throws `NobodyKnown`, `StorageError`, `TextIndexError`; then nothing of it is open. */
export function openReplica(ports: EnginePorts, changes: Changes): Promise<Opened<OpenReplica>> {
  return parts.open({ ports, changes }, ports.logger);
}
