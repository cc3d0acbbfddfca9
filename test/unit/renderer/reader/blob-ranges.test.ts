import { afterEach, describe, expect, it, vi } from 'vitest';
import { blobRanges } from '../../../../src/renderer/areas/reader/pdf/blob-ranges.ts';
import type { Pdfjs } from '../../../../src/renderer/areas/reader/pdf/load-pdfjs.ts';

afterEach(() => vi.unstubAllGlobals());

/** Where a part begins that pdf.js has given up. */
const UNWANTED = 2;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Ranges of a file of three bytes, and what of it has come to pdf.js. */
function ranges() {
  const came: number[] = [];
  class Transport {
    onDataRange(begin: number): void {
      if (begin === UNWANTED) throw new Error('nobody waits for it');
      came.push(begin);
    }
  }
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array([1, 2, 3]), { status: 206 }));
  const api = { PDFDataRangeTransport: Transport } as unknown as Pdfjs['api'];
  const problems: unknown[] = [];
  return { came, problems, ...blobRanges(api, 'kitbag-file:x', 3, (problem) => problems.push(problem)) };
}

describe('the parts of a PDF', () => {
  it('come as they are asked for', async () => {
    const { came, transport } = ranges();
    transport.requestDataRange(0, 3);
    await vi.waitFor(() => expect(came).toEqual([0]));
  });

  it('do not come once nobody waits for them any more', async () => {
    const { came, problems, transport } = ranges();
    transport.requestDataRange(0, 3);
    transport.abort();
    transport.requestDataRange(1, 3);
    await turn();
    await turn();
    expect([came, problems]).toEqual([[], []]);
  });

  it('are no fault where they come when the document was left', async () => {
    const { came, problems, transport, leave } = ranges();
    leave();
    transport.requestDataRange(UNWANTED, 3);
    transport.requestDataRange(0, 3);
    await vi.waitFor(() => expect(came).toEqual([0]));
    expect(problems).toEqual([]);
  });
});
