import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whoCan } from '../../../src/words/who-can.ts';

describe('who can read and write what', () => {
  it('is said in SECURITY.md in the words of the dialog and the command line', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../SECURITY.md'), 'utf8');
    for (const sentence of [...whoCan('folder'), ...whoCan('bucket')]) expect(text).toContain(sentence);
  });
});
