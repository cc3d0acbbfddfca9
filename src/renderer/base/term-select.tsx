import { t } from '@lingui/core/macro';
import { MultiSelect, Select } from '@mantine/core';
import { type DimensionField, dimensionOfField } from '../../shared/vocabulary/asset-fields.ts';
import { useTaxonomy } from './use-taxonomy.ts';

type Term = { readonly id: string; readonly name: string; readonly retired: boolean };

type Common = {
  readonly label?: string;
  /** The name for assistive technology where there is no visible label. */
  readonly 'aria-label'?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** It has the focus when its dialog opens. */
  readonly first?: boolean;
  readonly disabled?: boolean;
  readonly error?: string;
  readonly size?: 'xs' | 'sm' | 'md';
};
type Single = Common & {
  readonly multiple?: false;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};
type Multiple = Common & {
  readonly multiple: true;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
};

/** A choice of one term (clearable) or, with `multiple`, of several. */
export type TermSelectProps = Single | Multiple;

/** Retired terms can't be chosen, but stay visible where they were. */
function optionsOf(terms: readonly Term[], chosen: readonly string[]): { value: string; label: string }[] {
  return terms
    .filter((term) => !term.retired || chosen.includes(term.id))
    .map((term) => ({ value: term.id, label: term.name }));
}

function TermSelect({
  terms,
  name,
  ...props
}: TermSelectProps & { readonly terms: readonly Term[]; readonly name: string }) {
  const labels =
    props.label === undefined ? { 'aria-label': props['aria-label'] ?? name } : { label: props.label };
  const shared = {
    ...labels,
    size: props.size ?? 'sm',
    clearable: true,
    searchable: true,
    // Typing and Enter choose what fits best.
    selectFirstOptionOnChange: true,
    nothingFoundMessage: t`Nothing fits`,
    ...(props.required === undefined ? {} : { withAsterisk: props.required }),
    ...(props.first === true && { 'data-autofocus': true }),
    ...(props.disabled === undefined ? {} : { disabled: props.disabled }),
    ...(props.error === undefined ? {} : { error: props.error }),
  };
  if (props.multiple === true) {
    return (
      <MultiSelect
        {...shared}
        placeholder={props.value.length > 0 ? '' : (props.placeholder ?? '')}
        data={optionsOf(terms, props.value)}
        value={[...props.value]}
        onChange={props.onChange}
        hidePickedOptions
      />
    );
  }
  return (
    <Select
      {...shared}
      placeholder={props.placeholder ?? ''}
      data={optionsOf(terms, props.value === null ? [] : [props.value])}
      value={props.value}
      onChange={props.onChange}
    />
  );
}

/** Buying stages. */
export function StageSelect(props: TermSelectProps) {
  return <TermSelect {...props} name={t`Buying stage`} terms={useTaxonomy().stages} />;
}

/** Personas. */
export function PersonaSelect(props: TermSelectProps) {
  return <TermSelect {...props} name={t`Persona`} terms={useTaxonomy().personas} />;
}

/** Content types. */
export function TypeSelect(props: TermSelectProps) {
  return <TermSelect {...props} name={t`Type`} terms={useTaxonomy().types} />;
}

/** Terms of a dimension. */
export function DimensionSelect({ field, ...props }: TermSelectProps & { readonly field: DimensionField }) {
  const dimension = useTaxonomy().dimensions.find(({ id }) => id === dimensionOfField(field));
  return <TermSelect {...props} name={dimension?.name ?? ''} terms={dimension?.terms ?? []} />;
}

/** Products. */
export function ProductSelect(props: TermSelectProps) {
  return <TermSelect {...props} name={t`Product`} terms={useTaxonomy().products} />;
}
