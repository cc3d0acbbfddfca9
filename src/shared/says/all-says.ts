import type { AssemblySays } from './assembly.ts';
import type { AssetsSays } from './assets.ts';
import type { BaseSays } from './base.ts';
import type { CallsSays } from './calls.ts';
import type { CompareSays } from './compare.ts';
import type { EventsSays } from './events.ts';
import type { FindingSays } from './finding.ts';
import type { GateSays } from './gate.ts';
import type { HistorySays } from './history.ts';
import type { HubSays } from './hub.ts';
import type { InsightsSays } from './insights.ts';
import type { KitsSays } from './kits.ts';
import type { LeavingSays } from './leaving.ts';
import type { LiveSays } from './live.ts';
import type { MaintenanceSays } from './maintenance.ts';
import type { MetadataSays } from './metadata.ts';
import type { NearSays } from './near.ts';
import type { OfflineSays } from './offline.ts';
import type { OpeningSays } from './opening.ts';
import type { PeopleSays } from './people.ts';
import type { BucketSays, FolderSays } from './place.ts';
import type { PresentingSays } from './presenting.ts';
import type { ProposalsSays } from './proposals.ts';
import type { PublishSays } from './publish.ts';
import type { RatingsSays } from './ratings.ts';
import type { RequestsSays } from './requests.ts';
import type { ReviewsSays } from './reviews.ts';
import type { SampleSays } from './sample.ts';
import type { SearchSays } from './search.ts';
import type { SearchQualitySays } from './search-quality.ts';
import type { SendsSays } from './sends.ts';
import type { SessionSays } from './session.ts';
import type { ShellSays } from './shell.ts';
import type { SuggestionSays } from './suggestions.ts';
import type { SyncSays } from './sync.ts';
import type { TaxonomySays } from './taxonomy.ts';
import type { UndoSays } from './undo.ts';
import type { VariantsSays } from './variants.ts';
import type { ViewsSays } from './views.ts';
import type { WatchesSays } from './watches.ts';

/** All codes with what their values are, area by area. */
export type AllSays = AssemblySays &
  AssetsSays &
  BaseSays &
  BucketSays &
  CallsSays &
  CompareSays &
  EventsSays &
  FindingSays &
  FolderSays &
  GateSays &
  HistorySays &
  HubSays &
  InsightsSays &
  KitsSays &
  LeavingSays &
  LiveSays &
  MaintenanceSays &
  MetadataSays &
  NearSays &
  OfflineSays &
  OpeningSays &
  PeopleSays &
  PresentingSays &
  ProposalsSays &
  PublishSays &
  RatingsSays &
  RequestsSays &
  ReviewsSays &
  SampleSays &
  SearchQualitySays &
  SearchSays &
  SendsSays &
  SessionSays &
  ShellSays &
  SuggestionSays &
  SyncSays &
  TaxonomySays &
  UndoSays &
  VariantsSays &
  ViewsSays &
  WatchesSays;
