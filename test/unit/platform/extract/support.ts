import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Extraction, Extractor, RefusalReason } from '../../../../src/engine/ports/extractor.ts';
import { createExtractor, type ExtractorOptions } from '../../../../src/platform/extract/extractor.ts';

/** The real worker, run from its source. */
export const workerUrl = new URL('../../../../src/platform/extract/worker.ts', import.meta.url);

/** A folder for a test file's documents, and one extractor for all of its tests. */
export function withExtractor(options: Partial<ExtractorOptions> = {}) {
  let folder = '';
  let extractor: Extractor | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kitbag-extract-'));
    extractor = createExtractor({ workerUrl, concurrency: 1, ...options });
  });
  afterAll(async () => {
    await extractor?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const current = () => {
    if (!extractor) throw new Error('used outside of a test');
    return extractor;
  };
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  return {
    folder: () => folder,
    extractor: current,
    write,
    /** Writes a document and reads it; fails the test if it is refused. */
    extract: async (name: string, content: string | Uint8Array): Promise<Extraction> => {
      const result = await current().extract(await write(name, content), name);
      if (result.outcome !== 'extracted') expect.fail(`refused: ${result.reason}`);
      return result.extraction;
    },
    /** Writes a document that must be refused; says why it was. */
    refusal: async (name: string, content: string | Uint8Array): Promise<RefusalReason> => {
      const result = await current().extract(await write(name, content), name);
      if (result.outcome !== 'refused') expect.fail('was extracted');
      return result.reason;
    },
    /** Writes a file and asks whether another application may open it. */
    opening: async (name: string, content: string | Uint8Array) => {
      const opening = await current().opening(await write('to-be-opened', content), name);
      return opening.opens ? 'opens' : opening.reason;
    },
    /** Writes a document and makes what the reader screen shows of it. */
    preview: async (name: string, content: string | Uint8Array, kind: Extraction['kind']) =>
      current().preview(await write(name, content), kind, name),
  };
}
