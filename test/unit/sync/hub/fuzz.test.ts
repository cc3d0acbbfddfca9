import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODEL } from '../../../../src/domain/registry.ts';
import { generateSecret, nodeCrypto, signerOf } from '../../../../src/platform/keys/node-crypto.ts';
import { canonicalJson } from '../../../../src/shared/canonical-json.ts';
import { joinBundle, splitBundle } from '../../../../src/sync/hub/bundle.ts';
import { headBytes, parseHead, readHead } from '../../../../src/sync/hub/hub-head.ts';
import { readNote } from '../../../../src/sync/hub/news.ts';
import { isKey } from '../../../../src/sync/hub/object-store.ts';
import { readOwnTerms, readSealLine, readSegment } from '../../../../src/sync/hub/segment.ts';
import { makeCard, readCard } from '../../../../src/sync/identity/device-card.ts';
import { readHubDocument, signHubDocument } from '../../../../src/sync/identity/hub-document.ts';
import { documentBytes, parseDocument, signDocument } from '../../../../src/sync/identity/signed-document.ts';
import { checkLine, emptyChain, parseEvent } from '../../../../src/sync/journal/journal-chain.ts';
import { madeDevice } from '../../../support/sync/made-device.ts';

/** How often each parser is tried: a few hundred times everywhere, 100,000 times by hand. */
const numRuns = Number(process.env.KITBAG_FUZZ_RUNS ?? 300);

const secret = generateSecret();
const signer = signerOf(secret);
const made = madeDevice([{ text: 'one' }, { text: 'zwei ü' }, { nested: [{ a: [1, null, true] }] }]);
const { card, head, segment } = made;
const at = { device: card.device, stream: 'catalog', publicKey: card.publicKey } as const;
const [ref = { from: 1, to: 1, digest: '', size: 0 }] = head.streams.catalog.segments;
const chain = emptyChain(card.device, 'catalog', nodeCrypto);
const hub = signHubDocument({ hub: 'h_0000000000000001' as never, name: 'Hub' }, signer, nodeCrypto);
const bundle = joinBundle(
  new Map([[`devices/${card.device}/card.json`, documentBytes(card, nodeCrypto)]]),
  nodeCrypto,
);
const GENUINE = [
  documentBytes(card, nodeCrypto),
  documentBytes(hub, nodeCrypto),
  headBytes(head, nodeCrypto),
  segment,
  bundle,
];

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** JSON that means harm: numbers beyond all, deep nests, halves of characters, names that mean something to JavaScript. */
const harm = fc.constantFrom(
  '1e400',
  '-1e999',
  '9007199254740993',
  '"\\ud800"',
  '{"__proto__":{"v":1}}',
  '{"toString":1,"constructor":{}}',
  '['.repeat(5000),
  `${'['.repeat(200)}${']'.repeat(200)}`,
  '""',
  'null',
  '{}',
  '[]',
  '"\\u0000"',
  '-0',
  '1.5',
);

/** Genuine bytes with something cut out, put in, turned or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...GENUINE),
    fc.nat(),
    fc.nat(400),
    fc.oneof(harm.map(bytesOf), fc.uint8Array({ maxLength: 20 })),
  )
  .map(([bytes, place, cut, put]) => {
    const from = place % (bytes.length + 1);
    return new Uint8Array([
      ...bytes.subarray(0, from),
      ...put,
      ...bytes.subarray(Math.min(bytes.length, from + (cut % 7))),
    ]);
  });

/** Genuine documents with the value of some name replaced. */
const replaced = fc.tuple(fc.constantFrom(...GENUINE), fc.nat(), harm).map(([bytes, which, value]) => {
  const text = nodeCrypto.text(bytes) ?? '';
  const values = [...text.matchAll(/:("[^"]*"|\d+|\[[^\]]*\])/g)];
  const found = values[which % Math.max(1, values.length)];
  if (found?.index === undefined) return bytes;
  return bytesOf(`${text.slice(0, found.index + 1)}${value}${text.slice(found.index + found[0].length)}`);
});

const anything = fc.oneof(
  mutated,
  replaced,
  fc.uint8Array({ maxLength: 300 }),
  fc.json({ maxDepth: 6 }).map(bytesOf),
  fc.tuple(harm, harm).map(([a, b]) => bytesOf(`{"v":1,"x":${a},"sig":${b}}\n`)),
);

const always = (run: (bytes: Uint8Array) => void): void => fc.assert(fc.property(anything, run), { numRuns });

/** A value that is put into a signed document: what a device with a key of its own can make. */
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(0, 1, -1, 2 ** 53 - 1, 1.7e308, '', [], {}, null),
);

describe('whatever lies in a hub', () => {
  it('as its description is a hub, or none for a reason', () => {
    always((bytes) => {
      const reading = readHubDocument(bytes, nodeCrypto);
      expect(['hub', 'unreadable', 'newer-format', 'forged']).toContain(reading.outcome);
    });
  });

  it('as a card is a device’s own, or none', () => {
    always((bytes) => {
      const read = readCard(parseDocument(bytes, nodeCrypto), nodeCrypto);
      if (read !== undefined)
        expect(nodeCrypto.sha256OfBase64Url(read.publicKey).slice(0, 32)).toBe(read.device);
    });
  });

  it('as a head is the one that was signed, or none for a reason', () => {
    always((bytes) => {
      const reading = readHead(bytes, card, nodeCrypto);
      if (reading.outcome === 'head') expect(canonicalJson(reading.head)).toBe(canonicalJson(head));
      parseHead(bytes, nodeCrypto);
    });
  });

  it('as a segment gives lines of the chain that was signed, or none', () => {
    always((bytes) => {
      const reading = readSegment(bytes, ref, at, chain, nodeCrypto);
      if (reading.outcome === 'sound') expect(reading.lines).toEqual(made.lines);
      readOwnTerms(bytes, ref, at, nodeCrypto);
      readSealLine(bytes, at, nodeCrypto);
    });
  });

  it('as a bundle gives objects with keys of a hub, and no more bytes than it has, or nothing', () => {
    always((bytes) => {
      const objects = [...(splitBundle(bytes, nodeCrypto) ?? [])];
      expect(objects.every(([key]) => isKey(key))).toBe(true);
      expect(objects.reduce((sum, [, { length }]) => sum + length, 0)).toBeLessThanOrEqual(bytes.length);
    });
  });

  it('as a line is an event that follows, or none', () => {
    always((bytes) => {
      const line = nodeCrypto.text(bytes) ?? '';
      const event = parseEvent(line);
      if (event !== undefined) canonicalJson(event);
      checkLine(line, chain, card.device, nodeCrypto);
    });
  });

  it('as a name of news tells of a device, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        readNote(key);
        readNote(`news/${key}`);
      }),
      { numRuns },
    );
  });
});

describe('a signature', () => {
  it('has one text, and so has the key that it is checked by', () => {
    const signature = signer.sign('text');
    const { publicKey } = signer;
    expect(nodeCrypto.verify(publicKey, 'text', signature)).toBe(true);
    for (const other of [`[]${signature}`, `${signature}=`, `${signature} `, `${signature}AAAA`])
      expect(nodeCrypto.verify(publicKey, 'text', other)).toBe(false);
    for (const other of [`[]${publicKey}`, `${publicKey}=`, `${publicKey}\n`])
      expect(nodeCrypto.verify(other, 'text', signature)).toBe(false);
  });
});

describe('whatever a device signs with a key of its own', () => {
  const own = makeCard('own', signer, nodeCrypto);
  const of = { device: own.device, publicKey: own.publicKey };

  it('as its head names segments that join within all limits, or is refused', () => {
    const parts = fc.record(
      { v: value, serial: value, at: value, retired: value, streams: value, bundle: value, __proto__: value },
      { requiredKeys: [] },
    );
    const segments = fc.array(
      fc.record({ from: value, to: value, digest: value, size: value }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(parts, segments, fc.boolean(), (part, list, nested) => {
        const { v: _v, sig: _sig, ...rest } = head;
        const stream = { ...head.streams.catalog, ...(nested && { segments: list }) };
        const body = {
          v: 1,
          ...rest,
          streams: { ...head.streams, catalog: stream },
          ...part,
          device: own.device,
        };
        const signed = signDocument('kitbag head 1\n', body, signer);
        const reading = readHead(documentBytes(signed, nodeCrypto), of, nodeCrypto);
        if (reading.outcome !== 'head') return;
        for (const { seq, segments: all } of Object.values(reading.head.streams)) {
          expect(all.reduce((reached, { from, to }) => (from === reached + 1 ? to : Number.NaN), 0)).toBe(
            seq,
          );
          for (const { size } of all) expect(Number.isSafeInteger(size) && size >= 0).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  it('as an event of any kind is read, or refused singly', () => {
    const kinds = fc.oneof(fc.constantFrom(...MODEL.kinds), fc.string());
    const names = fc.constantFrom(
      'asset',
      'member',
      'at',
      'version',
      'fields',
      'title',
      'set',
      'request',
      'last',
      '__proto__',
      'to',
    );
    const bodies = fc.oneof(value, fc.dictionary(names, value));
    fc.assert(
      fc.property(kinds, bodies, (kind, body) => {
        const event = { device: own.device, seq: 1, hlc: '', member: 'm', kind, body };
        expect(['known', 'unknown-kind', 'invalid-body']).toContain(MODEL.read(event).read);
      }),
      { numRuns },
    );
  });
});
