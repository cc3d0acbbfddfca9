import { plural, t } from '@lingui/core/macro';
import type { CallContext, Hit, WhyResult } from '../../../../contract/search.ts';
import { type ToldFacet, toldFacet } from '../../../../shared/vocabulary/taxonomy.ts';
import { andFromNewMembers } from '../../../../words/new-members.ts';
import { eitherOf, listed } from '../../../../words/sentence.ts';
import type { TermNames } from '../../../base/use-taxonomy.ts';
import { formatChange, formatRelative, formatScore } from '../../../ui/format.ts';
import type { PageWords } from '../../../ui/page-words.ts';

/** The reasons for a result in sentences. */

type Word = WhyResult['words'][number];
type Finding = Word['found'][number];

/** One of the things that a rank is made of: what it does to the place, and why. */
type Reason = {
  readonly name: string;
  readonly sentence: string;
  /** What it multiplies the rank by; null for the words, which the others are measured against. */
  readonly factor: number | null;
};

const FOUND: Readonly<Record<Finding['how'], (as: string, places: string) => string>> = {
  itself: (_, places) => places,
  form: (as, places) => t`as “${as}”: ${places}`,
  spelling: (as, places) => t`read as “${as}”: ${places}`,
  synonym: (as, places) => t`as the synonym “${as}”: ${places}`,
};

const MEANS: Readonly<Record<ToldFacet, (name: string) => string>> = {
  stage: (name) => t`is for the stage ${name}`,
  persona: (name) => t`is for the persona ${name}`,
  type: (name) => t`is of the type ${name}`,
  product: (name) => t`is for the product ${name}`,
  term: (name) => t`is tagged ${name}`,
};

/** Where a word stands: `in the title, in the tags and on 3 pages`. */
function placesOf({ where, pages }: Finding, unit: PageWords): string {
  const names = {
    title: t`in the title`,
    tags: t`in the tags`,
    folder: t`in its folder`,
    file: t`in its file’s name`,
    summary: t`in the summary`,
  } as const;
  const said = where.map((place) => (place === 'pages' ? unit.where(pages) : names[place]));
  return said.length === 0 ? t`in the text` : listed(said);
}

/** What a word of the query did: a sentence a finding, or that it is missing. */
export function wordSentences({ found, terms }: Word, unit: PageWords): string[] {
  const sentences = [
    ...found.map((finding) => FOUND[finding.how](finding.as, placesOf(finding, unit))),
    ...terms.map(({ facet, name }) => MEANS[toldFacet(facet)](name)),
  ];
  return sentences.length === 0 ? [t`not here`] : sentences;
}

/** All of it in one short sentence: what its words do, and whatever else moves it. */
export function whySentence({ factors }: Pick<Hit, 'factors'>, why: WhyResult | undefined): string {
  const { usefulness, freshness, fit } = factors;
  const said = [
    ...(why === undefined || why.words.length === 0 ? [] : [shortly(why)]),
    ...byEffect(fit, t`fits your call`, t`is not made for your call`),
    ...byEffect(usefulness, t`was rated useful`, t`was rated less useful than others`),
    ...byEffect(freshness, t`is fresh`, t`is getting old`),
  ];
  return said.length === 0 ? t`Nothing lifts or lowers it.` : t`It ${{ reasons: listed(said) }}.`;
}

function shortly({ words, all, titled }: WhyResult): string {
  if (titled) return t`has your words in its title`;
  const { length } = words;
  if (!all) return t`has ${hereOf(words)} of ${length} words`;
  if (length === 1) return t`has the word`;
  return length === 2 ? t`has both words` : t`has all ${length} words`;
}

function hereOf(words: readonly Word[]): number {
  return words.filter((word) => word.found.length + word.terms.length > 0).length;
}

/** What is said of a factor, where it does something. */
function byEffect(factor: number, lifts: string, lowers: string): readonly string[] {
  if (isWithoutEffect(factor)) return [];
  return [factor > 1 ? lifts : lowers];
}

function isWithoutEffect(factor: number): boolean {
  return Math.round((factor - 1) * 100) === 0;
}

/** What the rank is made of, in the order of their weight. */
export function reasonsOf(
  hit: Hit,
  context: CallContext,
  why: WhyResult | undefined,
  names: TermNames,
): Reason[] {
  const { usefulness, freshness, fit } = hit.factors;
  return [
    ...(why === undefined || why.words.length === 0
      ? []
      : [{ name: t`Words`, sentence: wordsSentence(why), factor: null }]),
    { name: t`Usefulness`, sentence: usefulnessSentence(hit), factor: usefulness },
    { name: t`Freshness`, sentence: freshnessSentence(hit, Date.now()), factor: freshness },
    { name: t`Fit`, sentence: fitSentence(hit, context, why, names), factor: fit },
  ];
}

function wordsSentence({ words, all }: WhyResult): string {
  const here = hereOf(words);
  if (words.length === 1) return all ? t`Contains the word.` : t`Doesn’t contain the word.`;
  const { length } = words;
  if (!all) return t`Contains ${here} of ${length} words, so it ranks lower.`;
  return length === 2 ? t`Contains both words.` : t`Contains all ${length} words.`;
}

function usefulnessSentence({ asset: { usefulness } }: Hit): string {
  if (usefulness.count === 0) return t`Nobody has rated it yet.`;
  if (!usefulness.enough)
    return t`Only ${plural(usefulness.count, { one: '# rating', other: '# ratings' })}: not enough to count.`;
  const { score, count, fromNew } = usefulness;
  const rated = t`${{ score: formatScore(score) }} of 5 from ${plural(count, { one: '# rating', other: '# ratings' })}`;
  return andFromNewMembers(rated, fromNew, count);
}

function freshnessSentence({ asset }: Hit, now: number): string {
  const ago = formatRelative(asset.renewedAt, now);
  return asset.verified?.at === asset.renewedAt ? t`Verified ${ago}.` : t`Its version is from ${ago}.`;
}

function fitSentence(
  { asset }: Hit,
  { stage, persona }: CallContext,
  why: WhyResult | undefined,
  names: TermNames,
): string {
  const [fits, not]: [string[], string[]] = [[], []];
  if (stage !== undefined) (asset.stages.includes(stage) ? fits : not).push(names.stage(stage));
  if (persona !== undefined) (asset.personas.includes(persona) ? fits : not).push(names.persona(persona));
  const meant = new Set(why?.words.flatMap((word) => word.terms.map(({ name }) => name)));
  const sentences = [
    ...(fits.length === 0 ? [] : [t`Made for ${{ call: listed(fits) }}, like your call.`]),
    ...(not.length === 0 ? [] : [notFor(eitherOf(not), why)]),
    ...(meant.size === 0 ? [] : [t`Your words mean ${{ terms: listed([...meant]) }}.`]),
  ];
  return sentences.length === 0 ? t`No call is chosen.` : sentences.join(' ');
}

/** Who types what a title says looks for that asset: the call has no say against it. */
function notFor(call: string, why: WhyResult | undefined): string {
  return why?.titled === true
    ? t`Not made for ${call}, but your words are in its title, so your call doesn’t lower it.`
    : t`Not made for ${call}.`;
}

/** What a factor does: `+12%`, `−8%`, `no effect`. */
export function effectOf(factor: number): string {
  return isWithoutEffect(factor) ? t`no effect` : formatChange(factor - 1);
}
