import type { CallContext, Hit } from '../../../contract/search.ts';
import type { TermNames } from '../../base/use-taxonomy.ts';
import { plural } from '../../ui/plural.ts';

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
  if (fits.length > 0) return `Made for ${fits.join(' and ')}`;
  const { enough, score, useful } = asset.usefulness;
  if (enough && factors.usefulness > 1 && score >= 3.5 && useful > 0) {
    return `Found useful by ${plural(useful, 'colleague')}`;
  }
  if (asset.uses > 0) return `Used ${plural(asset.uses, 'time')}`;
  return asset.freshness === 'fresh' ? 'Fresh' : `For ${asset.stages.map(names.stage).join(', ')}`;
}
