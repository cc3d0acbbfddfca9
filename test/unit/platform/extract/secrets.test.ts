import { describe, expect, it } from 'vitest';
import { makeDocx, makeXlsx, paragraph } from '../../../fixtures/documents/make-package.ts';
import { withExtractor } from './support.ts';

const docs = withExtractor();

/** Made up, and no key: the shape of one. */
const BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7'.repeat(3);
const pem = (kind: string) => `-----BEGIN ${kind}-----\n${BODY}\n-----END ${kind}-----\n`;
const secretOf = async (name: string, content: string | Uint8Array) =>
  (await docs.extract(name, content)).secret;

/** A mail with these files. */
const mail = (files: readonly (readonly [name: string, content: string])[], body = 'See below.') =>
  [
    'From: a@x.example\r\nTo: b@x.example\r\nSubject: Access\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n',
    `--b\r\nContent-Type: text/plain\r\n\r\n${body}\r\n`,
    ...files.map(
      ([name, content]) =>
        `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`,
    ),
    '--b--\r\n',
  ].join('\r\n');

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
    ['access.eml', mail([['server.pem', pem('PRIVATE KEY')]]), 'private-key'],
    ['logins.eml', mail([['export.csv', 'url,username,password\nx,mira,hunter22\n']]), 'passwords'],
    ['forwarded.eml', mail([['inner.eml', mail([['server.pem', pem('PRIVATE KEY')]])]]), 'private-key'],
    ['body.eml', mail([], pem('PRIVATE KEY')), 'private-key'],
    ['guide.docx', makeDocx(paragraph(pem('RSA PRIVATE KEY'))), 'private-key'],
    [
      'team.xlsx',
      makeXlsx({ Team: [['Tools'], ['URL', 'Username', 'Password'], ['x', 'mira', 'hunter22']] }),
      'passwords',
    ],
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
    [
      'guide.docx',
      makeDocx(paragraph('It begins with -----BEGIN PRIVATE KEY----- and ends with the same words.')),
    ],
    ['form.xlsx', makeXlsx({ Logins: [['URL', 'Username', 'Password']] })],
    ['note.eml', mail([['guide.md', 'A key begins with `-----BEGIN PRIVATE KEY-----` and ends alike.']])],
  ])('is not in %s', async (name, content) => {
    expect(await secretOf(name, content)).toBeUndefined();
  });
});
