import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearDocuments, nearestDocuments } from '../../../../src/engine/near/pages/near-documents.ts';
import { packPrints, unpackPrints } from '../../../../src/engine/near/pages/pack-prints.ts';
import { printOfPicture, printsOf } from '../../../../src/engine/near/pages/page-prints.ts';
import { PageTable, type PrintedDocument } from '../../../../src/engine/near/pages/page-table.ts';
import { jaccard, MOST_SHINGLES, shinglesOf } from '../../../../src/engine/near/pages/shingles.ts';
import { Words } from '../../../bench/corpus.ts';
import { nearCorpus } from '../../../bench/near-corpus.ts';

const breathe = async (): Promise<void> => undefined;
const words = new Words(3);
const page = (text: string) => ({ label: '1', text });
const printed = async (id: string, ...texts: readonly string[]): Promise<PrintedDocument> => ({
  id,
  prints: await printsOf(texts.map(page), breathe),
});
const pairsOf = async (...documents: readonly PrintedDocument[]) =>
  nearDocuments(await PageTable.of(documents, breathe), breathe);
const slides = (count: number): string[] => Array.from({ length: count }, () => words.text(40));

describe('shingles', () => {
  it('are the same whatever the case, the accents and the spaces', () => {
    expect(shinglesOf('Die  GRÖSSE zählt,\nnicht der Preis')).toEqual(
      shinglesOf('die größe zahlt nicht der preis'),
    );
  });

  it('say of a long text about what they say of all of it', () => {
    const long = words.text(5000);
    const other = `${long.split(' ').slice(0, 2500).join(' ')} ${words.text(2500)}`;
    const [one, two] = [shinglesOf(long), shinglesOf(other)];
    expect(one).toHaveLength(MOST_SHINGLES);
    expect(jaccard(one, two)).toBeGreaterThan(0.23);
    expect(jaccard(one, two)).toBeLessThan(0.43);
  });

  it('are as near as sets are', () => {
    const numbers = fc.uniqueArray(fc.nat(60), { maxLength: 40 });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const both = a.filter((one) => b.includes(one)).length;
        const all = new Set([...a, ...b]).size;
        const found = jaccard(Uint32Array.from(a).sort(), Uint32Array.from(b).sort());
        expect(found).toBeCloseTo(all === 0 ? 0 : both / all, 10);
      }),
    );
  });
});

describe('prints', () => {
  it('come back from their bytes as they were', () => {
    const shingles = fc
      .uniqueArray(fc.nat(0xffffffff), { maxLength: 30 })
      .map((all) => Uint32Array.from(all).sort());
    const print = fc.oneof(
      fc.record({ page: fc.integer({ min: 1, max: 2000 }), shingles }),
      fc.bigInt(0n, (1n << 64n) - 1n).map(printOfPicture),
    );
    fc.assert(
      fc.property(fc.array(print), (prints) => {
        expect(unpackPrints(packPrints(prints))).toEqual(prints);
      }),
    );
  });

  it('leave out running heads, notes, and pages with a few words', async () => {
    const own = slides(4);
    const withHeads = own.map((text, at) => page(`Contoso – confidential\n${text}\nPage ${at + 1} of 4`));
    expect(await printsOf([...withHeads, page('Thank you')], breathe)).toEqual(
      await printsOf(own.map(page), breathe),
    );
    const seen = words.text(30);
    const noted = { label: '1', text: `${seen} ${words.text(30)}`, notesAt: seen.length };
    expect(await printsOf([noted], breathe)).toEqual(await printsOf([page(seen)], breathe));
  });
});

describe('near documents', () => {
  it('are those that share slides, told page by page', async () => {
    const [deck, other] = [slides(8), slides(6)];
    const sharing = [...other.slice(0, 2), ...deck.slice(3, 6), ...other.slice(2)];
    const [pair, ...more] = await pairsOf(
      await printed('a', ...deck),
      await printed('b', ...sharing),
      await printed('c', ...slides(8)),
    );
    expect(more).toEqual([]);
    expect(pair).toMatchObject({ a: 'a', b: 'b', whole: false });
    expect(pair?.pages.map(({ a, b }) => [a, b])).toEqual([
      [4, 3],
      [5, 4],
      [6, 5],
    ]);
  });

  it('are versions of one another where most pages are the same in order', async () => {
    const deck = slides(10);
    const next = deck.map((text, at) => (at % 3 === 0 ? text.replace(/^\S+/, 'renewed') : text));
    const [pair] = await pairsOf(
      await printed('a', ...deck),
      await printed('b', ...next.slice(1), ...slides(1)),
    );
    expect(pair).toMatchObject({ whole: true });
    expect(pair?.similarity).toBeGreaterThan(0.75);
    const [turned] = await pairsOf(await printed('a', ...deck), await printed('b', ...deck.toReversed()));
    expect(turned).toMatchObject({ whole: false });
  });

  it('are not those that have their legal notes in common, and still are where all else is', async () => {
    const legal = words.text(80);
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, at) => printed(`d${at}`, ...slides(3), legal)),
    );
    expect(await pairsOf(...many)).toEqual([]);
    const versions = slides(6);
    const family = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        printed(`v${String(at).padStart(2, '0')}`, ...versions, legal, words.text(40)),
      ),
    );
    const pairs = await pairsOf(...many, ...family);
    expect(pairs).toHaveLength((20 * 19) / 2);
    expect(pairs.every(({ a, b, whole }) => whole && a.startsWith('v') && b.startsWith('v'))).toBe(true);
  });

  it('are pictures that differ in a few bits', async () => {
    const pictured = (id: string, mark: bigint): PrintedDocument => ({ id, prints: [printOfPicture(mark)] });
    const mark = 0xa5a5_1234_dead_beefn;
    const pairs = await pairsOf(
      pictured('a', mark),
      pictured('b', mark ^ 0x8000_0000_0010_0001n),
      pictured('c', mark ^ 0xffffn),
    );
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([['a', 'b']]);
  });

  it('are found for one that is new as they are for one that is there', async () => {
    const corpus = nearCorpus(60, 6);
    const documents = await Promise.all(
      corpus.documents.map(async ({ id, pages }) => ({ id, prints: await printsOf(pages, breathe) })),
    );
    const table = await PageTable.of(documents, breathe);
    const pairs = await nearDocuments(table, breathe);
    expect(pairs.length).toBeGreaterThan(10);
    for (const { a, b } of pairs) {
      const document = documents.find(({ id }) => id === a) ?? { id: a, prints: [] };
      expect(nearestDocuments(document, table).map((pair) => pair.b)).toContain(b);
    }
  });
});
