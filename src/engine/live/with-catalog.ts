import type { BasePorts } from '../base/base-ports.ts';
import type { Changes } from './changes.ts';
import type { HubCalendar } from './hub-calendar.ts';
import type { JournalPlace, JournalPlaces } from './journal-place.ts';
import type { LiveCatalog } from './live-catalog.ts';
import type { Undos } from './undos.ts';

/** What every use case works with: the outside, what is folded, and what tells of changes. */
export type WithCatalog = {
  readonly ports: BasePorts;
  readonly catalog: LiveCatalog;
  /** Which day it is in the hub. */
  readonly calendar: HubCalendar;
  readonly changes: Changes;
  readonly places: JournalPlaces;
  /** What of the hub is known by now: what is folded here, with what the hub had when the person came in. */
  readonly soFar: () => JournalPlace;
  readonly undos: Undos;
};
