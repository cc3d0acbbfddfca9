import { nameOfError } from '../../shared/defect.ts';
import { StorageError } from '../../shared/errors.ts';
import { inParallel } from '../../shared/in-parallel.ts';
import { type Cancellation, Cancelled, throwIfAborted } from '../../shared/ports/cancellation.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import { DEVICES_PREFIX, deviceOfFolder } from '../hub/hub-layout.ts';
import type { HubNews, Whom } from '../hub/hub-news.ts';
import { StoreError } from '../hub/object-store.ts';
import { LIMITS } from '../limits.ts';
import { ByteBudget } from './byte-budget.ts';
import type { DeviceStanding, Trouble } from './device-standing.ts';
import type { ExchangeProgress } from './exchange-report.ts';
import { giveNamed } from './named-history.ts';
import { NOTHING_NAMED, type Proven, provenOf } from './named-positions.ts';
import { type DeviceMemory, newMemory, type PullParts, pullDevice } from './pull-device.ts';
import { readAhead } from './read-ahead.ts';
import type { SynchronizerParts } from './synchronizer.ts';
import { takeBackReplaced } from './take-back.ts';
import { isResting, restAfter } from './vain-reading.ts';
import { isPassing, passOver } from './whom-to-ask.ts';

/** Devices that are read at once. */
const AT_ONCE = 16;

/** How often histories are taken back in one exchange; what is left is in the next. */
const MOST_ROUNDS = 10;

/** For so long it is believed that the hub still has a named history. Milliseconds. */
const GIVEN_MS = 20 * 60 * 60 * 1000;

/** Whose heads are asked for: everybody's, or those of whom there are news. */
export type Asked = 'everybody' | Whom;

/** How many events were received; counted as they come. */
type Pulled = { pulled: number };

type Options = {
  readonly signal?: Cancellation;
  readonly onProgress?: (progress: ExchangeProgress) => void;
};

/** Reads what the other devices of a hub wrote, and remembers of each how it stands. */
export class Others {
  readonly #parts: SynchronizerParts;
  readonly #news: HubNews | undefined;
  readonly #memory = new Map<DeviceId, DeviceMemory>();
  readonly #budget = new ByteBudget(LIMITS.inFlight);
  /** Bytes of each device that were read and refused at its last reading. */
  readonly #vain = new Map<DeviceId, number>();
  /** Named events that were found here. */
  readonly #agreed = new Set<string>();
  /** When this device has last made sure of a named history in the hub; milliseconds since 1970. */
  readonly #given = new Map<string, number>();
  #foreign: readonly string[] = [];

  /** `news`: where the store is metered. */
  constructor(parts: SynchronizerParts, news: HubNews | undefined) {
    this.#parts = parts;
    this.#news = news;
  }

  /** Names in the folder of devices that are none of ours. */
  get foreign(): readonly string[] {
    return this.#foreign;
  }

  standings(): readonly DeviceStanding[] {
    return [...this.#memory.values()].map(({ standing }) => standing);
  }

  /** The heads of which everything was read, as their bytes are in the hub. */
  settledHeads(): ReadonlyMap<DeviceId, Uint8Array> {
    return new Map(
      [...this.#memory].flatMap(([device, { settled }]) =>
        settled instanceof Uint8Array ? [[device, settled] as const] : [],
      ),
    );
  }

  /** Reads what those wrote who are asked, and has it folded. */
  async pull(tally: Pulled, { signal, onProgress }: Options, whom: Asked): Promise<void> {
    const { store, replica, crypto } = this.#parts;
    const { journals } = replica;
    const others = await this.#asked(whom, signal);
    const wanted = this.#parts.streams();
    let done = 0;
    let bytes = 0;
    let retracted = false;
    const named = this.#parts.named ?? (() => NOTHING_NAMED);
    const report = () => onProgress?.({ phase: 'receiving', devices: done, of: others.size, bytes });
    const ahead = await this.#readAhead([...others], whom, signal);
    const parts: PullParts = {
      store,
      ...(ahead !== undefined && { ahead }),
      journals,
      crypto,
      ...(signal !== undefined && { signal }),
      streams: wanted,
      get named() {
        return named();
      },
      agreed: this.#agreed,
      now: () => this.#parts.clock.now(),
      budget: this.#budget,
      onVain: (device, count) => this.#vain.set(device, (this.#vain.get(device) ?? 0) + count),
      beforeRetract: () => {
        retracted = true;
        return this.#parts.beforeRetract();
      },
      // Counted as they come: what was received before a reading broke off has to be folded as well.
      onReceived: (events, count) => {
        tally.pulled += events;
        bytes += count;
        report();
      },
    };
    try {
      await inParallel(others, AT_ONCE, async (device) => {
        throwIfAborted(signal);
        await this.#pullOne(parts, device);
        done += 1;
        // A poll that finds nothing is no progress: telling of it 500 times would cost more than the poll.
        if (tally.pulled > 0) report();
      });
    } finally {
      if (tally.pulled > 0 || retracted) await this.#parts.onReceived(retracted);
    }
    await this.#takeBack(parts, tally);
    await this.#giveBack(parts);
    if (whom === 'everybody') return;
    const hasTrouble = (device: DeviceId) => {
      const { standing, lacksNamed } = this.#memory.get(device) ?? {};
      return lacksNamed === true || isPassing(standing?.trouble);
    };
    await this.#news?.settle(whom, wanted, hasTrouble, this.#memory.keys());
  }

  /** Whose heads are read. */
  async #asked(whom: Asked, signal: Cancellation | undefined): Promise<Set<DeviceId>> {
    const { store, replica, hub } = this.#parts;
    const { journals } = replica;
    if (whom !== 'everybody' && !whom.all) return without(whom.devices, journals.device);
    const listing = await store.list(DEVICES_PREFIX, { signal });
    this.#foreign = listing.foreign;
    const listed = listing.folders.flatMap((folder) => deviceOfFolder(folder) ?? []);
    // Who is known is asked after, whether the listing shows it or not: the founder's device before anything of it has arrived, too.
    const others = without([...listed, ...journals.devices(), hub.founder], journals.device);
    if (whom !== 'everybody') await passOver(whom, others, this.#memory, journals, this.#parts.streams());
    return others;
  }

  /** What was folded may name another history than one that was taken in with it: then that is taken back, and the named one taken in. */
  async #takeBack(parts: PullParts, tally: Pulled): Promise<void> {
    const { replica, logger, onReceived } = this.#parts;
    // Taking one back may let others count that name others.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { named, beforeRetract } = parts;
      const { journals } = replica;
      const { agreed, now } = parts;
      const back = { journals, named, memory: this.#memory, agreed, now: now(), beforeRetract };
      const devices = await takeBackReplaced(back);
      if (devices.length === 0) return;
      logger.warn('histories-taken-back', { devices: devices.length });
      await onReceived(true);
      const before = tally.pulled;
      for (const device of devices) await this.#pullOne(parts, device);
      if (tally.pulled > before) await onReceived(false);
    }
  }

  /** Brings named histories that are here and to which the hub does not lead, so that newcomers find them. */
  async #giveBack({ named, journals, now, ...parts }: PullParts): Promise<void> {
    for (const positions of named.values()) {
      const position = provenOf(positions).at(-1);
      if (position === undefined || position.device === journals.device) continue;
      const { device, stream, seq, digest } = position;
      const standing = this.#memory.get(device)?.standing;
      if (standing === undefined || !leadsElsewhere(standing, position)) continue;
      const key = `${device}/${stream}/${seq}/${digest}`;
      const card = await journals.card(device);
      if (card === undefined || Math.abs(now() - (this.#given.get(key) ?? -Infinity)) < GIVEN_MS) continue;
      if (await giveNamed({ ...parts, journals }, card, position))
        this.#parts.logger.warn('named-history-given', { device });
      this.#given.set(key, now());
    }
  }

  #readAhead(others: readonly DeviceId[], whom: Asked, signal: Cancellation | undefined) {
    const { store, crypto, logger, bundling, replica } = this.#parts;
    if (bundling === undefined) return undefined;
    const known = new Set(replica.journals.devices());
    const unknown = others.filter((device) => !known.has(device));
    const { compression } = bundling;
    return readAhead(
      { store, crypto, compression, logger, ...(signal !== undefined && { signal }) },
      unknown,
      whom === 'everybody' ? undefined : whom,
    );
  }

  /** One device's trouble holds up nobody else, whatever it is. */
  async #pullOne(parts: PullParts, device: DeviceId): Promise<void> {
    const memory = this.#memory.get(device) ?? newMemory(device);
    this.#memory.set(device, memory);
    const { clock } = this.#parts;
    if (isResting(memory.rest, clock.now())) return;
    this.#vain.delete(device);
    try {
      await pullDevice(parts, device, memory);
    } catch (error) {
      memory.standing = { ...memory.standing, trouble: this.#troubleOf(device, error) };
      // Else an unchanged head would be passed over and its trouble told for ever.
      delete memory.settled;
    }
    const rest = restAfter(this.#vain.get(device) ?? 0, memory.rest, clock.now());
    if (rest === undefined) delete memory.rest;
    else memory.rest = rest;
  }

  /** What an error says of the device that was read. Throws on what is not about it: the hub is away, this disk refuses, somebody stopped. */
  #troubleOf(device: DeviceId, error: unknown): Trouble {
    if (error instanceof StoreError && error.failure !== 'unreachable') return error.failure;
    if (error instanceof StoreError || error instanceof StorageError || error instanceof Cancelled)
      throw error;
    const name = nameOfError(error);
    this.#parts.logger.error('device-not-read', { device, error: name });
    return 'unreadable';
  }
}

/** Whether the hub does not lead to a named event, as far as its device's objects were read. What has not arrived may be on its way. */
function leadsElsewhere({ trouble, streams }: DeviceStanding, { stream, seq }: Proven): boolean {
  if (trouble === undefined || trouble === 'not-arrived') return false;
  return trouble !== 'rolled-back' || (streams[stream]?.there ?? 0) < seq;
}

function without(devices: Iterable<DeviceId>, own: DeviceId): Set<DeviceId> {
  const others = new Set(devices);
  others.delete(own);
  return others;
}
