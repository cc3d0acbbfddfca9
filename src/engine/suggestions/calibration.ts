import type { SuggestedField } from './tagged-document.ts';
import type { Vote } from './votes.ts';

/** How often evidence is right: what one supposes of it, corrected by what it was worth in the library. */

/** What is supposed of each kind of evidence, by how its name begins; the first that fits counts. */
const SUPPOSED: readonly (readonly [evidence: string, right: number])[] = [
  ['file name by usual words', 0.87],
  ['title by usual words', 0.8],
  ['folder by usual words', 0.9],
  ['folder above by usual words', 0.8],
  ['file name of several', 0.7],
  ['title of several', 0.65],
  ['folder of several', 0.75],
  ['file name', 0.9],
  ['title', 0.88],
  ['folder above', 0.85],
  ['folder', 0.93],
  ['in folder high of many', 0.95],
  ['in folder high', 0.85],
  ['in folder middle', 0.75],
  ['in folder', 0.55],
  ['like high high', 0.85],
  ['like high', 0.6],
  ['like middle high', 0.65],
  ['like', 0.4],
  ['of type high of many', 0.85],
  ['of type high', 0.65],
  ['of type middle of many', 0.7],
  ['of type', 0.5],
  ['in text', 0.75],
  ['named in text alone', 0.65],
  ['named in text among others', 0.4],
  ['audience of type', 0.95],
  ['text high', 0.99],
  ['text middle', 0.97],
  ['text low', 0.9],
  ['text least', 0.85],
  ['language mark', 0.85],
];
/** What is supposed counts as much as so many documents. */
const SUPPOSED_WEIGHT = 6;
/** Further evidence for a value counts less: much of it says the same once more. */
const FURTHER = 0.35;
/** What speaks for another value speaks against this one, where only one can be right. */
const AGAINST = 1;
/** Standard errors below the mean that are believed. */
const CAUTION = 1.3;
/** All scores above the one or below the other are alike. */
const [LEAST, MOST] = [-1, 5];
const STEPS = 12;

type Count = { right: number; all: number };

/** What evidence of a document says of one attribute, with the values that are right. */
export type Judged = {
  readonly attribute: SuggestedField;
  readonly votes: readonly Vote[];
  readonly right: readonly string[];
};

/** A value that evidence speaks for, and how much. */
type Scored = { readonly value: string; readonly score: number; readonly best: Vote };

/** How often evidence was right in a library. */
export class Calibration {
  readonly #evidence = new Map<string, Count>();
  readonly #scores = new Map<SuggestedField, Count[]>();
  readonly #isSingle: (field: SuggestedField) => boolean;

  /** Learns from documents of which the right values are known; `isSingle`: of a field's values only one can be right. */
  constructor(judged: readonly Judged[], isSingle: (field: SuggestedField) => boolean) {
    this.#isSingle = isSingle;
    for (const { attribute, votes, right } of judged)
      for (const { evidence, value } of votes)
        add(this.#evidence, `${attribute} ${evidence}`, right.includes(value));
    for (const { attribute, votes, right } of judged)
      for (const { value, score } of this.scored(attribute, votes))
        this.#judge(attribute, score, right.includes(value));
  }

  /** The values that evidence speaks for, the likeliest first. */
  scored(attribute: SuggestedField, votes: readonly Vote[]): Scored[] {
    const single = this.#isSingle(attribute);
    const byValue = new Map<string, { readonly vote: Vote; readonly odds: number }[]>();
    for (const vote of votes) {
      const weighed = { vote, odds: logit(this.#reliability(attribute, vote.evidence)) };
      byValue.set(vote.value, [...(byValue.get(vote.value) ?? []), weighed]);
    }
    const own = [...byValue].flatMap(([value, those]) => {
      const [first, ...others] = those.sort((a, b) => b.odds - a.odds);
      if (first === undefined) return [];
      const further = others.reduce((sum, { odds }) => sum + Math.max(0, odds + 0.5), 0);
      return [{ value, score: first.odds + FURTHER * further, best: first.vote }];
    });
    const found = own.map((one) => {
      const rival = single
        ? Math.max(0, ...own.filter(({ value }) => value !== one.value).map(({ score }) => score))
        : 0;
      return { ...one, score: one.score - AGAINST * rival };
    });
    return found.sort((a, b) => b.score - a.score || (a.value < b.value ? -1 : 1));
  }

  /** How sure a score is: the share of such ones that were right, as far as the library knows. */
  sure(attribute: SuggestedField, score: number): number {
    const counts = this.#scores.get(attribute) ?? [];
    const at = stepOf(score);
    // Its own step and its neighbours: of each there are few.
    let [right, all] = [0, 0];
    for (const [other, count] of counts.entries()) {
      const weight = other === at ? 1 : Math.abs(other - at) === 1 ? 0.5 : 0;
      right += weight * count.right;
      all += weight * count.all;
    }
    const counted = all + SUPPOSED_WEIGHT;
    const mean = (right + SUPPOSED_WEIGHT * chance(score)) / counted;
    // A small library may have been right by luck: the fewer it has, the less it is believed.
    const doubt = (all / counted) * Math.sqrt((mean * (1 - mean)) / counted);
    return mean - CAUTION * doubt;
  }

  #reliability(attribute: SuggestedField, evidence: string): number {
    const supposed = SUPPOSED.find(([start]) => evidence.startsWith(start))?.[1] ?? 0.5;
    const { right, all } = this.#evidence.get(`${attribute} ${evidence}`) ?? { right: 0, all: 0 };
    return (right + SUPPOSED_WEIGHT * supposed) / (all + SUPPOSED_WEIGHT);
  }

  #judge(attribute: SuggestedField, score: number, right: boolean): void {
    const counts = this.#scores.get(attribute) ?? Array.from({ length: STEPS }, () => ({ right: 0, all: 0 }));
    this.#scores.set(attribute, counts);
    const count = counts[stepOf(score)];
    if (count === undefined) return;
    count.all += 1;
    if (right) count.right += 1;
  }
}

function add(counts: Map<string, Count>, key: string, right: boolean): void {
  const count = counts.get(key) ?? { right: 0, all: 0 };
  counts.set(key, { right: count.right + Number(right), all: count.all + 1 });
}

function stepOf(score: number): number {
  const within = (Math.min(MOST, Math.max(LEAST, score)) - LEAST) / (MOST - LEAST);
  return Math.min(STEPS - 1, Math.floor(within * STEPS));
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}

function chance(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
