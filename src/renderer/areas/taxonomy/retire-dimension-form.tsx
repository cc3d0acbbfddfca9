import { plural, t } from '@lingui/core/macro';
import type { Dimension, DimensionEffect } from '../../../contract/taxonomy.ts';
import { listed } from '../../../words/sentence.ts';
import { formatNumber } from '../../ui/format.ts';
import { RetireFrame } from './retire-frame.tsx';

type Props = {
  readonly dimension: Dimension;
  readonly effect: DimensionEffect;
  readonly onRetire: () => Promise<void>;
  readonly onClose: () => void;
};

/** Says what is told apart by a dimension and what asks for it, before it is given up. */
export function RetireDimensionForm({ dimension, effect, onRetire, onClose }: Props) {
  const { name, required } = dimension;
  return (
    <RetireFrame
      name={name}
      effect={effectSentences(effect, required)}
      word={t`Retire`}
      onRetire={onRetire}
      onClose={onClose}
    />
  );
}

/** Says whether nobody would notice that a dimension is gone. */
export function isDimensionWithoutEffect(effect: DimensionEffect): boolean {
  const { assets, requests, rules, views, searches, kits, golden } = effect;
  return assets + requests + golden + rules.length + views.length + searches.length + kits.length === 0;
}

/** Names that a sentence tells; of more, how many there are. */
const MOST_NAMED = 3;

function named(names: readonly string[]): string {
  const first = listed(names.slice(0, MOST_NAMED).map((name) => `“${name}”`));
  return names.length > MOST_NAMED ? `${first} …` : first;
}

/** What giving up a dimension would do, a sentence each. */
function effectSentences(effect: DimensionEffect, required: boolean): string[] {
  const { assets, terms, requests, rules, views, searches, kits, golden } = effect;
  const [published, covered] = [formatNumber(effect.published), formatNumber(effect.covered)];
  const said: string[] = [];
  if (assets > 0) {
    said.push(
      plural(assets, {
        one: `# asset tagged with it, ${published} published: the filter goes, the tags stay.`,
        other: `# assets tagged with it, ${published} published: the filter goes, the tags stay.`,
      }),
      plural(terms, {
        one: `Coverage can’t be split by it any more: ${covered} of # term is covered now.`,
        other: `Coverage can’t be split by it any more: ${covered} of # terms are covered now.`,
      }),
    );
  }
  if (required) said.push(t`Publishing no longer asks for it.`);
  if (requests > 0)
    said.push(plural(requests, { one: '# open request names it.', other: '# open requests name it.' }));
  if (rules.length > 0)
    said.push(
      plural(rules.length, {
        one: `# rule for imports no longer says it: ${{ names: named(rules) }}`,
        other: `# rules for imports no longer say it: ${{ names: named(rules) }}`,
      }),
    );
  if (views.length > 0)
    said.push(
      plural(views.length, {
        one: `# shared view filters by it: ${{ names: named(views) }}`,
        other: `# shared views filter by it: ${{ names: named(views) }}`,
      }),
    );
  if (searches.length > 0)
    said.push(
      plural(searches.length, {
        one: `# of your saved searches asks for it: ${{ names: named(searches) }}`,
        other: `# of your saved searches ask for it: ${{ names: named(searches) }}`,
      }),
    );
  if (kits.length > 0)
    said.push(
      plural(kits.length, {
        one: `# smart kit asks for it: ${{ names: named(kits) }}`,
        other: `# smart kits ask for it: ${{ names: named(kits) }}`,
      }),
    );
  if (golden > 0)
    said.push(plural(golden, { one: '# golden query asks for it.', other: '# golden queries ask for it.' }));
  return said;
}
