import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { trackRequests } from '../../../../src/renderer/areas/reader/pdf/open-requests.ts';
import { makePdf } from '../../../fixtures/documents/make-pdf.ts';

async function openPdf() {
  const data = new Uint8Array(
    makePdf({ pages: [{ lines: ['one'] }, { lines: ['two'] }, { lines: ['three'] }] }),
  );
  const task = getDocument({ data, verbosity: 0 });
  return { task, pdf: await task.promise };
}

describe('a PDF that is left', () => {
  it('fails what was asked of it and not answered, where nobody waits', async () => {
    const { task, pdf } = await openPdf();
    const first = pdf.getPage(1).then(
      () => 'answered',
      () => 'failed',
    );
    await task.destroy();
    expect(await first).toBe('failed');
  });

  it('has answered all that was asked of it, also what followed from an answer, once it is waited for', async () => {
    const { task, pdf } = await openPdf();
    const requests = trackRequests(pdf);
    const first = pdf.getPage(1);
    const later = first.then(() => pdf.getPage(3));
    const layers = pdf.getOptionalContentConfig({ intent: 'display' });
    await requests.settled();
    await task.destroy();
    expect((await first).pageNumber).toBe(1);
    expect((await later).pageNumber).toBe(3);
    expect(await layers).toBeDefined();
  });

  it('is left at once where nothing is open, and where what was asked failed', async () => {
    const { task, pdf } = await openPdf();
    const requests = trackRequests(pdf);
    await requests.settled();
    await expect(pdf.getPage(99)).rejects.toThrow();
    await requests.settled();
    await task.destroy();
  });
});
