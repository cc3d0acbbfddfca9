import { plural, t } from '@lingui/core/macro';
import type { CallContext, Hit } from '../../../contract/search.ts';
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
  if (fits.length > 0) return t`Made for ${fits.join(' and ')}`;
  const { enough, score, useful } = asset.usefulness;
  if (enough && factors.usefulness > 1 && score >= 3.5 && useful > 0) {
    return t`Found useful by ${plural(useful, { one: '# colleague', other: '# colleagues' })}`;
  }
  if (asset.uses > 0) return t`Used ${plural(asset.uses, { one: '# time', other: '# times' })}`;
  return asset.freshness === 'fresh' ? t`Fresh` : t`For ${asset.stages.map(names.stage).join(', ')}`;
}
