import type { AssetSummary } from '../../src/contract/assets.ts';
import type { PageText } from '../../src/engine/ports/extractor.ts';
import { toSha256 } from '../../src/shared/vocabulary/ids.ts';

/** A made-up library of any size, the same for the same seed: words drawn so that some are in nearly every page and most in few. */

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES =
  'ba co di fe gu ha jo ka li mo ne pi ra so tu ve wi xa yo ze an er in on ust al ent ist or ment cap dev est fin gor'.split(
    ' ',
  );
const VOCABULARY = 20_000;

/** Draws words of a vocabulary: the n-th most frequent about 1/n as often as the first (Zipf). */
export class Words {
  readonly all: readonly string[];
  readonly #bounds: Float64Array;
  readonly #random: () => number;

  constructor(seed: number) {
    const random = randomFrom(seed);
    const words = new Set<string>();
    while (words.size < VOCABULARY) {
      let word = '';
      for (let rest = 2 + Math.floor(random() * 3); rest > 0; rest -= 1) {
        word += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
      }
      words.add(word);
    }
    this.all = [...words];
    this.#bounds = new Float64Array(VOCABULARY);
    let sum = 0;
    for (let at = 0; at < VOCABULARY; at += 1) {
      sum += 1 / (at + 2.7);
      this.#bounds[at] = sum;
    }
    this.#random = random;
  }

  next(): string {
    const bounds = this.#bounds;
    const wanted = this.#random() * (bounds[VOCABULARY - 1] ?? 0);
    let low = 0;
    let high = VOCABULARY - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.all[low] ?? '';
  }

  text(count: number): string {
    return Array.from({ length: count }, () => this.next()).join(' ');
  }
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const STAGES = ['awareness', 'consideration', 'decision', 'retention'];
const PERSONAS = ['cfo', 'cio', 'champion', 'end-user', 'procurement', 'ciso'];
const TYPES = [
  'battlecard',
  'one-pager',
  'case-study',
  'white-paper',
  'pitch-deck',
  'data-sheet',
  'faq',
  'playbook',
];
const DAY = 86_400_000;

function idOf(prefix: string, number: number): string {
  let text = '';
  for (let rest = number, at = 0; at < 16; at += 1, rest = Math.floor(rest / 32)) {
    text = `${ALPHABET[rest % 32] ?? '0'}${text}`;
  }
  return `${prefix}_${text}`;
}

/** A library: the catalog's summaries and the text of each version. */
export type Library = {
  readonly summaries: ReadonlyMap<string, AssetSummary>;
  readonly textOf: (version: string) => Promise<readonly PageText[]>;
};

/** Makes a library whose texts are made again whenever they are read, so that they take no memory. */
export function makeLibrary(assets: number, pages: number, words: number, now: number): Library {
  const vocabulary = new Words(7);
  const random = randomFrom(11);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const summaries = new Map<string, AssetSummary>();
  const numbers = new Map<string, number>();
  for (let number = 1; number <= assets; number += 1) {
    const asset = summaryOf(number, pages, vocabulary, random, pick, now);
    summaries.set(asset.id, asset);
    numbers.set(asset.version.id, number);
  }
  return {
    summaries,
    textOf: async (version) => {
      const text = new PageSource(vocabulary.all, numbers.get(version) ?? 0);
      return Array.from({ length: pages }, (_, at) => ({ label: String(at + 1), text: text.page(words) }));
    },
  };
}

/** The text of one asset, the same whenever it is asked for. */
class PageSource {
  readonly #random: () => number;
  readonly #all: readonly string[];

  constructor(all: readonly string[], number: number) {
    this.#all = all;
    this.#random = randomFrom(number * 7919);
  }

  page(words: number): string {
    const log = Math.log((this.#all.length + 2.7) / 2.7);
    const word = (): string => {
      // The inverse of the sum of 1/(n + 2.7), as an integral.
      const at = Math.floor(2.7 * Math.exp(this.#random() * log) - 2.7);
      return this.#all[Math.min(at, this.#all.length - 1)] ?? '';
    };
    return Array.from({ length: words }, (_, at) => (at % 12 === 11 ? `${word()}.` : word())).join(' ');
  }
}

function summaryOf(
  number: number,
  pages: number,
  vocabulary: Pick<Words, 'text' | 'next'>,
  random: () => number,
  pick: (list: readonly string[]) => string,
  now: number,
): AssetSummary {
  const at = now - Math.floor(random() * 700) * DAY;
  const count = Math.floor(random() * 12);
  const score = 2 + random() * 3;
  return {
    id: idOf('a', number),
    title: vocabulary.text(6),
    summary: vocabulary.text(15),
    type: pick(TYPES),
    stages: [pick(STAGES)],
    personas: [pick(PERSONAS), pick(PERSONAS)],
    products: [],
    audience: random() < 0.3 ? 'internal' : 'customer',
    language: random() < 0.8 ? 'en' : 'de',
    recall: null,
    tags: [vocabulary.next(), vocabulary.next()],
    ...(random() < 0.95
      ? { state: 'published' as const, released: true }
      : { state: 'draft' as const, released: false }),
    releaseOn: null,
    expiresOn: null,
    owner: null,
    verifier: null,
    folder: '',
    verified: null,
    renewedAt: at,
    reviewDays: 90,
    freshness: now - at < 90 * DAY ? 'fresh' : 'stale',
    publishedAt: at,
    updatedAt: at,
    version: {
      id: idOf('v', number),
      number: 1,
      sha256: toSha256(number.toString(16).padStart(64, '0')),
      size: 10_000,
      fileName: `${number}.pdf`,
      mediaType: 'application/pdf',
      kind: 'pdf',
      pageCount: pages,
      words: pages * 100,
      text: { state: 'searchable' },
      addedAt: at,
    },
    versionCount: 1,
    usefulness: {
      score,
      lowerBound: score - 1,
      count,
      enough: count >= 3,
      distribution: [0, 0, count, 0, 0],
      useful: 0,
    },
    uses: Math.floor(random() * 100),
    lastUsedAt: null,
  };
}

/** An asset that differs from others in nothing but its title, so that text alone decides. */
export function makeSummary(number: number, title: string): AssetSummary {
  const words = { text: () => '', next: () => '' };
  const asset = summaryOf(
    number,
    1,
    words,
    () => 0,
    () => '',
    0,
  );
  return {
    ...asset,
    title,
    type: 'faq',
    stages: [],
    personas: [],
    tags: [],
    state: 'published',
    released: true,
  };
}

/** What people type, by kind: words from running text, so that frequent ones come up as often as they do there. */
export function makeQueries(count: number): ReadonlyMap<string, readonly string[]> {
  const words = new Words(7);
  const random = randomFrom(23);
  const several = (size: number): string[] => Array.from({ length: count }, () => `${words.text(size)} `);
  const prefixes = Array.from({ length: count }, () => {
    const word = words.next();
    return word.slice(0, 1 + Math.floor(random() * Math.min(6, word.length)));
  });
  return new Map([
    ['one word', several(1)],
    ['two words', several(2)],
    ['three words', several(3)],
    ['beginnings', prefixes],
  ]);
}
