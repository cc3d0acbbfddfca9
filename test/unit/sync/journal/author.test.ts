import { describe, expect, it } from 'vitest';
import { generateSecret, nodeCrypto, signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import { canonicalJson } from '../../../../src/shared/canonical-json.ts';
import { StorageError } from '../../../../src/shared/errors.ts';
import { deviceIdOf } from '../../../../src/sync/identity/device-card.ts';
import { createAuthor } from '../../../../src/sync/journal/author.ts';
import { EventTooLarge } from '../../../../src/sync/journal/journal-chain.ts';
import { surveyJournal } from '../../../../src/sync/journal/open-journal.ts';
import { LIMITS } from '../../../../src/sync/limits.ts';
import { MemoryJournalFiles } from '../../../support/sync/memory-journal-files.ts';
import { MEMBER, note } from '../../../support/sync/replica-folder.ts';

function authored() {
  const files = new MemoryJournalFiles();
  const signer = signerOf(generateSecret());
  const device = deviceIdOf(signer.publicKey, nodeCrypto);
  const author = createAuthor({ device, files, crypto: nodeCrypto, signer, clock: { now: () => 1000 } });
  return { files, author, device };
}

describe('author', () => {
  it('leaves no gap in the chain when the disk refuses a write', async () => {
    const { files, author, device } = authored();
    await author.commit(MEMBER, [note('one')]);
    files.failAfterBytes = 0;
    await expect(author.commit(MEMBER, [note('lost')])).rejects.toThrow(StorageError);
    files.failAfterBytes = undefined;
    await author.commit(MEMBER, [note('two')]);
    const state = await surveyJournal(files, device, 'catalog', nodeCrypto);
    expect(state.problem).toBeUndefined();
    expect(state.head.seq).toBe(2);
  });

  it('lets the others go on when one body has no JSON text', async () => {
    const { author } = authored();
    const bad = author.commit(MEMBER, [{ stream: 'catalog', kind: 'noted', body: { number: Number.NaN } }]);
    const good = author.commit(MEMBER, [note('fine')]);
    await expect(bad).rejects.toThrow();
    expect(await good).toMatchObject([{ event: { seq: 1, body: { text: 'fine' } } }]);
  });

  it('writes an event of the largest size that everybody reads, and refuses a larger one alone', async () => {
    const { files, author, device } = authored();
    const [empty] = await author.commit(MEMBER, [note('')]);
    const room = LIMITS.line - canonicalJson(empty?.event).length;
    await author.commit(MEMBER, [note('x'.repeat(room))]);
    const before = author.head('catalog');
    const larger = author.commit(MEMBER, [note('fits'), note('x'.repeat(room + 1))]);
    const other = author.commit(MEMBER, [note('other')]);
    await expect(larger).rejects.toThrow(EventTooLarge);
    await expect(author.commit(MEMBER, [note('ü'.repeat(room / 2 + 1))])).rejects.toThrow(EventTooLarge);
    expect(await other).toMatchObject([{ event: { seq: 3, prev: before.digest } }]);
    const state = await surveyJournal(files, device, 'catalog', nodeCrypto);
    expect(state).toMatchObject({ head: { seq: 3 } });
    expect(state.problem).toBeUndefined();
  });

  it('stamps later events later though the clock stands still', async () => {
    const { author } = authored();
    const events = await author.commit(MEMBER, [note('a'), note('b')]);
    expect((events[0]?.event.hlc ?? '') < (events[1]?.event.hlc ?? '')).toBe(true);
  });
});
