import { t } from '@lingui/core/macro';
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { RetirementEffect } from '../../../contract/taxonomy.ts';
import { RetireFrame } from './retire-frame.tsx';
import { effectSentences, retireLabel } from './retire-words.ts';
import type { FacetWords, Term } from './terms.ts';

type Props = {
  readonly words: FacetWords;
  readonly term: Term;
  readonly effect: RetirementEffect;
  /** The terms that can take its place. */
  readonly others: readonly Term[];
  readonly onRetire: (term: Term, successor: Term | undefined) => Promise<void>;
  readonly onClose: () => void;
};

/** Says what leaves coverage with a term before it is given up, and offers one that takes its place. */
export function RetireForm({ words, term, effect, others, onRetire, onClose }: Props) {
  const [successor, setSuccessor] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  return (
    <RetireFrame
      name={term.name}
      effect={effectSentences(effect, words.facet)}
      word={retireLabel(effect, successor)}
      onRetire={() =>
        onRetire(
          term,
          others.find(({ id }) => id === successor),
        )
      }
      onClose={onClose}
      // While terms are offered, Escape closes their list.
      choosing={choosing}
    >
      {others.length > 0 && (
        <Select
          label={t`Replace it with`}
          placeholder={t`Nothing: assets keep it`}
          description={words.replaces}
          clearable
          value={successor}
          data={others.map(({ id, name: label }) => ({ value: id, label }))}
          onDropdownOpen={() => setChoosing(true)}
          onDropdownClose={() => setChoosing(false)}
          onChange={setSuccessor}
        />
      )}
    </RetireFrame>
  );
}
