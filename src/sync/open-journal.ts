import type { DeviceId } from '../shared/ids.ts';
import { type ChainHead, checkLine, emptyChain } from './journal-chain.ts';
import type { Stream } from './journal-event.ts';
import type { Crypto } from './ports/crypto.ts';
import type { JournalFiles } from './ports/journal-files.ts';
import type { JournalProblem } from './replica.ts';
import { checkSeal, sealName } from './seal.ts';

/** How much of a journal is sound, and where to find its events again. */
export type JournalState = {
  readonly device: DeviceId;
  readonly stream: Stream;
  readonly head: ChainHead;
  /** Bytes of the sound part. */
  readonly soundBytes: number;
  /** Byte offset of every `MARK_EVERY`th event: `marks[i]` is where event `i * MARK_EVERY + 1` starts. */
  readonly marks: readonly number[];
  readonly problem?: JournalProblem;
  /** What has to be cut off before the journal may be written again. */
  readonly cut?: { readonly keep: boolean };
};

/** How many events lie between two remembered places of a journal. */
export const MARK_EVERY = 256;

/**
 * Reads a journal from the start and follows its chain as far as it is sound. A last line without its line break, or of NUL bytes that a
 * power cut left, is a torn tail: it was never acknowledged. Anything else that does not follow breaks the chain.
 */
export async function surveyJournal(
  files: JournalFiles,
  device: DeviceId,
  stream: Stream,
  crypto: Crypto,
): Promise<JournalState> {
  let head = emptyChain(device, stream, crypto);
  let soundBytes = 0;
  const marks: number[] = [];
  let bad: { code: JournalProblem['code']; lines: number } | undefined;
  for await (const batch of files.read(device, stream)) {
    for (const line of batch) {
      if (bad) {
        bad.lines += 1;
        if (!isNul(line.text)) bad.code = bad.code === 'torn-tail' ? 'broken-chain' : bad.code;
        continue;
      }
      const check = line.complete ? checkLine(line.text, head, device, crypto) : undefined;
      if (check?.outcome === 'follows') {
        if (head.seq % MARK_EVERY === 0) marks.push(line.start);
        head = check.head;
        soundBytes = line.end;
      } else if (!line.complete || isNul(line.text)) {
        bad = { code: 'torn-tail', lines: 1 };
      } else {
        bad = { code: check?.outcome === 'unreadable' ? 'unreadable-line' : 'broken-chain', lines: 1 };
      }
    }
  }
  return {
    device,
    stream,
    head,
    soundBytes,
    marks,
    ...(bad && {
      problem: { code: bad.code, device, stream, seq: head.seq + 1, count: bad.lines },
      cut: { keep: bad.code !== 'torn-tail' },
    }),
  };
}

/** Compares a journal with its seal: signed by its device, and not longer than what is there. */
export async function surveySeal(
  files: JournalFiles,
  state: JournalState,
  publicKey: string,
  crypto: Crypto,
): Promise<JournalProblem | undefined> {
  const { device, stream } = state;
  const stored = await files.readDocument(device, sealName(stream));
  const seal = checkSeal(stored, device, stream, publicKey, crypto);
  if (seal.outcome === 'absent') return undefined;
  if (seal.outcome === 'forged') return { code: 'bad-seal', device, stream, seq: 0, count: 1 };
  if (seal.seq > state.head.seq) {
    return { code: 'shortened', device, stream, seq: state.head.seq + 1, count: seal.seq - state.head.seq };
  }
  const digest = await digestAt(files, state, seal.seq, crypto);
  return digest === seal.digest ? undefined : { code: 'bad-seal', device, stream, seq: seal.seq, count: 1 };
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

function isNul(text: string): boolean {
  return /^\0*$/.test(text);
}
