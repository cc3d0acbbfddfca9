import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { BlobStore } from '../../src/engine/ports/blobs.ts';
import type { Sha256 } from '../../src/shared/vocabulary/ids.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824' as Sha256;
const hello = new TextEncoder().encode('hello');

/** What every home of blobs must do. */
export function blobStoreSuite(name: string, make: () => Promise<BlobStore>): void {
  describe(`blob store: ${name}`, () => {
    it('names bytes by their SHA-256 and gives them back', async () => {
      const blobs = await make();
      expect(await blobs.put(hello)).toEqual({ sha256: HELLO, size: 5 });
      expect(new TextDecoder().decode(await blobs.read(HELLO))).toBe('hello');
      expect(await blobs.check(HELLO)).toBe('whole');
    });

    it('keeps the same bytes once', async () => {
      const blobs = await make();
      const file = join(await temporaryFolder(), 'name with "quotes"\nand a line break.txt');
      await writeFile(file, 'hello');
      await blobs.put(hello);
      expect(await blobs.importFile(file)).toEqual({ sha256: HELLO, size: 5 });
      const all: string[] = [];
      for await (const sha256 of blobs.list()) all.push(sha256);
      expect(all).toEqual([HELLO]);
    });

    it('tells of every blob that comes in, before whoever brought it goes on', async () => {
      const blobs = await make();
      const told: string[] = [];
      blobs.onStored((sha256) => told.push(sha256));
      const { sha256 } = await blobs.put(hello);
      expect(told).toEqual([sha256]);
      await blobs.receive(HELLO, pieces('other bytes'));
      expect(told).toEqual([sha256]);
    });

    it('takes an empty file', async () => {
      const blobs = await make();
      const file = join(await temporaryFolder(), 'empty');
      await writeFile(file, '');
      expect((await blobs.importFile(file)).size).toBe(0);
    });

    it('keeps nothing of a file that is not there or of a cancelled import', async () => {
      const blobs = await make();
      const folder = await temporaryFolder();
      await expect(blobs.importFile(join(folder, 'gone'))).rejects.toMatchObject({ failure: 'missing' });
      await writeFile(join(folder, 'file'), 'hello');
      const signal = AbortSignal.abort();
      await expect(blobs.importFile(join(folder, 'file'), { signal })).rejects.toThrow();
      expect(await blobs.has(HELLO)).toBe(false);
    });

    it('says what is missing', async () => {
      const blobs = await make();
      expect(await blobs.check(HELLO)).toBe('missing');
      await expect(blobs.read(HELLO)).rejects.toMatchObject({ failure: 'missing' });
    });

    it('packs JSON under the same name each time', async () => {
      const blobs = await make();
      const pages = [{ label: '1', text: 'Größe 日本' }];
      const sha256 = await blobs.putJson(pages);
      expect(await blobs.putJson(pages)).toBe(sha256);
      const text = await promisify(gunzip)(await blobs.read(sha256));
      expect(JSON.parse(text.toString('utf8'))).toEqual(pages);
    });

    it('removes what nothing refers to, but nothing young', async () => {
      const blobs = await make();
      await blobs.put(hello);
      expect(await blobs.removeExcept(new Set(), 60_000)).toBe(0);
      expect(await blobs.removeExcept(new Set([HELLO]), -60_000)).toBe(0);
      expect(await blobs.removeExcept(new Set(), -60_000)).toBe(1);
      expect(await blobs.has(HELLO)).toBe(false);
    });
  });
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
