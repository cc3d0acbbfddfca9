import { plural, t } from '@lingui/core/macro';
import type { RetirementEffect } from '../../../contract/taxonomy.ts';
import { type ToldFacet, toldFacet } from '../../../shared/vocabulary/taxonomy.ts';
import { formatNumber } from '../../ui/format.ts';
import type { Facet } from './terms.ts';

/** Says whether nobody would notice that a term is gone: nothing is tagged with it, and nobody asked for it. */
export function isWithoutEffect({ assets, demand, requests }: RetirementEffect): boolean {
  return assets + demand + requests === 0;
}

/** What giving up a term takes out of coverage, and what would go over to a successor; a sentence each. */
export function effectSentences(effect: RetirementEffect, facet: Facet): string[] {
  const { assets, alone, covered, days, requests, synonyms, golden } = effect;
  const said: string[] = [];
  if (assets > 0) {
    const published = formatNumber(effect.published);
    said.push(
      plural(assets, {
        one: `# asset tagged with it, ${published} published.`,
        other: `# assets tagged with it, ${published} published.`,
      }),
    );
  }
  if (alone > 0) said.push(ALONE[toldFacet(facet)](alone));
  if (covered > 0)
    said.push(
      plural(covered, {
        one: '# covered cell will leave coverage.',
        other: '# covered cells will leave coverage.',
      }),
    );
  if (effect.demand > 0) {
    const demand = formatNumber(effect.demand);
    said.push(
      plural(days, {
        one: `Demand of ${demand} in # day will leave coverage.`,
        other: `Demand of ${demand} in # days will leave coverage.`,
      }),
    );
  }
  if (requests > 0)
    said.push(plural(requests, { one: '# open request for it.', other: '# open requests for it.' }));
  if (synonyms > 0)
    said.push(plural(synonyms, { one: '# synonym group for it.', other: '# synonym groups for it.' }));
  if (golden > 0)
    said.push(plural(golden, { one: '# golden query for it.', other: '# golden queries for it.' }));
  return said;
}

const ALONE: Readonly<Record<ToldFacet, (alone: number) => string>> = {
  stage: (alone) =>
    plural(alone, {
      one: '# asset has no other buying stage.',
      other: '# assets have no other buying stage.',
    }),
  persona: (alone) =>
    plural(alone, { one: '# asset has no other persona.', other: '# assets have no other persona.' }),
  type: (alone) =>
    plural(alone, {
      one: '# asset has no other content type.',
      other: '# assets have no other content type.',
    }),
  product: (alone) =>
    plural(alone, { one: '# asset has no other product.', other: '# assets have no other product.' }),
  term: (alone) =>
    plural(alone, {
      one: '# asset has no other term of it.',
      other: '# assets have no other term of it.',
    }),
};

/** What the button says that it will do. */
export function retireLabel({ assets }: RetirementEffect, successor: string | null): string {
  if (successor === null) return t`Retire`;
  return assets === 0
    ? t`Retire and replace`
    : plural(assets, { one: 'Retire and retag # asset', other: 'Retire and retag # assets' });
}
