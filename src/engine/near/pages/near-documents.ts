import type { Breathe } from '../../base/breathe.ts';
import { BANDS, putBands } from './bands.ts';
import { type Candidate, compareDocuments, type NearDocuments, type Weighed } from './compare-documents.ts';
import { NEAR_FROM } from './likeness.ts';
import type { PageTable, PrintedDocument } from './page-table.ts';

/** A page that more documents have is boilerplate (legal notes, an agenda, thanks): it alone makes none of them a pair, and weighs the less the more have it. */
const BOILERPLATE_FROM = 12;
/** Documents of which most pages are boilerplate meet by all of their pages, in bands; in one bunch so many at most. */
const BUNCH = 60;
/** Pairs that are kept, the most alike ones. */
const MOST_PAIRS = 20_000;
/** Pages sorted into families before other work gets its turn. */
const PAGES_AT_ONCE = 5000;
/** Documents paired up before other work gets its turn. */
const PAIRS_AT_ONCE = 200;

/** All documents of a table that have pages in common, the most alike first. */
export async function nearDocuments(table: PageTable, breathe: Breathe): Promise<readonly NearDocuments[]> {
  const families = await Families.of(table, breathe);
  const pairs: NearDocuments[] = [];
  let done = 0;
  for (const [a, b] of families.pairs(await families.bunches(breathe))) {
    done += 1;
    if (done % PAIRS_AT_ONCE === 0) await breathe();
    const candidates = families.candidates(a, b);
    if (candidates.length === 0) continue;
    const pair = compareDocuments(families.weighed(a), families.weighed(b), candidates);
    if (pair.whole || families.hasOwn(a, b)) pairs.push(pair);
  }
  return pairs.sort(byLikeness).slice(0, MOST_PAIRS);
}

function byLikeness(one: NearDocuments, other: NearDocuments): number {
  return (
    Number(other.whole) - Number(one.whole) ||
    other.similarity - one.similarity ||
    (one.a < other.a ? -1 : one.a > other.a ? 1 : one.b < other.b ? -1 : 1)
  );
}

/** What a document has in common with those of a table, the most alike first. */
export function nearestDocuments(document: PrintedDocument, table: PageTable): readonly NearDocuments[] {
  const found = new Map<number, Candidate[]>();
  const documentsWith: number[] = [];
  for (const [a, print] of document.prints.entries()) {
    const having = new Set<number>();
    for (const [page, similarity] of table.nearTo(print)) {
      const { document: other, print: b } = table.place(page);
      if (table.documents[other]?.id === document.id) continue;
      having.add(other);
      put(found, other, { a, b, similarity });
    }
    documentsWith[a] = having.size;
  }
  const weight = (print: number): number => weightOf(documentsWith[print] ?? 0);
  const pairs: NearDocuments[] = [];
  for (const [other, candidates] of found) {
    const { id, prints } = table.documents[other] ?? { id: '', prints: [] };
    const ofOther = new Map(candidates.map(({ a, b }) => [b, weight(a)]));
    const pair = compareDocuments(
      { ...document, weight },
      { id, prints, weight: (print) => ofOther.get(print) ?? 1 },
      candidates,
    );
    const own = candidates.some(({ a }) => (documentsWith[a] ?? 0) <= BOILERPLATE_FROM);
    if (pair.whole || own) pairs.push(pair);
  }
  return pairs.sort(byLikeness);
}

/** How much a page says of its document, given in how many documents it stands. */
function weightOf(documents: number): number {
  return Math.min(1, BOILERPLATE_FROM / Math.max(1, documents));
}

/** Pages that are near to one another, and the documents that they bring together. */
class Families {
  readonly #table: PageTable;
  /** By document and family: the positions of its pages. */
  readonly #pages: Map<number, number[]>[];
  readonly #documents = new Map<number, Set<number>>();

  private constructor(table: PageTable) {
    this.#table = table;
    this.#pages = table.documents.map(() => new Map());
  }

  static async of(table: PageTable, breathe: Breathe): Promise<Families> {
    const families = new Families(table);
    for (const [page, family] of (await table.families(breathe)).entries()) {
      families.#add(page, family);
      if (page % PAGES_AT_ONCE === 0) await breathe();
    }
    return families;
  }

  #add(page: number, family: number): void {
    const { document, print } = this.#table.place(page);
    put(this.#pages[document] ?? new Map(), family, print);
    const having = this.#documents.get(family);
    if (having === undefined) this.#documents.set(family, new Set([document]));
    else having.add(document);
  }

  /** The documents to be compared, each pair once: those of {@link bunches} too. */
  *pairs(bunches: Iterable<readonly number[]>): Generator<readonly [a: number, b: number]> {
    const known = new Set<number>();
    for (const having of this.#together(bunches)) {
      for (const [at, one] of having.entries()) {
        for (const other of having.slice(at + 1)) {
          const key = Math.min(one, other) * this.#pages.length + Math.max(one, other);
          if (one === other || known.has(key)) continue;
          known.add(key);
          yield [Math.min(one, other), Math.max(one, other)];
        }
      }
    }
  }

  weighed(document: number): Weighed {
    const { id, prints } = this.#table.documents[document] ?? { id: '', prints: [] };
    const families = new Map<number, number>();
    for (const [family, pages] of this.#pages[document] ?? [])
      for (const page of pages) families.set(page, family);
    return { id, prints, weight: (print) => weightOf(this.#having(families.get(print))) };
  }

  /** The pages of two documents that are near to each other. */
  candidates(a: number, b: number): Candidate[] {
    const found: Candidate[] = [];
    const [firstA, firstB] = [this.#table.firstPage(a), this.#table.firstPage(b)];
    for (const [family, pages] of this.#pages[a] ?? []) {
      for (const one of pages) {
        for (const other of this.#pages[b]?.get(family) ?? []) {
          const similarity = this.#table.likeness(firstA + one, firstB + other);
          if (similarity >= NEAR_FROM) found.push({ a: one, b: other, similarity });
        }
      }
    }
    return found;
  }

  /** Says whether two documents have a page in common that is no boilerplate. */
  hasOwn(a: number, b: number): boolean {
    return [...(this.#pages[a]?.keys() ?? [])].some(
      (family) => this.#having(family) <= BOILERPLATE_FROM && this.#pages[b]?.has(family) === true,
    );
  }

  #having(family: number | undefined): number {
    return this.#documents.get(family ?? -1)?.size ?? 1;
  }

  /** Documents that have a page of their own in common, and those of each bunch. */
  *#together(bunches: Iterable<readonly number[]>): Generator<readonly number[]> {
    for (const having of this.#documents.values())
      if (having.size > 1 && having.size <= BOILERPLATE_FROM) yield [...having];
    yield* bunches;
  }

  /** Documents of boilerplate that may have most pages in common. */
  async bunches(breathe: Breathe): Promise<readonly (readonly number[])[]> {
    const keys = new Uint32Array(BANDS);
    const bunches = new Map<number, number[]>();
    for (const [document, pages] of this.#pages.entries()) {
      if (document % PAIRS_AT_ONCE === 0) await breathe();
      const families = [...pages.keys()];
      if (!families.some((family) => this.#having(family) > BOILERPLATE_FROM)) continue;
      putBands(families, keys, 0);
      for (const [band, key] of keys.entries()) put(bunches, key * BANDS + band, document);
    }
    return [...bunches.values()].filter(({ length }) => length > 1).map((bunch) => bunch.slice(0, BUNCH));
  }
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
