import { describe, expect, it } from 'vitest';
import { newInviteCode, readInviteCode, secretOfInvite } from '../../../../src/platform/keys/invite-code.ts';
import { nodeCrypto, signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import { systemRandom } from '../../../../src/platform/system/system-ports.ts';

describe('the code for a further device', () => {
  it('is four groups of five characters that can’t be mistaken', () => {
    const code = newInviteCode(systemRandom);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    expect(newInviteCode(systemRandom)).not.toBe(code);
  });

  it('is read however it is typed', () => {
    const code = newInviteCode({ bytes: (count) => Uint8Array.from({ length: count }, (_, i) => i) });
    expect(code).toBe('01234-56789-ABCDE-FGHJK');
    expect(readInviteCode(' o1234 56789abcde-fghjk ')).toBe(code);
    expect(readInviteCode('OL234-56789-ABCDE-FGHJK')).toBe(code);
    expect(readInviteCode('01234-56789-ABCDE-FGHJ')).toBeUndefined();
    expect(readInviteCode('01234-56789-ABCDE-FGHJU')).toBeUndefined();
  });

  it('gives the same key on both devices, and another one for another code', () => {
    const one = signerOf(secretOfInvite('01234-56789-ABCDE-FGHJK'));
    const same = signerOf(secretOfInvite('01234-56789-ABCDE-FGHJK'));
    const other = signerOf(secretOfInvite('01234-56789-ABCDE-FGHJM'));
    expect(nodeCrypto.verify(one.publicKey, 'text', same.sign('text'))).toBe(true);
    expect(nodeCrypto.verify(one.publicKey, 'text', other.sign('text'))).toBe(false);
    // A vector for second implementations.
    expect(secretOfInvite('01234-56789-ABCDE-FGHJK')).toBe('BKN7KneWhpPVB1v8CGADHA9NKVkLH_Ll-LMoFDTyYtA');
  });
});
