import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Element, readRefusal, readXml } from '../../../src/platform/object-store/bucket/answer-xml.ts';
import { invitations } from '../../../src/platform/object-store/invitations.ts';

/** How often each parser is tried: a few hundred times everywhere, 100,000 times by hand. */
const numRuns = Number(process.env.KITBAG_FUZZ_RUNS ?? 300);

const DEEPEST = 8;
const LISTING =
  '<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>true</IsTruncated><Contents><Key>a%20b</Key><Size>3</Size></Contents></ListBucketResult>';
const REFUSAL = '<Error><Code>AccessDenied</Code><Region>eu-central-1</Region></Error>';

const harm = fc.constantFrom(
  '<a>'.repeat(3000),
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  '&x;',
  '&#0;',
  '&#xd800;',
  '<![CDATA[',
  ']]>',
  '\u0000',
  '<a b="',
  '</',
  '<Code>',
  '-->',
);

/** Genuine answers with something cut out or put in, and anything else. */
const answer = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(LISTING, REFUSAL),
      fc.nat(),
      fc.nat(9),
      fc.oneof(harm, fc.string({ maxLength: 9 })),
    )
    .map(([text, place, cut, put]) => {
      const from = place % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + cut);
    }),
  fc.string({ unit: 'binary' }),
);

function depthOf({ children }: Element): number {
  return 1 + Math.max(0, ...children.map(depthOf));
}

describe('what a store answers', () => {
  it('is flat XML, or nothing, and a refusal is a word of it', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const root = readXml(text);
        if (root !== undefined) expect(depthOf(root)).toBeLessThanOrEqual(DEEPEST);
        const refusal = readRefusal(text);
        if (refusal !== undefined) expect(refusal.code).toMatch(/^[\w.]{1,64}$/);
      }),
      { numRuns },
    );
  });
});

describe('an invitation', () => {
  const { read, write } = invitations({ hold: () => '', read: async () => undefined } as never, {});
  const place = { kind: 'folder', folder: '/hub' } as const;
  const genuine = write({ hub: 'h_0', name: 'Acme', founder: 'f', place });

  /** Any body with the check that makes it whole: it protects against nobody. */
  const whole = (text: string): string => {
    const body = Buffer.from(text).toString('base64url');
    const check = createHash('sha256').update(body).digest('hex').slice(0, 8);
    return `kitbag-invitation:1:${body}:${check}`;
  };

  it('is what was written, or none', () => {
    const nested = fc.constantFrom('['.repeat(20_000), '{"place":'.repeat(3000), '1e400', '"\\ud800"');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.oneof(fc.json(), nested).map(whole),
      fc
        .tuple(fc.nat(genuine.length), harm)
        .map(([at, put]) => genuine.slice(0, at) + put + genuine.slice(at)),
    );
    fc.assert(
      fc.property(text, (one) => {
        const found = read(one);
        if (found !== undefined) expect(found).toEqual(read(genuine));
      }),
      { numRuns },
    );
    expect(read(genuine)).toMatchObject({ name: 'Acme', place });
  });

  it('shows the hub’s name and place without what turns or steers', () => {
    const hostile = { hub: 'h_0', founder: 'f', name: 'Ac\u202eme\u0000\u200b' };
    const folder = '/hub\u001b[2J\u202e';
    const found = read(whole(JSON.stringify({ ...hostile, place: { kind: 'folder', folder } })));
    expect(found).toMatchObject({ name: 'Acme', place: { folder: '/hub [2J' } });
    expect(read(whole(JSON.stringify({ ...hostile, name: '\u202e', place })))).toBeUndefined();
  });
});
