import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PageTexts } from '../../../../src/engine/assets/page-texts.ts';
import type { Extractor } from '../../../../src/engine/ports/extractor.ts';
import type { ReplicaHome } from '../../../../src/engine/ports/replica-home.ts';
import { createBlobFolder } from '../../../../src/platform/blobs/blob-folder.ts';
import { StorageError } from '../../../../src/shared/errors.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { textExtractor } from '../../../support/text-extractor.ts';

/** Texts over a folder of blobs, as they are after each start. */
async function texts() {
  const blobs = createBlobFolder(join(await temporaryFolder(), 'blobs'));
  const kept = new Map<string, unknown>();
  const local = {
    load: async (name: string) => kept.get(name),
    save: async (name: string, value: unknown) => void kept.set(name, value),
  };
  let reads = 0;
  const reader = textExtractor();
  const extractor: Extractor = {
    ...reader,
    keptText: (path) => {
      reads += 1;
      return reader.keptText(path);
    },
  };
  const home = { blobs, local } as unknown as ReplicaHome;
  const start = () => new PageTexts({ home, extractor, logger: keepingLogger() });
  return { blobs, start, reads: () => reads };
}

const failureOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof StorageError ? error.failure : error),
  );

describe('the text of a version', () => {
  it('that is none is read once, and never again at any start', async () => {
    const { blobs, start, reads } = await texts();
    const { sha256 } = await blobs.put(gzipSync(`[${'0,'.repeat(100_000)}0]`));
    for (let at = 0; at < 3; at += 1) {
      const one = start();
      expect(await failureOf(one.read(sha256))).toBe('damaged');
      expect(await failureOf(one.read(sha256))).toBe('damaged');
    }
    expect(reads()).toBe(1);
  });

  it('whose bytes were damaged on this disk is read again once they are mended', async () => {
    const { blobs, start } = await texts();
    const pages = [{ label: '1', text: 'sound' }];
    const sha256 = await blobs.putJson(pages);
    const sound = await blobs.read(sha256);
    writeFileSync(blobs.path(sha256), 'damaged');
    const one = start();
    expect(await failureOf(one.read(sha256))).toBe('damaged');
    writeFileSync(blobs.path(sha256), sound);
    expect(await one.read(sha256)).toEqual(pages);
  });

  it('that has not arrived is missing, and is read once it is here', async () => {
    const { blobs, start } = await texts();
    const pages = [{ label: '1', text: 'late' }];
    const sha256 = await blobs.putJson(pages);
    const bytes = await blobs.read(sha256);
    await blobs.remove(sha256);
    const one = start();
    expect(await failureOf(one.read(sha256))).toBe('missing');
    await blobs.put(bytes);
    expect(await one.read(sha256)).toEqual(pages);
    expect(await one.read(undefined)).toEqual([]);
  });
});
