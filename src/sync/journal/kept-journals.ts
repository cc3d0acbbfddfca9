import { STREAMS, type Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Crypto, Signer } from '../identity/crypto.ts';
import { type DeviceCard, readCard } from '../identity/device-card.ts';
import type { HubDocument } from '../identity/hub-document.ts';
import { LIMITS } from '../limits.ts';
import type { Author } from './author.ts';
import { type ChainHead, emptyChain } from './journal-chain.ts';
import type { JournalFiles } from './journal-files.ts';
import { linesAfter, type NumberedLine } from './journal-lines.ts';
import type { Journals, ReceivedRun } from './journals.ts';
import { type JournalState, MARK_EVERY, surveyJournal } from './open-journal.ts';
import { checkSeal, type Seal, sealName } from './seal.ts';

/** Where a stream stands in a position. */
export function positionKey(device: DeviceId, stream: Stream): string {
  return `${device}/${stream}`;
}

/** The journals of a replica in memory's view: where each ends and how to find its lines again. */
export class KeptJournals implements Journals {
  readonly device: DeviceId;
  readonly signer: Signer;
  readonly #files: JournalFiles;
  readonly #crypto: Crypto;
  readonly #author: Author;
  readonly #states: Map<string, JournalState>;
  /** Streams whose journal may be longer than what counts, because receiving was refused half-way. */
  readonly #unsealed = new Set<string>();

  constructor(
    at: { readonly device: DeviceId; readonly signer: Signer },
    files: JournalFiles,
    crypto: Crypto,
    author: Author,
    states: Map<string, JournalState>,
  ) {
    this.device = at.device;
    this.signer = at.signer;
    this.#files = files;
    this.#crypto = crypto;
    this.#author = author;
    this.#states = states;
  }

  /** Every stream that is here, as it was surveyed or received. */
  states(): Iterable<JournalState> {
    return this.#states.values();
  }

  devices(): readonly DeviceId[] {
    return [...new Set([this.device, ...[...this.#states.values()].map(({ device }) => device)])];
  }

  async card(device: DeviceId): Promise<DeviceCard | undefined> {
    const card = readCard(await this.#files.readDocument(device, 'card'), this.#crypto);
    return card?.device === device ? card : undefined;
  }

  head(device: DeviceId, stream: Stream): ChainHead {
    if (device === this.device) return this.#author.head(stream);
    return this.#states.get(positionKey(device, stream))?.head ?? emptyChain(device, stream, this.#crypto);
  }

  async *lines(device: DeviceId, stream: Stream, afterSeq: number): AsyncIterable<NumberedLine> {
    const last = this.head(device, stream).seq;
    if (afterSeq >= last) return;
    const marks = this.#states.get(positionKey(device, stream))?.marks ?? [];
    for await (const line of linesAfter(this.#files, { device, stream, marks }, afterSeq)) {
      if (line.seq > last) return;
      yield line;
    }
  }

  async digestAt(device: DeviceId, stream: Stream, seq: number): Promise<string | undefined> {
    const head = this.head(device, stream);
    if (seq === head.seq) return head.digest;
    if (seq === 0) return emptyChain(device, stream, this.#crypto).digest;
    for await (const line of this.lines(device, stream, seq - 1)) return this.#crypto.sha256(line.text);
    return undefined;
  }

  async seals(device: DeviceId): Promise<Readonly<Partial<Record<Stream, Seal>>>> {
    if (device === this.device) await this.#author.seal();
    const card = await this.card(device);
    const seals: Partial<Record<Stream, Seal>> = {};
    for (const stream of card === undefined ? [] : STREAMS) {
      const value = await this.#files.readDocument(device, sealName(stream));
      const check = checkSeal(value, device, stream, card?.publicKey ?? '', this.#crypto);
      // Checked field by field just now.
      if (check.outcome === 'signed') seals[stream] = value as Seal;
    }
    return seals;
  }

  async meet(card: DeviceCard): Promise<void> {
    if (card.device === this.device) throw new TypeError('A device does not meet itself.');
    await this.#files.writeDocument(card.device, 'card', card);
    for (const stream of STREAMS) {
      const key = positionKey(card.device, stream);
      if (this.#states.has(key)) continue;
      // Where the card was lost, the journal may be there: nothing of it was checked, and all of it comes again.
      const { problem: _problem, cut, ...sound } = await this.#survey(card.device, stream, 0);
      if (cut) await this.#files.cut(card.device, stream, sound.soundBytes, cut.keep);
      this.#states.set(key, sound);
    }
  }

  /** The lines first, their seal after them: lines without their seal do not count after a crash, and are received again. */
  async receive({ device, stream, lines, head, seal }: ReceivedRun): Promise<void> {
    const key = positionKey(device, stream);
    const state = this.#states.get(key);
    if (device === this.device || state === undefined)
      throw new TypeError('Events are received of devices that were met.');
    if (state.head.seq + lines.length !== head.seq)
      throw new TypeError('What is received continues what is here.');
    if (this.#unsealed.has(key)) await this.#files.cut(device, stream, state.soundBytes, false);
    // Until the seal is there too: a disk that takes the one and refuses the other leaves lines that don't count.
    this.#unsealed.add(key);
    const { start, end } = await this.#files.append(device, stream, lines);
    if (start !== state.soundBytes) throw new TypeError('A journal ends where its last sound event does.');
    await this.#files.writeDocument(device, sealName(stream), seal);
    this.#unsealed.delete(key);
    const marks = [...state.marks, ...this.#newMarks(state, lines)];
    const lastStart = end - this.#crypto.utf8(lines.at(-1) ?? '').length - 1;
    this.#states.set(key, { device, stream, head, soundBytes: end, lastStart, marks });
    this.#author.observe(head.hlc);
    await this.#files.release(device);
  }

  async retract(device: DeviceId, stream: Stream, seq: number): Promise<void> {
    if (device === this.device) throw new TypeError('A device does not take back its own events.');
    const kept = await this.#survey(device, stream, seq);
    await this.#files.cut(device, stream, kept.soundBytes, await this.#mayKeepMore(device, stream));
    const { problem: _problem, cut: _cut, ...sound } = kept;
    this.#states.set(positionKey(device, stream), sound);
  }

  /** Whether what is taken back of a stream is still kept: who tells one history after another must not fill everybody's disk. */
  async #mayKeepMore(device: DeviceId, stream: Stream): Promise<boolean> {
    const kept = await this.#files.kept();
    const ofThis = kept.filter((one) => one.device === device && one.stream === stream);
    return ofThis.reduce((sum, { bytes }) => sum + bytes, 0) < LIMITS.setAside;
  }

  keptHead(device: DeviceId): Promise<unknown> {
    return this.#files.readDocument(device, 'head');
  }

  keptHub(founder: DeviceId): Promise<unknown> {
    return this.#files.readDocument(founder, 'hub');
  }

  keepHub(founder: DeviceId, document: HubDocument): Promise<void> {
    return this.#files.writeDocument(founder, 'hub', document);
  }

  #survey(device: DeviceId, stream: Stream, upTo: number) {
    return surveyJournal(this.#files, device, stream, this.#crypto, upTo);
  }

  /** Where every `MARK_EVERY`th of the new lines begins. */
  #newMarks(state: JournalState, lines: readonly string[]): number[] {
    const marks: number[] = [];
    let byte = state.soundBytes;
    for (const [index, line] of lines.entries()) {
      if ((state.head.seq + index) % MARK_EVERY === 0) marks.push(byte);
      byte += this.#crypto.utf8(line).length + 1;
    }
    return marks;
  }
}
