import { z } from 'zod';
import { StorageError } from '../../shared/errors.ts';
import { inParallel } from '../../shared/in-parallel.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import { type DeviceId, SHA256_PATTERN } from '../../shared/vocabulary/ids.ts';
import { formatHlc, parseHlc } from '../clock/hlc.ts';
import type { Crypto } from '../identity/crypto.ts';
import type { JournalCheckpoints } from './journal-checkpoints.ts';
import type { JournalFiles } from './journal-files.ts';
import { continueSurvey, type JournalState } from './open-journal.ts';

/** Files that are looked at together. */
const AT_ONCE = 16;
/** The stamp of a journal that has no file yet. */
const NO_FILE = '';

/** 2: no line is longer than any may be. */
const VERSION = 2;

const count = z.number().int().nonnegative();
const savedSchema = z.object({
  /** Raised when a survey finds what an earlier one passed over: then all is read once. */
  v: z.literal(VERSION),
  own: z.string(),
  /** Digest of each device's card, as it was checked. */
  cards: z.record(z.string(), z.string()),
  journals: z.record(
    z.string(),
    z.object({
      stamp: z.string(),
      seq: count,
      digest: z.string().regex(SHA256_PATTERN),
      hlc: z.string(),
      bytes: count,
      lastStart: count,
      marks: z.array(count),
    }),
  ),
});
type SavedAll = z.infer<typeof savedSchema>;
type Saved = SavedAll['journals'][string];

type CheckpointsOptions = {
  readonly port: JournalCheckpoints;
  readonly files: JournalFiles;
  readonly crypto: Crypto;
  readonly logger: Logger;
  /** The device that writes here. */
  readonly own: DeviceId;
};

/** How a journal was found by its checkpoint: as it was left, or longer, which is to be followed from there. */
type Remembered = { readonly state: JournalState; readonly grown: boolean };

/**
 * What was found of the journals when they were last followed from end to end. It counts for a journal whose file nobody has touched since
 * and whose last line still has the digest; of this device's own journal also where it has grown since. `verify` never asks here.
 */
export class Checkpoints {
  readonly #options: CheckpointsOptions;
  #saved: SavedAll;
  /** Stamps of journals that are as a state says. */
  readonly #stamps = new Map<JournalState, string>();

  readonly #rememberedDevices = new Set<DeviceId>();

  private constructor(options: CheckpointsOptions, saved: SavedAll) {
    this.#options = options;
    this.#saved = saved;
  }

  /** Loads what an earlier close left. */
  static async load(options: CheckpointsOptions): Promise<Checkpoints> {
    const parsed = savedSchema.safeParse(await options.port.load());
    const fits = parsed.success && parsed.data.own === options.own;
    return new Checkpoints(
      options,
      fits ? parsed.data : { v: VERSION, own: options.own, cards: {}, journals: {} },
    );
  }

  /** Both journals of a device; `undefined` where they have to be read. */
  async remembered(device: DeviceId): Promise<readonly Remembered[] | undefined> {
    const card = this.#saved.cards[device];
    if (card === undefined || card !== (await this.#cardOf(device))) return undefined;
    const found: Remembered[] = [];
    for (const stream of STREAMS) {
      const one = await this.#rememberedStream(device, stream);
      if (one === undefined) return undefined;
      found.push(one);
    }
    this.#rememberedDevices.add(device);
    return found;
  }

  async #cardOf(device: DeviceId): Promise<string | undefined> {
    const { files, crypto } = this.#options;
    const card = await files.readDocument(device, 'card');
    return card === undefined ? undefined : crypto.sha256(JSON.stringify(card));
  }

  async #rememberedStream(device: DeviceId, stream: Stream): Promise<Remembered | undefined> {
    const { port, own } = this.#options;
    const saved = this.#saved.journals[`${device}/${stream}`];
    const hlc = saved && parseHlc(saved.hlc);
    if (saved === undefined || hlc === undefined) return undefined;
    const now = await port.stampOf(device, stream);
    const same = (now?.stamp ?? NO_FILE) === saved.stamp;
    const grown = device === own && saved.bytes > 0 && (now?.size ?? 0) > saved.bytes;
    if (!same && !grown) return undefined;
    const { seq, digest, bytes, lastStart, marks } = saved;
    const state = { device, stream, head: { seq, digest, hlc }, soundBytes: bytes, lastStart, marks };
    if (seq > 0 && !(await this.#endsAsBefore(state))) return undefined;
    if (same) this.#stamps.set(state, saved.stamp);
    return { state, grown: !same };
  }

  async #endsAsBefore({ device, stream, head, soundBytes, lastStart }: Ended): Promise<boolean> {
    const { files, crypto } = this.#options;
    for await (const [line] of files.read(device, stream, lastStart))
      return line?.end === soundBytes && crypto.sha256(line.text) === head.digest;
    return false;
  }

  /**
   * Saves how the journals are while nobody writes to them; those of `troubled` devices are read again at every start, so that their trouble
   * is told. What the disk refuses, is no loss.
   */
  async save(states: Iterable<JournalState>, troubled: ReadonlySet<DeviceId>): Promise<void> {
    const { port, logger, own } = this.#options;
    const journals: Record<string, Saved> = {};
    const cards: Record<string, string> = {};
    try {
      await inParallel(states, AT_ONCE, async (state) => {
        const saved = troubled.has(state.device) ? undefined : await this.#saveable(state);
        if (saved === undefined) return;
        journals[`${state.device}/${state.stream}`] = saved;
        const known = this.#rememberedDevices.has(state.device) ? this.#saved.cards[state.device] : undefined;
        const card = known ?? (await this.#cardOf(state.device));
        if (card !== undefined) cards[state.device] = card;
      });
      if (isSame({ cards, journals }, this.#saved)) return;
      const saved: SavedAll = { v: VERSION, own, cards, journals };
      await port.save(saved);
      this.#saved = saved;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      logger.warn('checkpoints-not-saved', { failure: error.failure });
    }
  }

  async #saveable(state: JournalState): Promise<Saved | undefined> {
    const { files, crypto, own, port } = this.#options;
    // What this device has written since is in the file only.
    const now = state.device === own ? await continueSurvey(files, state, crypto) : state;
    if (now.problem !== undefined) return undefined;
    const { head, soundBytes, lastStart, marks } = now;
    if (head.seq > 0 && lastStart === undefined) return undefined;
    const known = now === state ? this.#stamps.get(state) : undefined;
    const stamp = known ?? (await this.#stampOf(port, now));
    if (stamp === undefined) return undefined;
    this.#stamps.set(now, stamp);
    const { seq, digest, hlc } = head;
    const rest = { bytes: soundBytes, lastStart: lastStart ?? 0, marks: [...marks] };
    return { stamp, seq, digest, hlc: formatHlc(hlc), ...rest };
  }

  async #stampOf(port: JournalCheckpoints, state: JournalState): Promise<string | undefined> {
    const file = await port.stampOf(state.device, state.stream);
    return (file?.size ?? 0) === state.soundBytes ? (file?.stamp ?? NO_FILE) : undefined;
  }
}

type Ended = JournalState & { readonly lastStart: number };

function isSame(now: Pick<SavedAll, 'cards' | 'journals'>, before: SavedAll): boolean {
  const keys = Object.keys(now.journals);
  return (
    keys.length === Object.keys(before.journals).length &&
    keys.every((key) => now.journals[key]?.stamp === before.journals[key]?.stamp) &&
    Object.entries(now.cards).every(([device, card]) => before.cards[device] === card)
  );
}
