import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournalCheckpoints } from '../../../../src/platform/journal/journal-checkpoints.ts';
import { createJournalFolder } from '../../../../src/platform/journal/journal-folder.ts';
import { generateSecret, nodeCrypto, signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import { makeCard } from '../../../../src/sync/identity/device-card.ts';
import type { JournalCheckpoints } from '../../../../src/sync/journal/journal-checkpoints.ts';
import type { JournalFiles } from '../../../../src/sync/journal/journal-files.ts';
import { openReplica } from '../../../../src/sync/journal/open-replica.ts';
import type { JournalProblem, Replica } from '../../../../src/sync/journal/replica.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { MEMBER, note } from '../../../support/sync/replica-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A device over a folder that counts the lines that it reads. */
async function device() {
  const root = await temporaryFolder();
  const signer = signerOf(generateSecret());
  const card = makeCard('a device', signer, nodeCrypto);
  const clock = { now: () => Date.UTC(2026, 10, 21) };
  const counted = { lines: 0 };
  await createJournalFolder(root).writeDocument(card.device, 'card', card);
  return {
    counted,
    journal: join(root, card.device, 'catalog.jsonl'),
    saved: join(root, 'checkpoints.json'),
    open: (checkpoints: JournalCheckpoints = createJournalCheckpoints(root)): Promise<Replica> => {
      counted.lines = 0;
      const files = countingLines(createJournalFolder(root), counted);
      const common = { crypto: nodeCrypto, signer, clock, logger: keepingLogger() };
      return openReplica({ device: card.device, files, checkpoints, ...common });
    },
  };
}

function countingLines(files: JournalFiles, counted: { lines: number }): JournalFiles {
  return {
    devices: () => files.devices(),
    append: (...given) => files.append(...given),
    cut: (...given) => files.cut(...given),
    kept: () => files.kept(),
    readDocument: (...given) => files.readDocument(...given),
    writeDocument: (...given) => files.writeDocument(...given),
    release: (given) => files.release(given),
    close: () => files.close(),
    async *read(...given) {
      for await (const batch of files.read(...given)) {
        counted.lines += batch.length;
        yield batch;
      }
    },
  };
}

async function write(replica: Replica, from: number, count: number): Promise<void> {
  await replica.commit(
    MEMBER,
    Array.from({ length: count }, (_, index) => note(String(from + index))),
  );
}

async function textsOf(replica: Replica): Promise<unknown[]> {
  const texts: unknown[] = [];
  for await (const { event } of replica.read()) texts.push(event.body.text);
  return texts;
}

function codesOf(problems: readonly JournalProblem[]): readonly string[] {
  return problems.map(({ code }) => code);
}

/** A device that has written 600 notes and was closed. */
async function closedDevice() {
  const made = await device();
  const replica = await made.open();
  await write(replica, 0, 600);
  await replica.close();
  return made;
}

const ALL = Array.from({ length: 700 }, (_, index) => String(index));

describe('checkpoints of journals', () => {
  it('spare a start the reading of journals that nobody has touched', async () => {
    const { open, counted } = await closedDevice();
    const replica = await open();
    expect(counted.lines).toBe(1);
    expect(await textsOf(replica)).toEqual(ALL.slice(0, 600));
    await write(replica, 600, 100);
    await replica.close();
    const again = await open();
    expect(counted.lines).toBe(1);
    expect(await textsOf(again)).toEqual(ALL);
    expect(await again.verify()).toEqual({ events: 700, problems: [] });
  });

  it('let only what was written since be followed after a kill', async () => {
    const { open, counted } = await closedDevice();
    await write(await open(), 600, 100);
    const replica = await open();
    expect(counted.lines).toBeLessThan(400);
    expect(await textsOf(replica)).toEqual(ALL);
    expect(replica.problems()).toEqual([]);
  });

  it('are kept by a start that had to read everything, for whoever is always killed', async () => {
    const { open, counted, saved } = await closedDevice();
    await writeFile(saved, '');
    await open();
    expect(counted.lines).toBeGreaterThanOrEqual(600);
    expect(await textsOf(await open())).toEqual(ALL.slice(0, 600));
    await open();
    expect(counted.lines).toBe(1);
  });

  it('do not hide an alteration, in the middle or behind', async () => {
    const { open, journal } = await closedDevice();
    const sound = await readFile(journal, 'utf8');
    await writeFile(journal, sound.replace('"text":"300"', '"text":"301"'));
    const replica = await open();
    expect(codesOf(replica.problems())).toContain('broken-chain');
    await replica.close();
    const { open: openOther, journal: other } = await closedDevice();
    await writeFile(other, `${await readFile(other, 'utf8')}{"v":1}\n`);
    expect(codesOf((await openOther()).problems())).toContain('unreadable-line');
  });

  it('do not hide an alteration from a verification, even where the file looks untouched', async () => {
    const { open, journal } = await closedDevice();
    const size = (await readFile(journal)).length;
    let kept: unknown;
    const blind: JournalCheckpoints = {
      load: async () => kept,
      save: async (value) => {
        kept = value;
      },
      stampOf: async (_device, stream) => (stream === 'catalog' ? { size, stamp: 'the same' } : undefined),
    };
    await (await open(blind)).close();
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('"text":"300"', '"text":"301"'));
    const replica = await open(blind);
    expect(replica.problems()).toEqual([]);
    expect(codesOf((await replica.verify()).problems)).toContain('broken-chain');
  });

  it('go on telling at every start that an older copy of the journal was put back', async () => {
    const { open, journal } = await closedDevice();
    await copyFile(journal, `${journal}.copy`);
    const replica = await open();
    await write(replica, 600, 100);
    await replica.close();
    await copyFile(`${journal}.copy`, journal);
    for (let start = 0; start < 2; start += 1) {
      const restored = await open();
      expect(restored.problems()).toMatchObject([{ code: 'shortened', count: 100 }]);
      await createJournalFolder(join(journal, '..', '..')).close();
    }
  });

  it('are as good as none when they are damaged or of another device', async () => {
    const { open, counted, saved } = await closedDevice();
    const text = await readFile(saved, 'utf8');
    for (const damaged of [text.slice(0, 100), text.replace(/"own":"[0-9a-f]+"/, '"own":"another"'), '[]']) {
      await writeFile(saved, damaged);
      const replica = await open();
      expect(counted.lines).toBeGreaterThanOrEqual(600);
      expect(await textsOf(replica)).toEqual(ALL.slice(0, 600));
    }
  });
});
