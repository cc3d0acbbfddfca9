import { createHash } from 'node:crypto';

/** What PDFium writes of the moment and of chance: as long after as before, so that every place in the file stays. */
const CREATED = /\/CreationDate ?\(D:(\d{14})/g;
const IDENTITY = /\/ID ?\[ ?<([0-9A-Fa-f]{32})> ?<([0-9A-Fa-f]{32})> ?\]/g;
/** Bytes at the end among which the identity stands, and at the beginning among which the date does. */
const LOOKED_AT = 64 * 1024;
const NO_TIME = '20000101000000';

/** Makes a PDF that PDFium has written the same whenever the same is made: without the time of the clock, named by what is in it. */
export function sameBytes(pdf: Uint8Array): Uint8Array {
  const bytes = pdf.slice();
  replaceIn(bytes, CREATED, () => NO_TIME);
  replaceIn(bytes, IDENTITY, (found) => '0'.repeat(found.length));
  const identity = createHash('sha256').update(bytes).digest('hex').slice(0, 32).toUpperCase();
  replaceIn(bytes, IDENTITY, () => identity);
  return bytes;
}

/** Replaces what stands in the brackets of a pattern, near the file's ends. */
function replaceIn(bytes: Uint8Array, pattern: RegExp, by: (found: string) => string): void {
  const ends = bytes.length <= 2 * LOOKED_AT ? [0] : [0, bytes.length - LOOKED_AT];
  for (const start of ends) {
    const part = bytes.subarray(start, ends.length === 1 ? bytes.length : start + LOOKED_AT);
    const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
    for (const match of text.matchAll(pattern)) {
      let from = match.index;
      for (const found of match.slice(1)) {
        const at = text.indexOf(found, from);
        part.set(Buffer.from(by(found), 'latin1'), at);
        from = at + found.length;
      }
    }
  }
}
