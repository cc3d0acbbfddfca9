import type { PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Pdfjs } from './load-pdfjs.ts';

/** Bytes that pdf.js asks for at a time. */
export const rangeChunkSize = 256 * 1024;

/**
 * Hands pdf.js the bytes of a blob as it asks for them, so that a large file opens at once. `onProblem` is called once when a
 * range can't be read: pdf.js itself would wait for ever. Whoever leaves the document says so first.
 */
export function blobRanges(
  api: Pdfjs['api'],
  url: string,
  size: number,
  onProblem: (problem: unknown) => void,
): { readonly transport: PDFDataRangeTransport; readonly leave: () => void } {
  const stop = new AbortController();
  let isLeft = false;

  class BlobRanges extends api.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      readRange(url, begin, end, stop.signal).then(
        (bytes) => {
          if (stop.signal.aborted) return;
          try {
            this.onDataRange(begin, bytes);
          } catch (problem) {
            // pdf.js throws where nobody waits for a part any more, as happens when a document is left.
            if (!isLeft) throw problem;
          }
        },
        (problem: unknown) => {
          if (stop.signal.aborted) return;
          stop.abort();
          onProblem(problem);
        },
      );
    }

    override abort(): void {
      stop.abort();
    }
  }

  return {
    transport: new BlobRanges(size, null),
    leave: () => {
      isLeft = true;
    },
  };
}

async function readRange(url: string, begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal });
  if (!response.ok) throw new Error(`The file answered ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status === 200) return bytes.slice(begin, end);
  if (bytes.length === 0) throw new Error('The file ended too early.');
  return bytes;
}
