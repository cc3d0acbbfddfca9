import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** scrypt's work (RFC 7914): 64 MB and some 0.2 s a try. */
const WORK = { N: 2 ** 16, r: 8, p: 1 };
/** More than this is not worked for, whatever a text asks. */
const MOST_WORK = { N: 2 ** 17, r: 8, p: 2 };
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const boxSchema = z.tuple([
  z.number().int().min(2).max(MOST_WORK.N),
  z.number().int().min(1).max(MOST_WORK.r),
  z.number().int().min(1).max(MOST_WORK.p),
  z.string().max(64),
  z.string().max(64),
  z.string().max(20_000),
]);

/** Seals a text with a password (scrypt, AES-256-GCM). It opens only with the same `purpose`, which is not secret. */
export async function sealWithPassword(text: string, password: string, purpose: string): Promise<string> {
  const salt = randomBytes(16);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(password, salt, WORK), iv);
  cipher.setAAD(Buffer.from(purpose, 'utf8'));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const parts = [salt, iv, sealed].map((bytes) => bytes.toString('base64url'));
  return JSON.stringify([WORK.N, WORK.r, WORK.p, ...parts]);
}

/** The text that was sealed; `undefined` where the password, the purpose or the seal is another one. Never throws on bad input. */
export async function openWithPassword(
  box: string,
  password: string,
  purpose: string,
): Promise<string | undefined> {
  try {
    const [N, r, p, salt, iv, sealed] = boxSchema.parse(JSON.parse(box));
    const bytes = Buffer.from(sealed, 'base64url');
    const key = await keyOf(password, Buffer.from(salt, 'base64url'), { N, r, p });
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'));
    decipher.setAAD(Buffer.from(purpose, 'utf8'));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return undefined; // Another password, another place, or no seal at all: GCM tells them apart for nobody.
  }
}

/** Passwords are read aloud and typed again: case, spaces and dashes say nothing. */
function normal(password: string): string {
  return password
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '');
}

function keyOf(
  password: string,
  salt: Buffer,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(normal(password), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
