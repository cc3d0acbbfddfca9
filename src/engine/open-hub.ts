import type { PageTexts } from './assets/page-texts.ts';
import type { Summaries } from './assets/summaries.ts';
import type { EnginePorts } from './engine-ports.ts';
import type { Finding } from './finding/finding.ts';
import type { Gate } from './gate/gate.ts';
import type { HubLink } from './hub/hub-link.ts';
import type { Changes } from './live/changes.ts';
import type { JournalPlace, JournalPlaces } from './live/journal-place.ts';
import type { LiveCatalog } from './live/live-catalog.ts';
import type { Arrivals } from './news/arrivals.ts';
import type { Offline } from './offline/offline.ts';
import type { Newcomers } from './people/newcomers.ts';
import type { SecondReading } from './publish/second-reading.ts';
import type { Staging } from './publish/staging.ts';
import type { RequestNewsDesk } from './requests/request-news.ts';
import type { Search } from './search/search.ts';
import type { SeenState } from './session/seen-state.ts';
import type { Undos } from './undo/undos.ts';

/** A replica that is open: what every use case works with. */
export type OpenHub = {
  readonly ports: EnginePorts;
  readonly catalog: LiveCatalog;
  readonly summaries: Summaries;
  readonly search: Search;
  readonly staging: Staging;
  readonly secondReading: SecondReading;
  readonly texts: PageTexts;
  readonly seen: SeenState;
  readonly newcomers: Newcomers;
  readonly places: JournalPlaces;
  readonly arrivals: Arrivals;
  /** What of the hub is known by now: what is folded here, with what the hub had when the person came in. */
  readonly soFar: () => JournalPlace;
  readonly requestNews: RequestNewsDesk;
  readonly finding: Finding;
  readonly gate: Gate;
  readonly offline: Offline;
  readonly changes: Changes;
  readonly undos: Undos;
  readonly link: HubLink;
};
