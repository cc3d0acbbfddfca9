import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, readFingerprint } from '../../../src/shared/fingerprint.ts';

const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

describe('a fingerprint', () => {
  it('is read however it is typed, and out of an invitation', () => {
    fc.assert(
      fc.property(digest, (sha256) => {
        const shown = fingerprintOf(sha256);
        expect(shown).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
        expect(readFingerprint(shown)).toBe(shown);
        expect(readFingerprint(` ${shown.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(shown);
        expect(readFingerprint(shown.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(shown);
        expect(readFingerprint(`Join our hub.\n   Fingerprint: ${shown}\nWelcome!`)).toBe(shown);
      }),
    );
  });

  it('is none where there is none, or where two are', () => {
    expect(readFingerprint('4K7QX-4K7QX-4K7QX-4K7QX')).toBeUndefined();
    expect(readFingerprint('4K7Q-4K7Q-4K7Q')).toBeUndefined();
    expect(readFingerprint('Either AAAA-AAAA-AAAA-AAAA or BBBB-BBBB-BBBB-BBBB')).toBeUndefined();
    expect(readFingerprint('')).toBeUndefined();
  });
});
