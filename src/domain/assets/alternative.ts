import type { Audience } from '../../shared/vocabulary/assets.ts';

/** Which current asset can be used in place of one that can't be used any more. */

/** What of an asset speaks for and against it. */
export type Comparable = {
  readonly id: string;
  readonly type: string;
  readonly audience: Audience;
  readonly stages: readonly string[];
  readonly personas: readonly string[];
  readonly products: readonly string[];
  readonly language?: string | undefined;
};

/** What each likeness is worth. Alike in text alone, or in type and one of stage, persona and product, is enough to be named. */
const WORTH = { text: 4, type: 2, stage: 1, persona: 1, product: 1, language: 1 } as const;
const LEAST = 3;

/**
 * The nearest of the candidates, all of which may be used; undefined where none is near enough. `alike` is how much of the text each
 * shares, from 0 to 1. What is internal never stands in for what customers may see. Of equals the first one wins.
 */
export function nearestAlternative<Candidate extends Comparable>(
  of: Comparable,
  candidates: Iterable<Candidate>,
  alike: ReadonlyMap<string, number>,
): Candidate | undefined {
  let best: { readonly candidate: Candidate; readonly score: number } | undefined;
  for (const candidate of candidates) {
    if (candidate.id === of.id) continue;
    if (of.audience === 'customer' && candidate.audience === 'internal') continue;
    const score = likeness(of, candidate, alike.get(candidate.id) ?? 0);
    if (score >= LEAST && score > (best?.score ?? 0)) best = { candidate, score };
  }
  return best?.candidate;
}

function likeness(of: Comparable, other: Comparable, text: number): number {
  const ofTopic =
    (of.type === other.type ? WORTH.type : 0) +
    WORTH.stage * overlap(of.stages, other.stages) +
    WORTH.persona * overlap(of.personas, other.personas) +
    WORTH.product * overlap(of.products, other.products) +
    WORTH.text * text;
  const otherLanguage =
    of.language !== undefined && other.language !== undefined && of.language !== other.language;
  return otherLanguage ? ofTopic - WORTH.language : ofTopic;
}

/** The share of the first one's terms that the other has too; none where it has none. */
function overlap(of: readonly string[], other: readonly string[]): number {
  return of.length === 0 ? 0 : of.filter((term) => other.includes(term)).length / of.length;
}
