import type { RandomAccessFile } from '../encoding/bytes.ts';
import type { Pdfium } from './pdfium.ts';

/** Bytes that are read at once, and how many such blocks are kept: PDFium asks for some hundred bytes at a time, mostly near each other. */
const BLOCK = 256 * 1024;
const MOST_BLOCKS = 96;

/** `FPDF_FILEACCESS` of fpdfview.h: length, function that reads, its parameter. */
const ACCESS_BYTES = 12;

/** Lets PDFium read a file where it likes, so that no document is whole in memory. Answers the place of `FPDF_FILEACCESS` and what takes it away. */
export function giveFile(pdfium: Pdfium, file: RandomAccessFile): { place: number; release: () => void } {
  const blocks = new Map<number, Uint8Array>();
  const blockAt = (index: number): Uint8Array => {
    const known = blocks.get(index);
    if (known) return known;
    const [oldest] = blocks.keys();
    if (blocks.size >= MOST_BLOCKS && oldest !== undefined) blocks.delete(oldest);
    const block = file.read(index * BLOCK, BLOCK);
    blocks.set(index, block);
    return block;
  };
  const read = (_parameter: number, position: number, target: number, size: number): number => {
    const from = position >>> 0;
    const length = size >>> 0;
    const into = new Uint8Array(pdfium.memory, target >>> 0, length);
    let done = 0;
    while (done < length) {
      const at = from + done;
      const part = blockAt(Math.floor(at / BLOCK)).subarray(at % BLOCK, (at % BLOCK) + length - done);
      if (part.length === 0) return 0;
      into.set(part, done);
      done += part.length;
    }
    return 1;
  };
  const { pdfium: runtime } = pdfium.call;
  const reader: unknown = runtime.addFunction(read, 'iiiii');
  const { malloc, free } = runtime.wasmExports;
  const place = pdfium.run(() => malloc(ACCESS_BYTES));
  new Uint32Array(pdfium.memory, place, ACCESS_BYTES / 4).set([file.size, Number(reader), 0]);
  return {
    place,
    release: () => {
      runtime.removeFunction(Number(reader));
      free(place);
    },
  };
}
