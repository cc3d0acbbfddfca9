import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, bytesOfBase64 } from '../../../src/shared/base64.ts';

describe('base64', () => {
  it('is what Node makes of the same bytes, and gives them back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = base64Of(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
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
