import type { JournalLine } from '../../sync/journal/journal-files.ts';
import { LIMITS } from '../../sync/limits.ts';

const LINE_BREAK = 0x0a;

/**
 * Cuts a stream of bytes into lines with their places in the file; one batch a chunk, so that a line costs no turn of the event loop. Of a line that
 * is longer than any may be only the places are given: however long it is, no more than the limit is kept of it.
 */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  firstByte: number,
): AsyncIterable<readonly JournalLine[]> {
  const line = new GrowingLine();
  let position = firstByte;
  for await (const chunk of chunks) {
    const lines: JournalLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_BREAK); end !== -1; end = chunk.indexOf(LINE_BREAK, from)) {
      line.add(chunk.subarray(from, end));
      const start = position;
      position += line.length + 1;
      lines.push({ ...line.take(), start, end: position, complete: true });
      from = end + 1;
    }
    line.add(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  const { length } = line;
  if (length > 0) yield [{ ...line.take(), start: position, end: position + length, complete: false }];
}

/** A line that comes in pieces. */
class GrowingLine {
  #pieces: Buffer[] = [];
  /** In bytes, also of what is not kept. */
  length = 0;

  add(piece: Buffer): void {
    if (piece.length === 0) return;
    this.length += piece.length;
    if (this.length > LIMITS.line) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  /** What there is, and begins anew. */
  take(): Pick<JournalLine, 'text' | 'tooLong'> {
    const [only, ...more] = this.#pieces;
    const tooLong = this.length > LIMITS.line;
    this.#pieces = [];
    this.length = 0;
    if (tooLong) return { text: '', tooLong };
    if (only === undefined) return { text: '' };
    return { text: (more.length === 0 ? only : Buffer.concat([only, ...more])).toString('utf8') };
  }
}
