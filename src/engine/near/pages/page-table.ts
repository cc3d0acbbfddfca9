import type { Breathe } from '../../base/breathe.ts';
import { BANDS, putBands } from './bands.ts';
import { likeness, NEAR_FROM } from './likeness.ts';
import type { PagePrint } from './page-prints.ts';

/** A document by the prints of its pages. */
export type PrintedDocument = { readonly id: string; readonly prints: readonly PagePrint[] };

/** A page of a document, both counted from 0. */
type Place = { readonly document: number; readonly print: number };

/** A key and the page that has it in one number: 32 bits and 21. */
const PAGES = 2 ** 21;
/** Pages with one key that are compared with each of the others; in a larger bunch each only with the first and the one before it. */
const COMPARED_WITH_ALL = 24;
/** Pages with one key that a new page is compared with. */
const MOST_LOOKED_AT = 200;
/** Pages whose keys are worked out, or that are compared, before other work gets its turn. */
const KEYS_AT_ONCE = 200;
const COMPARED_AT_ONCE = 10_000;
/** Eight bits each: pictures that differ in six have one of these in common. */
const PICTURE_PARTS = 8;

/** The pages of many documents, to be found by what is near to them. */
export class PageTable {
  readonly documents: readonly PrintedDocument[];
  readonly #prints: PagePrint[] = [];
  /** By page: whose it is. */
  readonly #documentOf: number[] = [];
  /** By document: its first page. */
  readonly #first: number[] = [];
  /** By band: keys with pages, ascending. */
  readonly #bands: Float64Array[] = [];

  private constructor(documents: readonly PrintedDocument[]) {
    this.documents = documents;
    for (const [document, { prints }] of documents.entries()) {
      this.#first.push(this.#prints.length);
      // What no number is left for is not looked at: two million pages.
      if (this.#prints.length + prints.length >= PAGES) continue;
      for (const print of prints) {
        this.#prints.push(print);
        this.#documentOf.push(document);
      }
    }
  }

  static async of(documents: readonly PrintedDocument[], breathe: Breathe): Promise<PageTable> {
    const table = new PageTable(documents);
    const keys = await table.#keys(breathe);
    for (let band = 0; band < BANDS; band += 1) {
      table.#bands.push(sorted(keys, BANDS, band, (page) => table.#hasWords(page)));
      await breathe();
    }
    const parts = table.#pictureParts();
    for (let part = 0; part < PICTURE_PARTS; part += 1)
      table.#bands.push(sorted(parts, PICTURE_PARTS, part, (page) => !table.#hasWords(page)));
    return table;
  }

  /** How many pages it has. */
  get size(): number {
    return this.#prints.length;
  }

  place(page: number): Place {
    const document = this.#documentOf[page] ?? 0;
    return { document, print: page - (this.#first[document] ?? 0) };
  }

  /** The page that a document begins with. */
  firstPage(document: number): number {
    return this.#first[document] ?? 0;
  }

  likeness(one: number, other: number): number {
    const [left, right] = [this.#prints[one], this.#prints[other]];
    return left === undefined || right === undefined ? 0 : likeness(left, right);
  }

  /** By page: the first page of those that are near to it, directly or by way of others; itself where there are none. */
  async families(breathe: Breathe): Promise<Uint32Array> {
    const leaders = Uint32Array.from(this.#prints.keys());
    let compared = 0;
    const meet = (one: number, other: number): void => {
      const [left, right] = [leaderOf(leaders, one), leaderOf(leaders, other)];
      if (left === right) return;
      compared += 1;
      if (this.likeness(one, other) >= NEAR_FROM) leaders[Math.max(left, right)] = Math.min(left, right);
    };
    for (const band of this.#bands) {
      for (const [from, to] of bunches(band)) {
        for (let at = from + 1; at < to; at += 1) {
          const all = to - from <= COMPARED_WITH_ALL;
          for (let of = all ? from : at - 1; of < at; of += 1) meet(pageOf(band, of), pageOf(band, at));
          if (!all) meet(pageOf(band, from), pageOf(band, at));
        }
        if (compared < COMPARED_AT_ONCE) continue;
        await breathe();
        compared = 0;
      }
      await breathe();
      compared = 0;
    }
    return leaders.map((_, page) => leaderOf(leaders, page));
  }

  /** The pages that are near to one that is not among them, with how much. */
  nearTo(print: PagePrint): Map<number, number> {
    const keys = new Uint32Array(BANDS + PICTURE_PARTS);
    if (print.picture === undefined) putBands(print.shingles, keys, 0);
    else putPicture(print.picture, keys, BANDS);
    const found = new Map<number, number>();
    const [from, to] = print.picture === undefined ? [0, BANDS] : [BANDS, keys.length];
    for (let at = from; at < to; at += 1) {
      const band = this.#bands[at] ?? new Float64Array();
      const key = (keys[at] ?? 0) * PAGES;
      const begin = placeIn(band, key);
      for (
        let of = begin;
        of < begin + MOST_LOOKED_AT && (band[of] ?? Number.MAX_VALUE) < key + PAGES;
        of += 1
      ) {
        const page = pageOf(band, of);
        const other = this.#prints[page];
        if (other !== undefined && !found.has(page)) found.set(page, likeness(print, other));
      }
    }
    for (const [page, like] of found) if (like < NEAR_FROM) found.delete(page);
    return found;
  }

  #hasWords(page: number): boolean {
    return this.#prints[page]?.picture === undefined;
  }

  async #keys(breathe: Breathe): Promise<Uint32Array> {
    const keys = new Uint32Array(this.#prints.length * BANDS);
    for (const [page, { shingles, picture }] of this.#prints.entries()) {
      if (picture === undefined) putBands(shingles, keys, page * BANDS);
      if (page % KEYS_AT_ONCE === KEYS_AT_ONCE - 1) await breathe();
    }
    return keys;
  }

  #pictureParts(): Uint32Array {
    const parts = new Uint32Array(this.#prints.length * PICTURE_PARTS);
    for (const [page, { picture }] of this.#prints.entries())
      if (picture !== undefined) putPicture(picture, parts, page * PICTURE_PARTS);
    return parts;
  }
}

function putPicture(picture: bigint, into: Uint32Array, at: number): void {
  for (let part = 0; part < PICTURE_PARTS; part += 1)
    into[at + part] = Number((picture >> BigInt(part * 8)) & 0xffn);
}

function sorted(
  keys: Uint32Array,
  width: number,
  column: number,
  isIn: (page: number) => boolean,
): Float64Array {
  const found: number[] = [];
  for (let page = 0; page * width < keys.length; page += 1)
    if (isIn(page)) found.push((keys[page * width + column] ?? 0) * PAGES + page);
  return Float64Array.from(found).sort();
}

function pageOf(band: Float64Array, at: number): number {
  return (band[at] ?? 0) % PAGES;
}

/** From where to where the same key stands. */
function* bunches(band: Float64Array): Generator<readonly [from: number, to: number]> {
  let from = 0;
  for (let at = 1; at <= band.length; at += 1) {
    const ended = at === band.length || keyOf(band, at) !== keyOf(band, from);
    if (!ended) continue;
    if (at - from > 1) yield [from, at];
    from = at;
  }
}

function keyOf(band: Float64Array, at: number): number {
  return Math.floor((band[at] ?? 0) / PAGES);
}

/** Where the first number stands that is not below one. */
function placeIn(band: Float64Array, number: number): number {
  let [low, high] = [0, band.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((band[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Follows to the first of a family, and shortens the way. */
function leaderOf(leaders: Uint32Array, page: number): number {
  let leader = page;
  while (leaders[leader] !== leader) leader = leaders[leader] ?? leader;
  let at = page;
  while (leaders[at] !== leader) {
    const next = leaders[at] ?? leader;
    leaders[at] = leader;
    at = next;
  }
  return leader;
}
