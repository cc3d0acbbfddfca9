import type { JournalLine } from '../../sync/ports/journal-files.ts';

const LINE_BREAK = 0x0a;

/** Cuts a stream of bytes into lines with their places in the file; one batch a chunk, so that a line costs no turn of the event loop. */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  firstByte: number,
): AsyncIterable<readonly JournalLine[]> {
  let rest: Buffer = Buffer.alloc(0);
  let position = firstByte;
  for await (const chunk of chunks) {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const lines: JournalLine[] = [];
    let start = 0;
    for (let end = data.indexOf(LINE_BREAK); end !== -1; end = data.indexOf(LINE_BREAK, start)) {
      lines.push({
        text: data.toString('utf8', start, end),
        start: position + start,
        end: position + end + 1,
        complete: true,
      });
      start = end + 1;
    }
    rest = data.subarray(start);
    position += start;
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) {
    yield [{ text: rest.toString('utf8'), start: position, end: position + rest.length, complete: false }];
  }
}
