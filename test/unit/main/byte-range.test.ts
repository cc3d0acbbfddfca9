import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByteRange } from '../../../src/main/protocols/byte-range.ts';

describe('a Range header', () => {
  it('asks for the part that it names, both ends included', () => {
    expect(readByteRange('bytes=0-0', 10)).toEqual({ kind: 'part', start: 0, end: 0 });
    expect(readByteRange('bytes=2-4', 10)).toEqual({ kind: 'part', start: 2, end: 4 });
    expect(readByteRange('bytes=7-', 10)).toEqual({ kind: 'part', start: 7, end: 9 });
  });

  it('asks for the last bytes when only an end is given', () => {
    expect(readByteRange('bytes=-3', 10)).toEqual({ kind: 'part', start: 7, end: 9 });
    expect(readByteRange('bytes=-30', 10)).toEqual({ kind: 'part', start: 0, end: 9 });
  });

  it('stops at the end of the file', () => {
    expect(readByteRange('bytes=8-999', 10)).toEqual({ kind: 'part', start: 8, end: 9 });
  });

  it('can’t be satisfied when it begins beyond the file', () => {
    expect(readByteRange('bytes=10-', 10)).toEqual({ kind: 'unsatisfiable' });
    expect(readByteRange('bytes=-0', 10)).toEqual({ kind: 'unsatisfiable' });
    expect(readByteRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' });
  });

  it.each([null, '', 'bytes=', 'bytes=-', 'bytes=4-2', 'bytes=1-2,4-5', 'pages=1-2', 'bytes=a-b'])(
    'is answered with the whole file when it is %j',
    (header) => {
      expect(readByteRange(header, 10)).toEqual({ kind: 'whole' });
    },
  );

  it('never leads outside the file', () => {
    const bound = fc.option(fc.nat(30), { nil: '' });
    fc.assert(
      fc.property(bound, bound, fc.nat(20), (first, last, size) => {
        const range = readByteRange(`bytes=${first}-${last}`, size);
        if (range.kind !== 'part') return true;
        return range.start >= 0 && range.start <= range.end && range.end < size;
      }),
    );
  });
});
