import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a viewer asks of a document before and while it shows it. */
const asked = ['getPage', 'getOptionalContentConfig', 'getMetadata', 'getPageLabels'] as const;

/** What was asked of a document and has not been answered yet. */
interface OpenRequests {
  /** Resolves when nothing is open any more, however it was answered. */
  settled(): Promise<void>;
}

/**
 * Counts what is asked of a document from now on. pdf.js answers what is open when a document is destroyed with 'Transport destroyed', which its
 * viewer takes for a fault and tells as one: so whoever leaves a document waits for its answers first.
 */
export function trackRequests(pdf: PDFDocumentProxy): OpenRequests {
  const open = new Set<Promise<unknown>>();
  for (const name of asked) {
    const ask: (...input: never[]) => Promise<unknown> = pdf[name];
    Reflect.set(pdf, name, (...input: never[]) => {
      const answer = Reflect.apply(ask, pdf, input);
      open.add(answer);
      const done = () => open.delete(answer);
      answer.then(done, done);
      return answer;
    });
  }
  return {
    settled: async () => {
      while (open.size > 0) await Promise.allSettled(open);
    },
  };
}
