import type { RefusedDevice, RefusedEntry } from '../../contract/people.ts';
import { allDeferred, allRefused } from '../../domain/fold/refused-selectors.ts';
import type { DeferredEvent, RefusedEvent } from '../../domain/kernel/fold-event.ts';
import { knownDevice } from '../../domain/people/people-selectors.ts';
import { says } from '../../shared/says/says.ts';
import type { JournalProblem } from '../../sync/journal/replica.ts';
import { journalProblem } from '../base/what-is-wrong.ts';
import { timeOfHlc } from '../live/event-time.ts';
import type { LiveCatalog } from '../live/live-catalog.ts';
import { refusedWhat, refusedWhy, waits } from './why-refused.ts';
import type { WithPeople } from './with-people.ts';

/** Which part of what changes nothing is asked for. */
export type RefusedInput = {
  readonly device?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** An entry that changes nothing, before it is put into words: only a page of them is. */
type Found = {
  readonly device: string;
  readonly hlc: string;
  readonly seq: number;
  readonly state: RefusedEntry['state'];
  readonly event: RefusedEvent | DeferredEvent | JournalProblem;
};

/** Everything that changes nothing, by device and as a page of entries, newest first. */
export function listRefused(
  replica: WithPeople,
  { device, offset, limit }: RefusedInput,
): { total: number; devices: RefusedDevice[]; entries: RefusedEntry[] } {
  const { catalog } = replica;
  const all = foundIn(catalog);
  const devices = new Map<string, RefusedDevice>();
  for (const found of all) {
    const known = devices.get(found.device) ?? newDevice(catalog, found);
    known.counts[COUNTED_AS[found.state]] += 1;
    devices.set(found.device, known);
  }
  const chosen = device === undefined ? all : all.filter((found) => found.device === device);
  chosen.sort((a, b) => (a.hlc === b.hlc ? b.seq - a.seq : a.hlc < b.hlc ? 1 : -1));
  return {
    total: chosen.length,
    devices: [...devices.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
    entries: chosen.slice(offset, offset + limit).map((found) => entryView(catalog, found)),
  };
}

const COUNTED_AS = {
  refused: 'refused',
  waiting: 'waiting',
  deferred: 'deferred',
  'set-aside': 'setAside',
} as const satisfies Record<RefusedEntry['state'], keyof RefusedDevice['counts']>;

function foundIn(catalog: LiveCatalog): Found[] {
  const found: Found[] = allRefused(catalog).map((event) => ({
    device: event.device,
    hlc: event.hlc,
    seq: event.seq,
    state: waits(event.why) ? 'waiting' : 'refused',
    event,
  }));
  for (const event of allDeferred(catalog)) {
    found.push({ device: event.device, hlc: event.hlc, seq: event.seq, state: 'deferred', event });
  }
  for (const event of catalog.replica.problems()) {
    found.push({ device: event.device, hlc: '', seq: event.seq, state: 'set-aside', event });
  }
  return found;
}

/** Those that nobody knows stand by their ids. */
function nameOf({ deviceName, device }: RefusedDevice): string {
  return deviceName ?? device;
}

function newDevice(catalog: LiveCatalog, found: Found): RefusedDevice {
  return {
    device: found.device,
    ...namesOf(catalog, found),
    counts: { refused: 0, waiting: 0, deferred: 0, setAside: 0 },
  };
}

/** Whose device it is counts, not what an event says; of a device that nobody knows, what it says. */
function namesOf(catalog: LiveCatalog, found: Found): { deviceName?: string; member?: string } {
  const known = knownDevice(catalog, found.device);
  const said = 'member' in found.event ? found.event.member : undefined;
  const member = known?.member ?? said;
  return {
    ...(known !== undefined && { deviceName: known.name }),
    ...(member !== undefined && { member: catalog.member(member).name }),
  };
}

function entryView(catalog: LiveCatalog, found: Found): RefusedEntry {
  const { device, hlc, seq, state, event } = found;
  const base = {
    state,
    device,
    ...namesOf(catalog, found),
    ...(hlc !== '' && { at: timeOfHlc(hlc) }),
    position: seq,
  };
  if ('code' in event) return { ...base, what: says('wanted.entries'), why: journalProblem(event) };
  const what = refusedWhat(event.kind, catalog.model);
  const why = 'why' in event ? refusedWhy(event.why) : says('refused.deferred');
  return { ...base, what, why };
}
