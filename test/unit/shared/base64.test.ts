import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfBase64 } from '../../../src/shared/base64.ts';

describe('base64', () => {
  it('is read as Node writes it, padded or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(bytesOfBase64(text)).toEqual(bytes);
        expect(bytesOfBase64(text.replace(/=/g, ''))).toEqual(bytes);
      }),
    );
  });

  it('is no text with other characters', () => {
    expect(bytesOfBase64('aGk_')).toBeUndefined();
    expect(bytesOfBase64('aG k')).toBeUndefined();
  });
});
