import type { RetirementEffect } from '../../../contract/taxonomy.ts';
import { plural } from '../../ui/plural.ts';

/** Says whether nobody would notice that a term is gone: nothing is tagged with it, and nobody asked for it. */
export function isWithoutEffect({ assets, demand, requests }: RetirementEffect): boolean {
  return assets + demand + requests === 0;
}

/** What giving up a term takes out of coverage, and what would go over to a successor; a sentence each. */
export function effectSentences(effect: RetirementEffect, one: string): string[] {
  const { assets, published, alone, covered, demand, days, requests, synonyms, golden } = effect;
  const said: string[] = [];
  if (assets > 0) {
    const only = alone > 0 ? `, ${alone} of them with no other ${one}` : '';
    said.push(`${plural(assets, 'asset')} tagged with it, ${published} published${only}.`);
  }
  if (covered > 0) said.push(`${plural(covered, 'covered cell')} will leave coverage.`);
  if (demand > 0) said.push(`Demand of ${demand} in ${days} days will leave coverage.`);
  if (requests > 0) said.push(`${plural(requests, 'open request')} for it.`);
  if (synonyms > 0) said.push(`${plural(synonyms, 'synonym group')} for it.`);
  if (golden > 0) said.push(`${plural(golden, 'golden query', 'golden queries')} for it.`);
  return said;
}

/** What the button says that it will do. */
export function retireLabel({ assets }: RetirementEffect, successor: string | null): string {
  if (successor === null) return 'Retire';
  return assets === 0 ? 'Retire and replace' : `Retire and retag ${plural(assets, 'asset')}`;
}
