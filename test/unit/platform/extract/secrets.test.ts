import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph } from '../../../fixtures/documents/make-package.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

/** Made up, and no key: the shape of one. */
const BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7'.repeat(3);
const pem = (kind: string) => `-----BEGIN ${kind}-----\n${BODY}\n-----END ${kind}-----\n`;
const secretOf = async (name: string, content: string | Uint8Array) =>
  (await docs.extract(name, content)).secret;

describe('what its owner would hardly show to all', () => {
  it.each([
    ['key.pem', pem('PRIVATE KEY'), 'private-key'],
    ['id_rsa', pem('OPENSSH PRIVATE KEY'), 'private-key'],
    ['server.txt', `Bag Attributes\n${pem('RSA PRIVATE KEY')}`, 'private-key'],
    ['account.json', JSON.stringify({ private_key: pem('PRIVATE KEY') }), 'private-key'],
    ['key.ppk', 'PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n', 'private-key'],
    ['key.pfx', Buffer.from([0x30, 0x82, 0, 0, 2, 1, 3, 0, 0, 0]), 'private-key'],
    ['vault.kdbx', Buffer.from([0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5, 0, 1]), 'passwords'],
    ['export.csv', '"url","username","password"\n"https://x.example","mira","hunter22"\n', 'passwords'],
    ['logins.csv', 'name;Benutzername;Passwort\nx;mira;hunter22\n', 'passwords'],
    ['prod.env', 'PORT=80\nDB_PASSWORD=hunter22hunter22\n', 'passwords'],
  ] as const)('is seen in %s', async (name, content, secret) => {
    expect(await secretOf(name, content)).toBe(secret);
  });

  it.each([
    ['guide.md', '# Keys\n\nA key begins with `-----BEGIN PRIVATE KEY-----` and ends with the same.'],
    ['certificate.pem', pem('CERTIFICATE')],
    ['public.asc', pem('PGP PUBLIC KEY BLOCK')],
    ['fields.csv', 'name,email,company\nMira,mira@x.example,Harborline'],
    ['policy.txt', 'Passwords, user names and urls are nobody else’s business.'],
    ['guide.docx', makeDocx(paragraph(pem('PRIVATE KEY')))],
  ])('is not in %s', async (name, content) => {
    expect(await secretOf(name, content)).toBeUndefined();
  });
});
