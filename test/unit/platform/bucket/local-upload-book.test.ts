import { expect, it } from 'vitest';
import type { LocalStore } from '../../../../src/engine/ports/snapshots.ts';
import { localUploadBook } from '../../../../src/platform/object-store/bucket/local-upload-book.ts';
import { createLocalFolder } from '../../../../src/platform/snapshots/snapshot-folder.ts';
import { keepingLogger } from '../../../support/quiet-logger.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const BEGUN = { uploadId: 'u1', size: 12, partSize: 5, begunAt: 1_790_000_000_000, receipts: ['"a"'] };
const MORE = { ...BEGUN, receipts: ['"a"', '"b"'] };

/** The same folder after a restart. */
const bookIn = (folder: string) => localUploadBook(createLocalFolder(folder, keepingLogger()));

it('keeps over a start how far each upload is, and forgets what was struck out', async () => {
  const folder = await temporaryFolder();
  const book = bookIn(folder);
  await book.note('one', BEGUN);
  await book.note('two', BEGUN);
  await book.note('one', MORE);
  await book.note('two', undefined);
  expect(await bookIn(folder).all()).toEqual(new Map([['one', MORE]]));
});

it('keeps all notes of uploads that run at once', async () => {
  const folder = await temporaryFolder();
  const book = bookIn(folder);
  const names = Array.from({ length: 20 }, (_, at) => `upload ${at}`);
  await Promise.all(names.map((name) => book.note(name, BEGUN)));
  expect([...(await bookIn(folder).all()).keys()].sort()).toEqual(names.sort());
});

it.each([
  ['nothing', undefined],
  ['a list', ['one']],
  ['an upload without a size', { one: { ...BEGUN, size: undefined } }],
  ['receipts that are numbers', { one: { ...BEGUN, receipts: [1] } }],
])('is empty where %s was kept: uploads begin anew', async (_what, kept) => {
  const folder = await temporaryFolder();
  if (kept !== undefined) await createLocalFolder(folder, keepingLogger()).save('uploads', kept);
  const book = bookIn(folder);
  expect(await book.all()).toEqual(new Map());
  await book.note('two', BEGUN);
  expect(await bookIn(folder).all()).toEqual(new Map([['two', BEGUN]]));
});

it('tells whoever notes of a disk that refuses, and tries again for the next one', async () => {
  const saved: unknown[] = [];
  let refuses = true;
  const local = {
    load: async () => undefined,
    save: async (_name: string, value: unknown) => {
      if (refuses) throw new Error('the disk is full');
      saved.push(value);
    },
  } as unknown as LocalStore;
  const book = localUploadBook(local);
  await expect(book.note('one', BEGUN)).rejects.toThrow('the disk is full');
  refuses = false;
  await book.note('two', MORE);
  expect(saved).toEqual([{ one: BEGUN, two: MORE }]);
});
