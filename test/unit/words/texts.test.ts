import { describe, expect, it } from 'vitest';
import { UNSEARCHABLE_REASONS } from '../../../src/shared/vocabulary/unsearchable.ts';
import { indexedMessage, readAgainMessage, textMessage, whyUnsearchable } from '../../../src/words/texts.ts';

const UNKNOWN = 'Its text can’t be searched; title and tags are found.';
const AGAIN = 'Kitbag tries again by itself when it has nothing else to do; ‘Rebuild the index’ tries now.';

describe('what is said of a document’s text', () => {
  it('is a sentence of its own for every reason, and nothing where all can be searched', () => {
    const sentences = UNSEARCHABLE_REASONS.map((reason) => textMessage({ state: 'not', reason }));
    expect(new Set([...sentences, UNKNOWN]).size).toBe(UNSEARCHABLE_REASONS.length + 1);
    expect(textMessage({ state: 'searchable' })).toBeUndefined();
  });

  it.each(['no-reason', 'constructor', ''])(
    'is something for the reason ‘%s’ of a newer version',
    (reason) => {
      expect(whyUnsearchable(reason)).toBe(UNKNOWN);
      expect(indexedMessage({ reason })).toBe(UNKNOWN);
    },
  );

  it('counts the pages that have none', () => {
    const some = (pagesWithoutText: number, reason = 'no-text') =>
      textMessage({ state: 'partly', reason, missing: { pagesWithoutText, pageCount: 9 } });
    const should = 'If they should have some, export the file again from the original.';
    expect(some(1)).toBe(
      'One page has no searchable text. If it should have some, export the file again from the original.',
    );
    expect(some(1, 'scanned')).toMatch(
      /^One page has no searchable text\. It is a picture whose text is not recognized\.$/,
    );
    expect(some(2, 'scanned')).toMatch(
      /^2 pages have no searchable text\. They are pictures whose text is not recognized\.$/,
    );
    expect(some(4)).toBe(`4 pages have no searchable text. ${should}`);
    expect(some(4, 'no-reason')).toBe(`4 pages have no searchable text. ${UNKNOWN}`);
    expect(some(4, 'too-long')).toBe(whyUnsearchable('too-long'));
  });

  it('says how far reading came before it was broken off', () => {
    const late = (pagesWithoutText: number, pageCount: number, reason = 'timed-out') =>
      textMessage({ state: 'partly', reason, missing: { pagesWithoutText, pageCount } });
    const stopped = 'Reading the rest took too long and was stopped.';
    expect(late(28, 40)).toBe(`Partly searchable: read 12 of 40 pages. ${stopped} ${AGAIN}`);
    expect(late(0, 1)).toBe(`Partly searchable: read its first 1 page. ${stopped} ${AGAIN}`);
    expect(late(1, 2, 'crashed')).toBe(
      `Partly searchable: read 1 of 2 pages. The reader stopped on the rest. ${AGAIN}`,
    );
  });

  it('tells what is only missing here from what can never be searched', () => {
    expect(indexedMessage({ reason: 'text-missing' })).toContain('not on this device');
    expect(indexedMessage({ reason: 'not-indexed-yet' })).toContain('waiting to be indexed');
    expect(indexedMessage({ reason: 'scanned' })).toBe(whyUnsearchable('scanned'));
  });

  it('says what is read again by itself and what when asked', () => {
    const itself = '2 documents will be read again when Kitbag has nothing else to do.';
    expect(readAgainMessage({ byItself: 0, whenAsked: 0 })).toBeUndefined();
    expect(readAgainMessage({ byItself: 2, whenAsked: 0 })).toBe(itself);
    expect(readAgainMessage({ byItself: 2, whenAsked: 1 })).toBe(
      `${itself} Rebuild the index to read 1 more document again.`,
    );
    expect(readAgainMessage({ byItself: 0, whenAsked: 3 })).toBe(
      'Rebuild the index to read 3 documents again.',
    );
  });
});
