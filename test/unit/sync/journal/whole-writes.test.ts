import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSecret, nodeCrypto, signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import type { DeviceId } from '../../../../src/shared/vocabulary/ids.ts';
import { deviceIdOf } from '../../../../src/sync/identity/device-card.ts';
import { createAuthor } from '../../../../src/sync/journal/author.ts';
import { MARK_EVERY, surveySealed } from '../../../../src/sync/journal/open-journal.ts';
import { MemoryJournalFiles } from '../../../support/sync/memory-journal-files.ts';
import { MEMBER, note } from '../../../support/sync/replica-folder.ts';

const signer = signerOf(generateSecret());
const device: DeviceId = deviceIdOf(signer.publicKey, nodeCrypto);
const clock = { now: () => 1000 };

/** A journal of writes of so many events, and after which byte and event each of them ends. */
async function written(sizes: readonly number[]) {
  const files = new MemoryJournalFiles();
  const author = createAuthor({ device, files, crypto: nodeCrypto, signer, clock });
  const ends = [{ byte: 0, seq: 0 }];
  for (const size of sizes) {
    await author.commit(
      MEMBER,
      Array.from({ length: size }, (_, index) => note(`${size}.${index}`)),
    );
    ends.push({ byte: bytesOf(files).length, seq: author.head('catalog').seq });
  }
  return { files, author, ends };
}

function bytesOf(files: MemoryJournalFiles): Buffer {
  return files.journals.get(`${device}/catalog`) ?? Buffer.alloc(0);
}

async function surveyed(files: MemoryJournalFiles) {
  const { state } = await surveySealed(files, device, 'catalog', signer.publicKey, nodeCrypto, true);
  return state;
}

describe('a write of several events', () => {
  it('is there as a whole or not at all, wherever its journal was cut off', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sizes, async (made) => {
        const { files, ends } = await written(made);
        const whole = bytesOf(files);
        for (let length = 0; length <= whole.length; length += 1) {
          files.journals.set(`${device}/catalog`, whole.subarray(0, length));
          const last = ends.findLast(({ byte }) => byte <= length);
          const state = await surveyed(files);
          expect({ byte: state.soundBytes, seq: state.head.seq }).toEqual(last);
          expect(state.cut).toEqual(length === last?.byte ? undefined : { keep: false });
        }
      }),
      { numRuns: 8 },
    );
  });

  it('is followed by the next one where it was left out', async () => {
    const { files } = await written([2, 3 * MARK_EVERY]);
    const whole = bytesOf(files);
    const key = `${device}/catalog`;
    files.journals.set(key, whole.subarray(0, whole.lastIndexOf(0x0a, -2) + 1));
    const { head, soundBytes, marks } = await surveyed(files);
    expect({ seq: head.seq, marks }).toEqual({ seq: 2, marks: [0] });
    await files.cut(device, 'catalog', soundBytes, false);
    const author = createAuthor({
      ...{ device, files, crypto: nodeCrypto, signer, clock },
      heads: { catalog: head },
    });
    await author.commit(MEMBER, [note('next'), note('and one more')]);
    const after = await surveyed(files);
    expect(after.head.seq).toBe(4);
    expect(after.problem).toBeUndefined();
  });

  it('stays as far as the device has signed it, since others may have it', async () => {
    const { files, author } = await written([2, 3]);
    await author.seal();
    const whole = bytesOf(files);
    files.journals.set(`${device}/catalog`, whole.subarray(0, whole.lastIndexOf(0x0a, -2) + 1));
    const { state, problems } = await surveySealed(
      ...([files, device, 'catalog', signer.publicKey, nodeCrypto, true] as const),
    );
    expect(state.head.seq).toBe(4);
    expect(problems).toMatchObject([{ code: 'shortened', seq: 5, count: 1 }]);
  });
});
