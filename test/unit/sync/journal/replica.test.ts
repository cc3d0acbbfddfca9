import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReplicaFolder } from '../../../../src/platform/replica-folder.ts';
import { systemClock } from '../../../../src/platform/system/system-ports.ts';
import { canonicalJson } from '../../../../src/shared/canonical-json.ts';
import type { Replica } from '../../../../src/sync/journal/replica.ts';
import { MEMBER, note, openFolder } from '../../../support/sync/replica-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function textsOf(replica: Replica): Promise<unknown[]> {
  const texts: unknown[] = [];
  for await (const { event } of replica.read()) texts.push(event.body.text);
  return texts;
}

async function begun(folder: ReplicaFolder): Promise<Replica> {
  return (await folder.begin('this computer')).finish();
}

/** A closed replica with these notes, and where its journal lies. */
async function closedWith(texts: readonly string[]) {
  const root = await temporaryFolder();
  const folder = await openFolder(root);
  const replica = await begun(folder);
  for (const text of texts) await replica.commit(MEMBER, [note(text)]);
  await replica.close();
  folder.release();
  return { root, journal: join(root, 'journal', replica.device, 'catalog.jsonl') };
}

async function reopened(root: string) {
  const folder = await openFolder(root);
  const replica = await folder.open();
  return { folder, replica };
}

describe('replica', () => {
  it('has everything that it acknowledged after it was closed and opened again', async () => {
    const { root } = await closedWith(['one', 'two', 'three']);
    const { replica } = await reopened(root);
    expect(await textsOf(replica)).toEqual(['one', 'two', 'three']);
    expect(replica.problems()).toEqual([]);
    expect(await replica.verify()).toEqual({ events: 3, problems: [] });
  });

  it('reads only what came after a position, across many events', async () => {
    const folder = await openFolder();
    const replica = await begun(folder);
    await replica.commit(
      MEMBER,
      Array.from({ length: 1000 }, (_, index) => note(String(index))),
    );
    const after = { [`${replica.device}/catalog`]: 700 };
    const seqs: number[] = [];
    for await (const { event } of replica.read(after)) seqs.push(event.seq);
    expect(seqs).toEqual(Array.from({ length: 300 }, (_, index) => 701 + index));
  });

  it('chains commits that are made at the same time', async () => {
    const folder = await openFolder();
    const replica = await begun(folder);
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => replica.commit(MEMBER, [note(String(index))])),
    );
    expect(await replica.verify()).toEqual({ events: 50, problems: [] });
  });

  it('refuses a commit across two streams, since two files can not be written as one', async () => {
    const folder = await openFolder();
    const replica = await begun(folder);
    const mixed = [note('a'), { ...note('b'), stream: 'activity' as const }];
    await expect(replica.commit(MEMBER, mixed)).rejects.toThrow(TypeError);
    expect(replica.position()).toEqual({});
  });

  it('cuts a torn tail off at every possible byte and keeps every whole event before it', async () => {
    const { root, journal } = await closedWith(['one', 'two', 'three']);
    const whole = await readFile(journal);
    const secondEnds = whole.indexOf(0x0a, whole.indexOf(0x0a) + 1) + 1;
    for (let length = secondEnds + 1; length < whole.length; length += 7) {
      await writeFile(journal, whole.subarray(0, length));
      const { folder, replica } = await reopened(root);
      expect(await textsOf(replica)).toEqual(['one', 'two']);
      expect(replica.problems().map((problem) => problem.code)).toContain('torn-tail');
      await replica.close();
      folder.release();
      expect((await readFile(journal)).length).toBe(secondEnds);
    }
  });

  it('keeps nothing of a write of many events of which the last is not there, and goes on', async () => {
    const { root, journal } = await closedWith(['one']);
    const first = await reopened(root);
    await first.replica.commit(
      MEMBER,
      Array.from({ length: 300 }, (_, index) => note(String(index))),
    );
    const whole = await readFile(journal);
    await first.replica.close();
    first.folder.release();
    const seal = join(dirname(journal), 'catalog.seal.json');
    await rm(seal, { force: true });
    await writeFile(journal, whole.subarray(0, whole.lastIndexOf(0x0a, -2) + 1));
    const { replica } = await reopened(root);
    expect(await textsOf(replica)).toEqual(['one']);
    expect(replica.problems()).toMatchObject([{ code: 'torn-tail', seq: 2, count: 299 }]);
    await replica.commit(MEMBER, [note('two'), note('three')]);
    expect(await replica.verify()).toMatchObject({ events: 3 });
  });

  it('takes the NUL bytes that a power cut leaves for a torn tail', async () => {
    const { root, journal } = await closedWith(['one']);
    await appendFile(journal, Buffer.alloc(4096));
    const { replica } = await reopened(root);
    expect(await textsOf(replica)).toEqual(['one']);
    expect(replica.problems()).toMatchObject([{ code: 'torn-tail' }]);
  });

  it('sets aside an altered event with all that follows, keeps the bytes and says so until somebody has dealt with it', async () => {
    const { root, journal } = await closedWith(['one', 'two', 'three']);
    const forged = (await readFile(journal, 'utf8')).replace('"two"', '"TWO"');
    await writeFile(journal, forged);
    const first = await reopened(root);
    // The altered event still follows the first; that it was altered shows in the third, which names another digest.
    expect(await textsOf(first.replica)).toEqual(['one']);
    expect(first.replica.problems().map((problem) => problem.code)).toEqual(['broken-chain', 'shortened']);
    const aside = (await readdir(join(journal, '..'))).filter((name) => name.includes('quarantine'));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(journal, '..', aside[0] ?? ''), 'utf8')).toBe(forged);
    await first.replica.close();
    first.folder.release();

    const second = await reopened(root);
    expect((await second.replica.verify()).problems).toMatchObject([
      { code: 'quarantined', stream: 'catalog' },
    ]);
    await second.replica.close();
    second.folder.release();
  });

  it('reads and writes on after an event was set aside at any place, also where places are remembered', async () => {
    for (const altered of [1, 2, 256, 257, 258, 600]) {
      const texts = Array.from({ length: 600 }, (_, index) => `text${index + 1}`);
      const folder = await openFolder();
      const replica = await begun(folder);
      await replica.commit(MEMBER, texts.map(note));
      await replica.close();
      folder.release();
      const journal = join(folder.folder, 'journal', replica.device, 'catalog.jsonl');
      await writeFile(journal, (await readFile(journal, 'utf8')).replace(`"text${altered}"`, '"altered"'));

      const { replica: again, folder: opened } = await reopened(folder.folder);
      await again.commit(MEMBER, [note('new')]);
      expect(await textsOf(again)).toEqual([...texts.slice(0, altered - 1), 'new']);
      const after: unknown[] = [];
      for await (const { event } of again.read({ [`${again.device}/catalog`]: altered - 1 }))
        after.push(event.body.text);
      expect(after).toEqual(['new']);
      await again.close();
      opened.release();
    }
  });

  it('sets aside a last event that is not what the device had signed', async () => {
    const { root, journal } = await closedWith(['one', 'two']);
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('"two"', '"TWO"'));
    const { replica } = await reopened(root);
    expect(await textsOf(replica)).toEqual(['one']);
    expect(replica.problems()).toMatchObject([{ code: 'bad-seal', seq: 2, count: 1 }]);
  });

  it('notices that sealed events are gone', async () => {
    const { root, journal } = await closedWith(['one', 'two']);
    await truncate(journal, (await readFile(journal)).indexOf(0x0a) + 1);
    const { replica } = await reopened(root);
    expect(replica.problems()).toMatchObject([{ code: 'shortened', seq: 2, count: 1 }]);
  });

  it('does not read the journal of a device whose card is forged', async () => {
    const root = await temporaryFolder();
    const folder = await openFolder(root);
    const founding = await folder.begin('this computer');
    const other = await founding.colleague('that computer', systemClock);
    await other.commit(MEMBER, [note('one')]);
    await (await founding.finish()).close();
    folder.release();
    const card = join(root, 'journal', other.device, 'card.json');
    await writeFile(card, (await readFile(card, 'utf8')).replace('that computer', 'my computer'));
    const { replica } = await reopened(root);
    expect(await textsOf(replica)).toEqual([]);
    expect(replica.problems()).toMatchObject([{ code: 'bad-card' }]);
  });

  it('makes the card of its own device again, since only it has the key, and goes on after its last event', async () => {
    const { root, journal } = await closedWith(['one']);
    await writeFile(join(journal, '..', 'card.json'), '{}');
    const { folder, replica } = await reopened(root);
    await replica.commit(MEMBER, [note('two')]);
    await replica.close();
    folder.release();
    const again = await reopened(root);
    expect(await textsOf(again.replica)).toEqual(['one', 'two']);
    expect(again.replica.problems()).toEqual([]);
  });

  it('acknowledges nothing once its folder was deleted under it', async () => {
    const root = await temporaryFolder();
    const folder = await openFolder(root);
    const replica = await begun(folder);
    await replica.commit(MEMBER, [note('one')]);
    await rm(join(root, 'journal'), { recursive: true });
    for (const text of ['two', 'three'])
      await expect(replica.commit(MEMBER, [note(text)])).rejects.toMatchObject({ failure: 'missing' });
  });

  it('replaces lone surrogates, which no UTF-8 can hold', async () => {
    const folder = await openFolder();
    const replica = await begun(folder);
    await replica.commit(MEMBER, [note('a\ud800b')]);
    expect(await textsOf(replica)).toEqual(['a\ufffdb']);
  });

  it('writes colleagues of the past with their own keys and clocks, and all of it verifies', async () => {
    const folder = await openFolder();
    const making = await folder.begin('this computer');
    const colleague = await making.colleague('their computer', { now: () => 1_700_000_000_000 });
    await colleague.commit(MEMBER, [note('long ago')]);
    await making.own.commit(MEMBER, [note('now')]);
    const replica = await making.finish();
    expect((await textsOf(replica)).sort()).toEqual(['long ago', 'now']);
    expect(await replica.verify()).toEqual({ events: 2, problems: [] });
  });

  it('takes out what somebody chained behind the seal of a colleague’s journal', async () => {
    const root = await temporaryFolder();
    const folder = await openFolder(root);
    const making = await folder.begin('this computer');
    const colleague = await making.colleague('their computer', { now: () => 1_700_000_000_000 });
    await colleague.commit(MEMBER, [note('theirs')]);
    await (await making.finish()).close();
    folder.release();
    const journal = join(root, 'journal', colleague.device, 'catalog.jsonl');
    const [line = ''] = (await readFile(journal, 'utf8')).split('\n');
    const prev = createHash('sha256').update(line).digest('hex');
    const forged = { ...JSON.parse(line), seq: 2, prev, body: { text: 'forged' } };
    await appendFile(journal, `${canonicalJson(forged)}\n`);

    const { replica, folder: opened } = await reopened(root);
    expect(await textsOf(replica)).toEqual(['theirs']);
    expect(replica.problems()).toMatchObject([
      { code: 'unsealed', device: colleague.device, seq: 2, count: 1 },
    ]);
    await replica.close();
    opened.release();
  });

  it('begins anew, and keeps what there was, when a first start was never finished', async () => {
    const root = await temporaryFolder();
    const first = await openFolder(root);
    await (await first.begin('this computer')).own.commit(MEMBER, [note('half')]);
    first.release();
    const second = await openFolder(root);
    expect(second.state).toBe('new');
    const replica = await begun(second);
    expect(await textsOf(replica)).toEqual([]);
    expect((await readdir(root)).some((name) => name.startsWith('journal-unfinished-'))).toBe(true);
  });
});
