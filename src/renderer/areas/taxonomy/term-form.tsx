import { t } from '@lingui/core/macro';
import { Checkbox, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { audienceSchema } from '../../../contract/common.ts';
import { LONGEST_REVIEW_DAYS, LONGEST_SYNONYM, MOST_SYNONYMS } from '../../../shared/limits.ts';
import { isDimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import type { WireProblem } from '../../base/wire-error.ts';
import { EditForm } from './edit-form.tsx';
import type { FacetWords, Term } from './terms.ts';

type Props = {
  readonly words: FacetWords;
  /** The term to change; null for a new one. */
  readonly term: Term | null;
  readonly order: number;
  readonly onSave: (term: Omit<Term, 'id'> & { readonly id?: string }) => Promise<WireProblem | null>;
  readonly onClose: () => void;
};

/** Name and texts of a term, in its place. */
export function TermForm({ words, term, order, onSave, onClose }: Props) {
  const [value, setValue] = useState<Omit<Term, 'id'>>(
    term ?? {
      name: '',
      first: '',
      second: '',
      audience: words.facet === 'type' ? 'customer' : null,
      reviewDays: null,
      needsReview: false,
      synonyms: [],
      order,
      retired: false,
    },
  );
  return (
    <EditForm
      adds={term === null}
      check={() => (value.name.trim() === '' ? words.nameIt : null)}
      save={() => onSave(term ? { ...value, id: term.id } : value)}
      onClose={onClose}
    >
      {(error, clear) => (
        <>
          <TextInput
            autoFocus
            label={t`Name`}
            withAsterisk
            maxLength={300}
            value={value.name}
            error={error}
            onChange={(event) => {
              setValue({ ...value, name: event.currentTarget.value });
              clear();
            }}
          />
          {(['first', 'second'] as const).map((text) =>
            words[text] === null ? null : (
              <Textarea
                key={text}
                label={words[text]}
                autosize
                maxRows={5}
                maxLength={10_000}
                value={value[text]}
                onChange={(event) => setValue({ ...value, [text]: event.currentTarget.value })}
              />
            ),
          )}
          {isDimensionField(words.facet) ? <AlsoCalled value={value} onChange={setValue} /> : null}
          {words.facet === 'type' ? <TypeFields value={value} onChange={setValue} /> : null}
        </>
      )}
    </EditForm>
  );
}

type Value = Omit<Term, 'id'>;

/** Other words for a term of a dimension. */
function AlsoCalled({
  value,
  onChange,
}: {
  readonly value: Value;
  readonly onChange: (next: Value) => void;
}) {
  return (
    <TagsInput
      label={t`Also called`}
      description={t`Other words that find it: abbreviations, other languages. Enter or a comma after each.`}
      maxTags={MOST_SYNONYMS}
      maxLength={LONGEST_SYNONYM}
      splitChars={[',', ';']}
      acceptValueOnBlur
      value={[...value.synonyms]}
      onChange={(synonyms) => onChange({ ...value, synonyms })}
    />
  );
}

/** For whom assets of a type are, how often they are reviewed, and whether they are before they come out. */
function TypeFields({
  value,
  onChange,
}: {
  readonly value: Value;
  readonly onChange: (next: Value) => void;
}) {
  return (
    <>
      <Select
        label={t`Default audience`}
        allowDeselect={false}
        value={value.audience}
        data={[
          { value: 'customer', label: t`Customer-facing` },
          { value: 'internal', label: t`Internal only` },
        ]}
        onChange={(audience) =>
          onChange({ ...value, audience: audienceSchema.catch('customer').parse(audience) })
        }
      />
      <NumberInput
        label={t`Days between reviews`}
        placeholder="90"
        min={1}
        max={LONGEST_REVIEW_DAYS}
        allowDecimal={false}
        clampBehavior="strict"
        value={value.reviewDays ?? ''}
        onChange={(days) => onChange({ ...value, reviewDays: typeof days === 'number' ? days : null })}
      />
      <Checkbox
        label={t`Must be approved by a reviewer before it is published`}
        checked={value.needsReview}
        onChange={(event) => onChange({ ...value, needsReview: event.currentTarget.checked })}
      />
    </>
  );
}
