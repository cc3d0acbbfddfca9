import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withFile } from '../../../../src/platform/extract/encoding/bytes.ts';
import { type CompoundEntry, CompoundFile } from '../../../../src/platform/extract/package/compound-file.ts';
import { makeCompoundFile } from '../../../fixtures/documents/make-compound-file.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();
const long = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
const made = makeCompoundFile({
  Small: Buffer.from('words'),
  Folder: { Long: long, Empty: new Uint8Array() },
});

/** Reads everything in a compound file: contents by path, `null` where one can't be read. */
async function contents(bytes: Uint8Array, limit = 1_000_000) {
  const path = await docs.write('made.ole', bytes);
  return withFile(path, (file) => {
    const compound = new CompoundFile(file);
    const found: Record<string, Uint8Array | null> = {};
    const look = (entry: CompoundEntry, place: string): void => {
      for (const one of entry.children) {
        if (one.isFolder) look(one, `${place}${one.name}/`);
        else found[`${place}${one.name}`] = compound.read(one, limit) ?? null;
      }
    };
    look(compound.root, '');
    return found;
  });
}

describe('a compound file', () => {
  it('is read in its folders, long streams and small ones', async () => {
    const found = await contents(made);
    expect(Object.keys(found).sort()).toEqual(['Folder/Empty', 'Folder/Long', 'Small']);
    expect(Buffer.from(found.Small ?? []).toString()).toBe('words');
    expect(Buffer.from(found['Folder/Long'] ?? []).equals(Buffer.from(long))).toBe(true);
  });

  it('has nothing of a stream that is longer than wanted or cut off', async () => {
    expect((await contents(made, 1_000))['Folder/Long']).toBeNull();
    expect((await contents(made.subarray(0, 100_000)))['Folder/Long'] ?? null).toBeNull();
  });

  it('ends, whatever its chains and folders lead back to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(made.length - 4), fc.constantFrom(0, 1, 2, 0xfffffffe, 0x7fffffff)), {
          minLength: 1,
          maxLength: 40,
        }),
        async (changes) => {
          const broken = Buffer.from(made);
          for (const [at, value] of changes) broken.writeUInt32LE(value, at & ~3);
          expect(Object.keys(await contents(broken)).length).toBeLessThan(1_000);
        },
      ),
      { numRuns: 60 },
    );
  });
});
