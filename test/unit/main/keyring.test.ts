import { describe, expect, it } from 'vitest';
import { type FromEngine, fromEngineSchema, toEngineSchema } from '../../../src/main/host/engine-messages.ts';
import { MainKeyring } from '../../../src/main/host/main-keyring.ts';
import { askKeyring, type Sealing } from '../../../src/main/host/system-keyring.ts';
import { generateSecret } from '../../../src/platform/keys/node-crypto.ts';
import { err, ok } from '../../../src/shared/result.ts';

type Backend = ReturnType<Sealing['getSelectedStorageBackend']>;

/** Electron's `safeStorage` over a keyring that turns bytes round. */
function sealing(backend: Backend, available = true): Sealing {
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(text, 'utf8').reverse(),
    decryptString: (sealed) => {
      if (sealed.length !== 43) throw new Error('Error while decrypting the ciphertext');
      return Buffer.from(sealed).reverse().toString('utf8');
    },
  };
}

describe('the keyring of the system', () => {
  it('is one only where the system keeps its password', () => {
    const available = (backend: Backend, there = true, platform = 'linux') =>
      askKeyring(sealing(backend, there), platform, { ask: 'available' }).outcome === 'done';
    expect(available('gnome_libsecret')).toBe(true);
    expect(available('kwallet6')).toBe(true);
    expect(available('gnome_libsecret', false)).toBe(false);
    expect(available('basic_text')).toBe(false);
    expect(available('unknown')).toBe(false);
    expect(available('unknown', true, 'darwin')).toBe(true);
    expect(available('unknown', false, 'win32')).toBe(false);
  });

  it('says in a word that it refuses, without what it was given', () => {
    const asked = { ask: 'reveal', sealed: Buffer.from('foreign').toString('base64') } as const;
    const refused = { outcome: 'not-done', why: 'refused' };
    expect(askKeyring(sealing('gnome_libsecret'), 'linux', asked)).toEqual(refused);
    const none = { outcome: 'not-done', why: 'no-keyring' };
    expect(askKeyring(sealing('basic_text'), 'linux', asked)).toEqual(none);
  });
});

describe('the engine’s way to it', () => {
  it('gets back what it had sealed, by messages that both sides check', async () => {
    const keyring: MainKeyring = new MainKeyring((id, question) => {
      const message = fromEngineSchema.parse({ kind: 'keyring', id, question } satisfies FromEngine);
      if (message.kind !== 'keyring') throw new Error('Another message.');
      const answer = askKeyring(sealing('gnome_libsecret'), 'linux', message.question);
      const reply = toEngineSchema.parse({ kind: 'keyring-answer', id: message.id, answer });
      if (reply.kind === 'keyring-answer') keyring.hear(reply.id, reply.answer);
    });
    const secret = generateSecret();
    expect(await keyring.available()).toBe(true);
    const sealed = await keyring.protect(secret);
    if (!sealed.ok) throw new Error(sealed.error);
    expect(sealed.value).not.toContain(secret);
    expect(await keyring.reveal(sealed.value)).toEqual(ok(secret));
    expect(await keyring.reveal('AAAA')).toEqual(err('refused'));
  });

  it('gives each question its own answer, whatever the order', async () => {
    const ids: number[] = [];
    const keyring = new MainKeyring((id) => ids.push(id));
    const answers = Promise.all([keyring.reveal('AAAA'), keyring.reveal('BBBB')]);
    keyring.hear(ids[1] ?? 0, { outcome: 'done', text: 'b' });
    keyring.hear(ids[0] ?? 0, { outcome: 'done', text: 'a' });
    keyring.hear(99, { outcome: 'done', text: 'nobody asked' });
    expect(await answers).toEqual([ok('a'), ok('b')]);
  });

  it('goes on without an answer, and leaves a late one alone', async () => {
    const ids: number[] = [];
    const keyring = new MainKeyring((id) => ids.push(id), 0);
    expect(await keyring.reveal('AAAA')).toEqual(err('no-answer'));
    keyring.hear(ids[0] ?? 0, { outcome: 'done', text: 'late' });
    expect(await keyring.available()).toBe(false);
  });

  it('takes no message of another form', () => {
    for (const question of [
      { ask: 'protect', secret: '' },
      { ask: 'protect', secret: 'x'.repeat(20_000) },
      { ask: 'protect' },
      { ask: 'reveal', sealed: 'not base 64!' },
      { ask: 'reveal', sealed: 'A'.repeat(40_000) },
      { ask: 'everything' },
    ]) {
      expect(fromEngineSchema.safeParse({ kind: 'keyring', id: 1, question }).success).toBe(false);
    }
    const answer = { outcome: 'not-done', why: 'because' };
    expect(toEngineSchema.safeParse({ kind: 'keyring-answer', id: 1, answer }).success).toBe(false);
  });
});
