import { plural, t } from '@lingui/core/macro';
import type { CallContext, Hit } from '../../../contract/search.ts';
import { listed } from '../../../words/sentence.ts';
import type { TermNames } from '../../base/use-taxonomy.ts';

/** One line of why an asset is among the best for a call, from what its rank is made of. */
export function whyHere(hit: Hit, context: CallContext, names: TermNames): string {
  const { asset, factors } = hit;
  const fits = [
    ...(context.stage !== undefined && asset.stages.includes(context.stage)
      ? [names.stage(context.stage)]
      : []),
    ...(context.persona !== undefined && asset.personas.includes(context.persona)
      ? [names.persona(context.persona)]
      : []),
  ];
  if (fits.length > 0) return t`Made for ${{ fits: listed(fits) }}`;
  const { enough, score, useful } = asset.usefulness;
  if (enough && factors.usefulness > 1 && score >= 3.5 && useful > 0) {
    return plural(useful, { one: 'Found useful by # colleague', other: 'Found useful by # colleagues' });
  }
  if (asset.uses > 0) return plural(asset.uses, { one: 'Used # time', other: 'Used # times' });
  return asset.freshness === 'fresh' ? t`Fresh` : t`For ${{ stages: listed(asset.stages.map(names.stage)) }}`;
}
