import { t } from '@lingui/core/macro';
import { MultiSelect, NativeSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { memo, type ReactNode, useMemo } from 'react';
import type { AssetSummary } from '../../../../contract/assets.ts';
import { LONGEST_PROSE, MOST_CHOSEN } from '../../../../shared/limits.ts';
import { aboutField } from '../../../../shared/vocabulary/asset-fields.ts';
import { fieldLabel } from '../../../../words/fields.ts';
import { listed } from '../../../../words/sentence.ts';
import { useFieldWords } from '../../../base/use-taxonomy.ts';
import { formatNumber } from '../../../ui/format.ts';
import classes from './bulk-edit.module.css';
import {
  type BulkField,
  type BulkMode,
  type FieldDraft,
  modesOf,
  saysSomething,
  tallyOf,
} from './edit-draft.ts';
import type { FieldChoices } from './field-choices.ts';

type Props = {
  readonly field: BulkField;
  readonly assets: readonly AssetSummary[];
  readonly draft: FieldDraft | undefined;
  readonly choices: FieldChoices;
  /** It takes the keyboard when the panel opens. */
  readonly first: boolean;
  readonly onChange: (draft: FieldDraft) => void;
};

const MODE_WORDS: Readonly<Record<BulkMode, string>> = {
  add: t`Add`,
  remove: t`Remove`,
  set: t`Replace with`,
  empty: t`Make empty`,
};

/** How many values are named of those that the assets have. */
const NAMED = 4;

/** One field: what is done to it, with which values, and what the assets have now. */
export function BulkFieldRow({ field, assets, draft, choices, first, onChange }: Props) {
  const modes = modesOf(field);
  const mode = draft?.mode ?? modes[0] ?? 'set';
  const label = fieldLabel(useFieldWords()(field));
  return (
    <fieldset className={classes.row} data-changed={saysSomething(draft) || undefined}>
      <legend className={classes.label}>{label}</legend>
      {modes.length === 1 ? (
        <span className={classes.only}>{MODE_WORDS[mode]}</span>
      ) : (
        <NativeSelect
          aria-label={t`What to do with ${label}`}
          size="xs"
          data={modes.map((one) => ({ value: one, label: MODE_WORDS[one] }))}
          value={mode}
          onChange={(event) => {
            const chosen = modes.find((one) => one === event.currentTarget.value) ?? mode;
            onChange({ mode: chosen, values: draft?.values ?? [] });
          }}
        />
      )}
      <div className={classes.value}>
        {mode === 'empty' ? null : (
          <ValueControl
            field={field}
            label={label}
            values={draft?.values ?? []}
            choices={choices}
            first={first}
            onChange={(values) => onChange({ mode, values })}
          />
        )}
        <HaveNow field={field} assets={assets} choices={choices} />
      </div>
    </fieldset>
  );
}

type ValueProps = Pick<Props, 'field' | 'choices' | 'first'> & {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

/** What one types or chooses for a field, by its kind. */
function ValueControl(props: ValueProps): ReactNode {
  switch (aboutField(props.field).kind) {
    case 'terms':
    case 'tags':
      return <ListControl {...props} />;
    case 'term':
    case 'audience':
    case 'language':
    case 'person':
      return <ChoiceControl {...props} />;
    case 'day':
    case 'prose':
      return <TypedControl {...props} />;
  }
}

function sharedProps({ label, first }: ValueProps) {
  return { 'aria-label': label, size: 'xs' as const, 'data-autofocus': first || undefined };
}

const searched = () => ({
  clearable: true,
  searchable: true,
  selectFirstOptionOnChange: true,
  nothingFoundMessage: t`Nothing fits`,
});

function ListControl(props: ValueProps) {
  const { field, values, choices, onChange } = props;
  const options = [...(choices.options(field) ?? [])];
  const shared = { ...sharedProps(props), value: [...values], onChange };
  if (aboutField(field).kind === 'tags') {
    return <TagsInput {...shared} data={options.map((option) => option.value)} maxTags={MOST_CHOSEN} />;
  }
  return <MultiSelect {...shared} {...searched()} data={options} maxValues={MOST_CHOSEN} hidePickedOptions />;
}

function ChoiceControl(props: ValueProps) {
  const { field, values, choices, onChange } = props;
  return (
    <Select
      {...sharedProps(props)}
      {...searched()}
      data={[...(choices.options(field) ?? [])]}
      value={values[0] ?? null}
      onChange={(value) => onChange(value === null ? [] : [value])}
    />
  );
}

function TypedControl(props: ValueProps) {
  const { field, values, onChange } = props;
  const shared = { ...sharedProps(props), value: values[0] ?? '' };
  const typed = (text: string): void => onChange(text === '' ? [] : [text]);
  if (aboutField(field).kind === 'day') {
    return <TextInput {...shared} type="date" onChange={(event) => typed(event.currentTarget.value)} />;
  }
  return (
    <Textarea
      {...shared}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={LONGEST_PROSE}
      onChange={(event) => typed(event.currentTarget.value)}
    />
  );
}

/** What the assets have now: the commonest values, with how many have each. */
const HaveNow = memo(function HaveNow({
  field,
  assets,
  choices,
}: Pick<Props, 'field' | 'assets' | 'choices'>) {
  const tally = useMemo(() => tallyOf(assets, field), [assets, field]);
  if (aboutField(field).kind === 'prose') return null;
  const all = assets.length;
  const words = tally.slice(0, NAMED).map(({ value, count }) => {
    const name = choices.nameOf(field, value);
    if (count === all) return all === 1 ? name : t`${{ name }} (all)`;
    return t`${{ name }} (${{ count: formatNumber(count) }} of ${{ all: formatNumber(all) }})`;
  });
  const more = tally.length - words.length;
  if (more > 0) words.push(t`${{ count: formatNumber(more) }} more`);
  return (
    <p className={classes.now}>{words.length === 0 ? t`Not set` : t`Now: ${{ values: listed(words) }}`}</p>
  );
});
