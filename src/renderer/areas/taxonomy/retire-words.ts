import { plural, t } from '@lingui/core/macro';
import type { RetirementEffect } from '../../../contract/taxonomy.ts';

/** Says whether nobody would notice that a term is gone: nothing is tagged with it, and nobody asked for it. */
export function isWithoutEffect({ assets, demand, requests }: RetirementEffect): boolean {
  return assets + demand + requests === 0;
}

/** What giving up a term takes out of coverage, and what would go over to a successor; a sentence each. */
export function effectSentences(effect: RetirementEffect, one: string): string[] {
  const { assets, published, alone, covered, demand, days, requests, synonyms, golden } = effect;
  const said: string[] = [];
  if (assets > 0) {
    const only = alone > 0 ? t`, ${alone} of them with no other ${one}` : '';
    said.push(
      t`${plural(assets, { one: '# asset', other: '# assets' })} tagged with it, ${published} published${only}.`,
    );
  }
  if (covered > 0)
    said.push(
      t`${plural(covered, { one: '# covered cell', other: '# covered cells' })} will leave coverage.`,
    );
  if (demand > 0) said.push(t`Demand of ${demand} in ${days} days will leave coverage.`);
  if (requests > 0)
    said.push(t`${plural(requests, { one: '# open request', other: '# open requests' })} for it.`);
  if (synonyms > 0)
    said.push(t`${plural(synonyms, { one: '# synonym group', other: '# synonym groups' })} for it.`);
  if (golden > 0)
    said.push(t`${plural(golden, { one: '# golden query', other: '# golden queries' })} for it.`);
  return said;
}

/** What the button says that it will do. */
export function retireLabel({ assets }: RetirementEffect, successor: string | null): string {
  if (successor === null) return t`Retire`;
  return assets === 0
    ? t`Retire and replace`
    : t`Retire and retag ${plural(assets, { one: '# asset', other: '# assets' })}`;
}
