import type { AssetSummary } from '../../contract/assets.ts';
import type { KitTemplate } from '../../contract/kits.ts';
import { isUsable } from '../../domain/assets/asset-state.ts';
import { entryOf } from '../../domain/kernel/register.ts';
import { nameOfTerm } from '../../domain/taxonomy/term-selectors.ts';
import { type Says, says } from '../../shared/says/says.ts';
import { checkTerms } from '../assets/assets.ts';
import type { WithKits } from './with-kits.ts';

/** What a kit for a stage and a persona could begin with. */

/** More than anybody edits before it is kept. */
const MOST_TYPES = 12;

/** The best asset of each content type by the ranking of the call, each with why it is this one; best first. */
export async function kitTemplate(
  replica: WithKits,
  { stage, persona }: { readonly stage: string; readonly persona: string },
): Promise<KitTemplate> {
  checkTerms(replica, { stages: [stage], personas: [persona] });
  const ranking = await replica.search.ranking({
    query: '',
    filters: { stages: [stage], personas: [persona] },
    context: { stage, persona },
    languages: [...replica.languages.inOrder],
  });
  const byType = new Map<string, AssetSummary[]>();
  for (const { asset } of ranking)
    if (isUsable(asset.state)) entryOf(byType, asset.type, () => []).push(asset);
  const { catalog } = replica;
  const name = [nameOfTerm(catalog, 'stage', stage), nameOfTerm(catalog, 'persona', persona)];
  return {
    name: name.join(' × '),
    stages: [stage],
    personas: [persona],
    items: [...byType.values()].slice(0, MOST_TYPES).flatMap((ofType) => {
      const [asset] = ofType;
      return asset === undefined ? [] : [{ asset, why: whyThis(replica, asset, ofType) }];
    }),
  };
}

/** What speaks for the first of several of one type. */
function whyThis({ catalog }: WithKits, asset: AssetSummary, ofType: readonly AssetSummary[]): Says {
  const type = nameOfTerm(catalog, 'type', asset.type) ?? asset.type;
  const { usefulness, uses } = asset;
  if (ofType.length === 1) return says('kits.only-of-type', { type });
  const count = ofType.length;
  if (usefulness.enough && ofType.every((other) => other.usefulness.score <= usefulness.score))
    return says('kits.most-useful-of-type', { type, count, useful: usefulness.useful });
  if (uses > 0 && ofType.every((other) => other.uses <= uses))
    return says('kits.most-used-of-type', { type, count, uses });
  return says('kits.best-of-type', { type, count });
}
