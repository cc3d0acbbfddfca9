import type { JournalFiles } from './journal-files.ts';
import { type JournalState, MARK_EVERY } from './open-journal.ts';

/** A complete line of a journal and its place in the chain. */
export type NumberedLine = { readonly seq: number; readonly text: string };

/** The lines after event `seq`, from the nearest remembered place on; ends at a torn tail. */
export async function* linesAfter(
  files: JournalFiles,
  state: Pick<JournalState, 'device' | 'stream' | 'marks'>,
  seq: number,
): AsyncIterable<NumberedLine> {
  const mark = Math.max(0, Math.min(Math.floor(seq / MARK_EVERY), state.marks.length - 1));
  let current = mark * MARK_EVERY;
  for await (const batch of files.read(state.device, state.stream, state.marks[mark] ?? 0)) {
    for (const line of batch) {
      if (!line.complete) return;
      current += 1;
      if (current > seq) yield { seq: current, text: line.text };
    }
  }
}
