import { describe, expect, it } from 'vitest';
import { defectForLog, placeOfDefect } from '../../../src/shared/defect.ts';

/** As Node tells that a file can't be opened. */
function noSuchFile(): Error {
  const error = new Error(
    "ENOENT: no such file or directory, open '/home/ana/Walk-away prices.pptx'\nprice 61",
  );
  error.stack = `${error.name}: ${error.message}\n    at open (/home/ana/kitbag/out/main/index.js:12:7)\n    at /home/ana/x.js:1:1`;
  return Object.assign(error, { code: 'ENOENT' });
}

describe('a defect, as the log tells it', () => {
  it('is its kind, its code and the place in the program, with no name, path or word of anybody', () => {
    expect(defectForLog(noSuchFile())).toBe('Error ENOENT at open (index.js:12:7)');
    expect(placeOfDefect(noSuchFile())).toBe('open (index.js:12:7)');
  });

  it('is unknown where something else was thrown', () => {
    expect(defectForLog('/home/ana/secret')).toBe('unknown problem');
    expect(placeOfDefect(undefined)).toBe('');
  });
});
