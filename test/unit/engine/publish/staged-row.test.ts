import { describe, expect, it } from 'vitest';
import { newRow, savedStaging } from '../../../../src/engine/publish/staged-row.ts';
import { textMessage } from '../../../../src/words/texts.ts';

const file = { path: '/files/late.txt', name: 'late.txt', folder: '', size: 9, modifiedAt: 0 };
const read = {
  kind: 'text',
  mediaType: 'text/plain',
  sha256: 'a'.repeat(64),
  pageCount: 3,
  words: 2,
  misnamed: false,
};

describe('a publish table that was saved when it held sentences', () => {
  it('says as before how much of a document has no text', () => {
    const text = { state: 'partly', reason: 'timed-out' };
    const row = {
      ...newRow('s_0000000000000001', file).row,
      state: 'ready',
      found: { ...read, text: { ...text, message: 'Late.' } },
    };
    const document = {
      ...read,
      size: 9,
      fileName: 'late.txt',
      textChars: 9,
      text: { ...text, pagesWithoutText: 2 },
    };
    const { rows, lost } = savedStaging({ v: 1, skipped: 0, rows: [{ row, path: file.path, document }] });
    expect(lost).toBe(0);
    const found = rows[0]?.row.found?.text;
    expect(found).toEqual({ ...text, missing: { pagesWithoutText: 2, pageCount: 3 } });
    expect(found && textMessage(found)).toContain('Partly searchable: read 1 of 3 pages.');
  });
});
