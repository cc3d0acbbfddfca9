import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { RowSuggestions } from '../../../../src/engine/publish/row-suggestions.ts';
import { type HeldRow, newRow } from '../../../../src/engine/publish/staged-row.ts';
import type { Model } from '../../../../src/engine/suggestions/learn.ts';
import type { Sha256 } from '../../../../src/shared/vocabulary/ids.ts';

const ID = 's_0000000000000001';
const file = { path: '/files/late.txt', name: 'late.txt', folder: 'Battlecards', size: 9, modifiedAt: 0 };

/** A row that was read, in a library that is still being learned. */
function readRow() {
  const held: HeldRow = {
    ...newRow(ID, file),
    document: {
      kind: 'text',
      mediaType: 'text/plain',
      sha256: 'a'.repeat(64) as Sha256,
      size: 9,
      fileName: 'late.txt',
      pageCount: 1,
      words: 2,
      textChars: 9,
      text: { state: 'searchable' },
      misnamed: false,
    },
  };
  let reject: (error: Error) => void = () => undefined;
  const learned = new Promise<Model>((_, failed) => {
    reject = failed;
  });
  const failures: unknown[] = [];
  const suggestions = new RowSuggestions(
    {
      tagged: { model: () => learned },
      textOf: async () => [],
      ruled: () => ({}),
      changed: () => undefined,
      failed: (error) => failures.push(error),
    },
    new Map([[ID, held]]),
  );
  return { suggestions, failures, reject: (error: Error) => reject(error) };
}

describe('what is suggested for a row', () => {
  it('is waited for from the moment in which the row is read, and as long as the library is being learned', async () => {
    const { suggestions, failures, reject } = readRow();
    const read = suggestions.suggest(ID);
    let done = false;
    const waiting = suggestions.pending([ID]).then(() => {
      done = true;
    });
    await read;
    await setImmediate();
    expect(done).toBe(false);
    reject(new Error('The library could not be learned.'));
    await waiting;
    expect(failures).toHaveLength(1);
  });

  it('is not waited for on behalf of other rows', async () => {
    const { suggestions } = readRow();
    await suggestions.suggest(ID);
    await suggestions.pending(['s_0000000000000002']);
  });
});
