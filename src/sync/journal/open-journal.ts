import type { Stream } from '../../shared/vocabulary/device.ts';
import type { DeviceId } from '../../shared/vocabulary/ids.ts';
import type { Crypto } from '../identity/crypto.ts';
import { type ChainHead, checkLine, emptyChain, parseEvent } from './journal-chain.ts';
import type { JournalFiles, JournalLine } from './journal-files.ts';
import type { JournalProblem } from './replica.ts';
import { checkSeal, sealName } from './seal.ts';

/** A sound part of a journal: its last event, its bytes, and where the last event starts. */
type Sound = { readonly head: ChainHead; readonly bytes: number; readonly lastStart?: number };

/** How much of a journal is sound, and where to find its events again. */
export type JournalState = {
  readonly device: DeviceId;
  readonly stream: Stream;
  readonly head: ChainHead;
  /** Bytes of the sound part. */
  readonly soundBytes: number;
  /** Where the last sound event starts; absent where that is not known. */
  readonly lastStart?: number;
  /** Byte offset of every `MARK_EVERY`th event: `marks[i]` is where event `i * MARK_EVERY + 1` starts. */
  readonly marks: readonly number[];
  readonly problem?: JournalProblem;
  /** What has to be cut off before the journal may be written again. */
  readonly cut?: { readonly keep: boolean };
  /** What is sound before a write of which only the beginning is here; absent where the last write is whole. */
  readonly wholeTo?: Sound;
};

/** How many events lie between two remembered places of a journal. */
export const MARK_EVERY = 256;

/**
 * Reads a journal from the start and follows its chain as far as it is sound, at most to the event `upTo`. A last line without its line
 * break, or of NUL bytes that a power cut left, is a torn tail: it was never acknowledged. Anything else that does not follow breaks the chain.
 */
export async function surveyJournal(
  files: JournalFiles,
  device: DeviceId,
  stream: Stream,
  crypto: Crypto,
  upTo = Number.POSITIVE_INFINITY,
  behind: 'bad-seal' | 'unsealed' = 'bad-seal',
): Promise<JournalState> {
  const survey = new Survey(device, stream, crypto, upTo, behind);
  for await (const batch of files.read(device, stream)) for (const line of batch) survey.take(line);
  return survey.state();
}

/** Follows a journal from where it was found sound before. */
export async function continueSurvey(
  files: JournalFiles,
  from: JournalState,
  crypto: Crypto,
): Promise<JournalState> {
  const { device, stream } = from;
  const survey = new Survey(device, stream, crypto, Number.POSITIVE_INFINITY, 'bad-seal', from);
  for await (const batch of files.read(device, stream, from.soundBytes))
    for (const line of batch) survey.take(line);
  return survey.state();
}

class Survey {
  readonly #device: DeviceId;
  readonly #stream: Stream;
  readonly #crypto: Crypto;
  readonly #upTo: number;
  /** What events are called that follow, but behind `upTo`. */
  readonly #behind: 'bad-seal' | 'unsealed';
  readonly #marks: number[];
  #sound: Sound;
  /** What was sound before the last event. */
  #before: Sound;
  /** A write that has begun and not ended: what was sound before it, and how many of its events are to come. */
  #begun: { readonly before: Sound; readonly left: number } | undefined;
  #bad: { code: JournalProblem['code']; lines: number } | undefined;

  constructor(
    device: DeviceId,
    stream: Stream,
    crypto: Crypto,
    upTo: number,
    behind: 'bad-seal' | 'unsealed',
    from?: JournalState,
  ) {
    this.#device = device;
    this.#stream = stream;
    this.#crypto = crypto;
    this.#upTo = upTo;
    this.#behind = behind;
    this.#marks = [...(from?.marks ?? [])];
    this.#sound = from === undefined ? { head: emptyChain(device, stream, crypto), bytes: 0 } : soundOf(from);
    this.#before = this.#sound;
  }

  take(line: JournalLine): void {
    if (this.#bad) {
      this.#bad.lines += 1;
      if (this.#bad.code === 'torn-tail' && !isTorn(line)) this.#bad.code = 'broken-chain';
      return;
    }
    const { head } = this.#sound;
    if (line.tooLong === true) {
      // Behind what its device has signed it is nobody's, and not worth the room.
      const code = head.seq >= this.#upTo ? this.#behind : 'long-line';
      this.#bad = { code: line.complete ? code : 'torn-tail', lines: 1 };
      return;
    }
    const check = line.complete ? checkLine(line.text, head, this.#device, this.#crypto) : undefined;
    const follows = check?.outcome === 'follows';
    if (head.seq >= this.#upTo && line.complete && !isNul(line.text))
      this.#bad = { code: follows ? this.#behind : 'bad-seal', lines: 1 };
    else if (check?.outcome === 'follows' && head.seq < this.#upTo)
      this.#accept(line, check.head, check.event.left);
    else if (!line.complete || isNul(line.text)) this.#bad = { code: 'torn-tail', lines: 1 };
    else this.#break(line, check?.outcome === 'unreadable' ? 'unreadable-line' : 'broken-chain');
  }

  state(): JournalState {
    const { head, bytes, lastStart } = this.#sound;
    const at = { device: this.#device, stream: this.#stream };
    return {
      ...at,
      head,
      soundBytes: bytes,
      ...(lastStart !== undefined && { lastStart }),
      marks: this.#marks,
      ...(this.#begun && { wholeTo: this.#begun.before }),
      ...(this.#bad && {
        problem: { ...at, code: this.#bad.code, seq: head.seq + 1, count: this.#bad.lines },
        cut: { keep: this.#bad.code !== 'torn-tail' && this.#bad.code !== 'unsealed' },
      }),
    };
  }

  #accept(line: JournalLine, head: ChainHead, left: number | undefined): void {
    if (this.#sound.head.seq % MARK_EVERY === 0) this.#marks.push(line.start);
    this.#before = this.#sound;
    this.#begun = this.#begunWith(left);
    this.#sound = { head, bytes: line.end, lastStart: line.start };
  }

  /** Anything but a count that goes on where the last one was begins another write. */
  #begunWith(left: unknown): { readonly before: Sound; readonly left: number } | undefined {
    if (typeof left !== 'number' || !Number.isSafeInteger(left) || left < 1) return undefined;
    const before = this.#begun?.left === left + 1 ? this.#begun.before : this.#sound;
    return { before, left };
  }

  /**
   * An event whose place is right, but which names another digest for the one before it, says that the one before it was altered: an
   * alteration of its own would show in its successor. So both are set aside.
   */
  #break(line: JournalLine, code: 'broken-chain' | 'unreadable-line'): void {
    const { head } = this.#sound;
    const event = parseEvent(line.text);
    const inPlace = event?.device === this.#device && event.seq === head.seq + 1;
    this.#bad = { code, lines: 1 };
    if (!inPlace || head.seq === 0) return;
    this.#bad.lines += 1;
    this.#sound = this.#before;
    this.#begun = undefined;
    if (this.#sound.head.seq % MARK_EVERY === 0) this.#marks.pop();
  }
}

function soundOf({ head, soundBytes, lastStart }: JournalState): Sound {
  return { head, bytes: soundBytes, ...(lastStart !== undefined && { lastStart }) };
}

/**
 * An own journal without the beginning of a write that was cut off: all of a write counts, or nothing. What was signed stays, as others may have
 * it; so does what is before an altered event, of which no write was cut off.
 */
function withoutHalfWrite({ wholeTo, ...state }: JournalState, signed: number): JournalState {
  const torn = state.problem === undefined || state.problem.code === 'torn-tail';
  if (wholeTo === undefined || !torn || wholeTo.head.seq < signed) return state;
  const { device, stream, head, marks } = state;
  const { lastStart, bytes } = wholeTo;
  const lines = head.seq - wholeTo.head.seq + (state.problem?.count ?? 0);
  return {
    ...{ device, stream, head: wholeTo.head, soundBytes: bytes },
    ...(lastStart !== undefined && { lastStart }),
    marks: marks.slice(0, Math.ceil(wholeTo.head.seq / MARK_EVERY)),
    problem: { code: 'torn-tail', device, stream, seq: wholeTo.head.seq + 1, count: lines },
    cut: { keep: false },
  };
}

/**
 * Surveys a stream and compares it with its seal. Where the sealed event is another one than its device signed, it and what follows are not
 * sound; of another device's journal, nothing behind the seal is. A journal that ends before its seal, and a seal that the device never wrote,
 * are told. `from`: where an own journal was found sound before; only what follows is read.
 */
export async function surveySealed(
  files: JournalFiles,
  device: DeviceId,
  stream: Stream,
  publicKey: string,
  crypto: Crypto,
  own: boolean,
  from?: JournalState,
): Promise<{ readonly state: JournalState; readonly problems: readonly JournalProblem[] }> {
  const seal = checkSeal(
    await files.readDocument(device, sealName(stream)),
    device,
    stream,
    publicKey,
    crypto,
  );
  // Only this device writes events before it signs them; what stands unsigned in another's journal, anybody may have chained there.
  const signed = seal.outcome === 'signed' ? seal.seq : 0;
  const found =
    from === undefined
      ? await surveyJournal(files, device, stream, crypto, own ? undefined : signed, 'unsealed')
      : await continueSurvey(files, from, crypto);
  const state = own ? withoutHalfWrite(found, signed) : found;
  const told = state.problem ? [state.problem] : [];
  if (seal.outcome === 'absent') return { state, problems: told };
  if (seal.outcome === 'forged')
    return { state, problems: [...told, { code: 'bad-seal', device, stream, seq: 0, count: 0 }] };
  if (seal.seq > state.head.seq) {
    const count = seal.seq - state.head.seq;
    return {
      state,
      problems: [...told, { code: 'shortened', device, stream, seq: state.head.seq + 1, count }],
    };
  }
  if ((await digestAt(files, state, seal.seq, crypto)) === seal.digest) return { state, problems: told };
  const cut = await surveyJournal(files, device, stream, crypto, seal.seq - 1);
  return { state: cut, problems: cut.problem ? [cut.problem] : [] };
}

async function digestAt(
  files: JournalFiles,
  state: JournalState,
  seq: number,
  crypto: Crypto,
): Promise<string> {
  if (seq === state.head.seq) return state.head.digest;
  let current = Math.floor((seq - 1) / MARK_EVERY) * MARK_EVERY;
  for await (const batch of files.read(state.device, state.stream, state.marks[current / MARK_EVERY] ?? 0)) {
    for (const line of batch) {
      current += 1;
      if (current === seq) return crypto.sha256(line.text);
    }
  }
  return '';
}

function isTorn({ text, tooLong }: JournalLine): boolean {
  return tooLong !== true && isNul(text);
}

function isNul(text: string): boolean {
  return /^\0*$/.test(text);
}
