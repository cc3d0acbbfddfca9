import { expect, it } from 'vitest';
import { openWithPassword, sealWithPassword } from '../../../../src/platform/keys/password-box.ts';

const TEXT = '{"accessKeyId":"AKIA","secretAccessKey":"gehëim €"}';
const PASSWORD = 'ABCDE-FGHJK-MNPQR-STVWX';
const PURPOSE = 's3://bucket/team';

/** The box with one of its parts replaced: work (three numbers), salt, iv, sealed text. */
function withPart(box: string, at: number, part: unknown): string {
  const parts = JSON.parse(box) as unknown[];
  return JSON.stringify(parts.with(at, part));
}

it('opens with its password, however it was read aloud and typed', async () => {
  const box = await sealWithPassword(TEXT, PASSWORD, PURPOSE);
  for (const typed of [
    PASSWORD,
    'abcde fghjk mnpqr stvwx',
    ' ABCDEFGHJKMNPQRSTVWX\n',
    'abcde–fghjk–mnpqr–stvwx',
  ])
    expect(await openWithPassword(box, typed, PURPOSE)).toBe(TEXT);
});

it('opens with no other password and for no other purpose', async () => {
  const box = await sealWithPassword(TEXT, PASSWORD, PURPOSE);
  expect(await openWithPassword(box, `${PASSWORD.slice(0, -1)}Y`, PURPOSE)).toBeUndefined();
  expect(await openWithPassword(box, '', PURPOSE)).toBeUndefined();
  expect(await openWithPassword(box, PASSWORD, 's3://other/team')).toBeUndefined();
});

it('never looks the same twice, and shows nothing of what is in it', async () => {
  const [one, other] = [
    await sealWithPassword(TEXT, PASSWORD, PURPOSE),
    await sealWithPassword(TEXT, PASSWORD, PURPOSE),
  ];
  expect(one).not.toBe(other);
  const bytes = Buffer.from((JSON.parse(one) as string[])[5] ?? '', 'base64url').toString('latin1');
  for (const word of ['AKIA', 'secretAccessKey', 'ABCDE']) expect(one + bytes).not.toContain(word);
});

it('is no box with any of its parts changed', async () => {
  const box = await sealWithPassword(TEXT, PASSWORD, PURPOSE);
  const parts = JSON.parse(box) as string[];
  for (const at of [3, 4, 5]) {
    const part = parts[at] ?? '';
    const other = `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`;
    expect(await openWithPassword(withPart(box, at, other), PASSWORD, PURPOSE)).toBeUndefined();
  }
  // Half of the seal is no seal: a shorter tag would be easier to guess.
  const short = (parts[5] ?? '').slice(0, 12);
  expect(await openWithPassword(withPart(box, 5, short), PASSWORD, PURPOSE)).toBeUndefined();
});

it('is not worked for beyond a bound, whatever a text asks', async () => {
  const box = await sealWithPassword(TEXT, PASSWORD, PURPOSE);
  for (const [at, work] of [
    [0, 2 ** 30],
    [0, 1e9],
    [0, -2],
    [0, 3],
    [1, 1024],
    [2, 1_000_000],
  ] as const)
    expect(await openWithPassword(withPart(box, at, work), PASSWORD, PURPOSE)).toBeUndefined();
});

it.each(['', 'null', '[]', '{}', '[1,2,3]', '["a","b","c","d","e","f"]', '['.repeat(10_000)])(
  'is told from what is none: %.20s',
  async (text) => {
    expect(await openWithPassword(text, PASSWORD, PURPOSE)).toBeUndefined();
  },
);
