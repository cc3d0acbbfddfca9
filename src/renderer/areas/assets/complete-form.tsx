import { t } from '@lingui/core/macro';
import { useState } from 'react';
import { type DimensionField, dimensionOfField, ofFields } from '../../../shared/vocabulary/asset-fields.ts';
import { DimensionSelect } from '../../base/term-select.tsx';
import { useTaxonomy } from '../../base/use-taxonomy.ts';
import { StepFrame } from '../../ui/step-frame.tsx';
import type { Chosen, Completing, Given } from './step-asked.ts';
import styles from './step-dialog.module.css';

type Props = { readonly asked: Chosen & Completing; readonly onClose: () => void };
type Terms = { readonly [Field in DimensionField]?: readonly string[] };

/** What publishing asks for and they have not: said of those that lack it, then the step is taken. */
export function CompleteForm({ asked, onClose }: Props) {
  const { missing, word, take } = asked;
  const { dimensions } = useTaxonomy();
  const [terms, setTerms] = useState<Terms>({});
  const say = (field: DimensionField, said: readonly string[]): void =>
    setTerms((now) => ({ ...now, [field]: said }));
  return (
    <StepFrame
      ready={missing.every((field) => (terms[field] ?? []).length > 0)}
      word={word}
      take={() => take(ofFields<Given>(Object.entries(terms)))}
      onClose={onClose}
    >
      <p className={styles.note}>{t`This hub asks for it before anything is published.`}</p>
      {missing.map((field, place) => {
        const dimension = dimensions.find(({ id }) => id === dimensionOfField(field));
        const common = { field, label: dimension?.name ?? '', required: true, first: place === 0 };
        return dimension?.many === true ? (
          <DimensionSelect
            key={field}
            {...common}
            multiple
            value={terms[field] ?? []}
            onChange={(said) => say(field, said)}
          />
        ) : (
          <DimensionSelect
            key={field}
            {...common}
            value={terms[field]?.[0] ?? null}
            onChange={(said) => say(field, said === null ? [] : [said])}
          />
        );
      })}
    </StepFrame>
  );
}
