import { plural, t } from '@lingui/core/macro';
import type { CallContext, Hit, WhyResult } from '../../../../contract/search.ts';
import { andFromNewMembers } from '../../../../shared/from-new-members.ts';
import type { TermNames } from '../../../base/use-taxonomy.ts';
import { formatRelative, formatScore } from '../../../ui/format.ts';
import type { PageWords } from '../../../ui/page-words.ts';

/** The reasons for a result in sentences. */

type Word = WhyResult['words'][number];
type Finding = Word['found'][number];

/** One of the things that a rank is made of: what it does to the place, and why. */
export type Reason = {
  readonly name: string;
  readonly sentence: string;
  /** What it multiplies the rank by; null for the words, which the others are measured against. */
  readonly factor: number | null;
};

const HOW = { form: 'as', spelling: t`read as`, synonym: t`as the synonym` } as const;
const FACETS = { stage: 'stage', persona: 'persona', type: 'type', product: 'product' } as const;

/** Where a word stands: `in the title, in the tags, on 3 pages`. */
function placesOf({ where, pages }: Finding, unit: PageWords): string {
  const names = { title: t`in the title`, tags: t`in the tags`, summary: t`in the summary` } as const;
  const said = where.map((place) => (place === 'pages' ? unit.where(pages) : names[place]));
  return said.length === 0 ? t`in the text` : said.join(', ');
}

/** What a word of the query did: a sentence a finding, or that it is missing. */
export function wordSentences({ found, terms }: Word, unit: PageWords): string[] {
  const sentences = found.map((finding) => {
    const places = placesOf(finding, unit);
    return finding.how === 'itself' ? places : `${HOW[finding.how]} “${finding.as}”: ${places}`;
  });
  for (const { facet, name } of terms)
    sentences.push(t`is ${facet === 'type' ? 'of' : 'for'} the ${FACETS[facet]} ${name}`);
  return sentences.length === 0 ? [t`not here`] : sentences;
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
  const here = words.filter((word) => word.found.length + word.terms.length > 0).length;
  if (words.length === 1) return all ? t`Contains the word.` : t`Doesn’t contain the word.`;
  const count = words.length === 2 ? 'both' : t`all ${words.length}`;
  return all ? t`Contains ${count} words.` : t`Contains ${here} of ${words.length} words, so it ranks lower.`;
}

function usefulnessSentence({ asset: { usefulness } }: Hit): string {
  if (usefulness.count === 0) return t`Nobody has rated it yet.`;
  if (!usefulness.enough)
    return t`Only ${plural(usefulness.count, { one: '# rating', other: '# ratings' })}: not enough to count.`;
  const fromNew = andFromNewMembers(usefulness.fromNew, usefulness.count);
  return t`${formatScore(usefulness.score)} of 5 from ${plural(usefulness.count, { one: '# rating', other: '# ratings' })}${fromNew}.`;
}

function freshnessSentence({ asset }: Hit, now: number): string {
  const verified = asset.verified?.at === asset.renewedAt;
  return `${verified ? t`Verified` : t`Its version is from`} ${formatRelative(asset.renewedAt, now)}.`;
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
    ...(fits.length === 0 ? [] : [t`Made for ${fits.join(' and ')}, as your call.`]),
    ...(not.length === 0 ? [] : [t`Not made for ${not.join(' or ')}${despite(why)}.`]),
    ...(meant.size === 0 ? [] : [t`Your words mean ${[...meant].join(' and ')}.`]),
  ];
  return sentences.length === 0 ? t`No call is chosen.` : sentences.join(' ');
}

/** Who types what a title says looks for that asset: the call has no say against it. */
function despite(why: WhyResult | undefined): string {
  return why?.titled === true ? t`, but your words are in its title, so your call doesn’t lower it` : '';
}

/** What a factor does: `+12 %`, `−8 %`, `no effect`. */
export function effectOf(factor: number): string {
  const percent = Math.round((factor - 1) * 100);
  if (percent === 0) return t`no effect`;
  return percent > 0 ? `+${percent} %` : `−${-percent} %`;
}
