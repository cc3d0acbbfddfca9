import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WHO_CAN } from '../../../src/shared/who-can.ts';

describe('who can read and write what', () => {
  it('is said in SECURITY.md in the words of the dialog and the command line', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../SECURITY.md'), 'utf8');
    for (const sentence of Object.values(WHO_CAN).flat()) expect(text).toContain(sentence);
  });
});
