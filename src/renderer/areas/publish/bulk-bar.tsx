import { plural, t } from '@lingui/core/macro';
import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { IconChevronDown, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { RowChange, StagedRow } from '../../../contract/publish-rows.ts';
import type { AttributeOf } from '../../../shared/vocabulary/asset-attributes.ts';
import type { DimensionField } from '../../../shared/vocabulary/asset-fields.ts';
import { sentences } from '../../../words/sentence.ts';
import { formatNumber } from '../../ui/format.ts';
import { PopOver } from '../../ui/pop-over.tsx';
import classes from './bulk-bar.module.css';
import { readTags } from './cell-text.ts';
import { ChoiceList } from './choice-list.tsx';
import { cellOf, changeOf, choicesFor, type FieldKey, valuesOf } from './columns.ts';
import { effectOf, effectWords, settable } from './row-effect.ts';
import type { RowTerms } from './row-terms.ts';

/** The fields that can be set for many rows at once, in the order of how often they are needed. */
const LABELS = {
  stages: t`Buying stage`,
  personas: t`Persona`,
  type: 'Type',
  products: t`Product`,
  audience: t`Audience`,
  language: t`Language`,
} as const satisfies Readonly<Record<ChosenField, string>>;

/** A field whose values are chosen of a list. */
type ChosenField = Exclude<
  Extract<FieldKey, AttributeOf<'term' | 'terms' | 'audience' | 'language'>>,
  DimensionField
>;
const FIELDS = Object.keys(LABELS) as readonly ChosenField[];

type Props = {
  readonly rows: readonly StagedRow[];
  readonly terms: RowTerms;
  readonly onSet: (set: RowChange['set'], what: string) => void;
  readonly onAddTags: (tags: readonly string[]) => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
};

/** Sets fields of all selected rows at once. */
export function BulkBar({ rows, terms, onSet, onAddTags, onRemove, onClear }: Props) {
  const taking = settable(rows);
  const left = rows.length - taking.length;
  return (
    <div className={classes.bar} role="toolbar" aria-label={t`Set for the selected rows`}>
      <span className={classes.count}>
        {left === 0
          ? t`Set for ${{ count: formatNumber(rows.length) }} selected:`
          : t`Set for ${{ count: formatNumber(taking.length) }} of ${{ of: formatNumber(rows.length) }} selected:`}
      </span>
      {FIELDS.map((field) => (
        <BulkField
          key={field}
          field={field}
          label={LABELS[field]}
          rows={taking}
          leftOut={left}
          terms={terms}
          onSet={onSet}
        />
      ))}
      {terms.dimensions.map(({ field, name }) => (
        <BulkField
          key={field}
          field={field}
          label={name}
          rows={taking}
          leftOut={left}
          terms={terms}
          onSet={onSet}
        />
      ))}
      <BulkTags disabled={taking.length === 0} onAdd={onAddTags} />
      <span className={classes.end}>
        <ActionIcon
          size="md"
          aria-label={plural(rows.length, {
            one: 'Remove # row from the table',
            other: 'Remove # rows from the table',
          })}
          title={t`Remove from the table`}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
        <CloseButton
          size="md"
          title={t`Clear the selection`}
          aria-label={t`Clear the selection`}
          onClick={onClear}
        />
      </span>
    </div>
  );
}

/** The values that all rows share. */
function sharedValues(rows: readonly StagedRow[], key: FieldKey): string[] {
  const [first, ...others] = rows.map((row) => valuesOf(row.fields, key));
  return (first ?? []).filter((value) => others.every((values) => values.includes(value)));
}

type FieldProps = Pick<Props, 'rows' | 'terms' | 'onSet'> & {
  readonly field: FieldKey;
  readonly label: string;
  /** Selected rows that take nothing. */
  readonly leftOut: number;
};

/** What setting these values would do, before it is done. */
function consequenceOf(
  rows: readonly StagedRow[],
  field: FieldKey,
  values: readonly string[],
  leftOut: number,
) {
  const set = changeOf(field, values);
  const effect = effectOf(
    rows,
    rows.map((row) => ({ row: row.id, set })),
  );
  if (leftOut === 0) return effectWords(effect);
  return sentences(
    effectWords(effect),
    plural(leftOut, {
      one: '# row left out: duplicates, failed files and new versions keep what they have.',
      other: '# rows left out: duplicates, failed files and new versions keep what they have.',
    }),
  );
}

function BulkField({ field, label, rows, leftOut, terms, onSet }: FieldProps) {
  const shared = sharedValues(rows, field);
  return (
    <BulkPopOver label={label} disabled={rows.length === 0}>
      {(close) => (
        <ChoiceList
          label={plural(rows.length, {
            one: `${label} of # selected row`,
            other: `${label} of # selected rows`,
          })}
          choices={choicesFor(field, terms)}
          chosen={shared}
          many={cellOf(field, terms) === 'many'}
          consequence={(values) => consequenceOf(rows, field, values, leftOut)}
          onCancel={close}
          onDone={(values, _then, chosen) => {
            close();
            if (values.length > 0 && chosen) onSet(changeOf(field, values), label);
          }}
        />
      )}
    </BulkPopOver>
  );
}

type TagsProps = { readonly disabled: boolean; readonly onAdd: (tags: readonly string[]) => void };

function BulkTags({ disabled, onAdd }: TagsProps) {
  const [text, setText] = useState('');
  return (
    <BulkPopOver label={t`Tags`} disabled={disabled}>
      {(close) => (
        <form
          className={classes.tags}
          onSubmit={(event) => {
            event.preventDefault();
            const tags = readTags(text);
            if (tags.length > 0) onAdd(tags);
            setText('');
            close();
          }}
        >
          <TextInput
            size="xs"
            data-autofocus
            label={t`Tags to add`}
            placeholder={t`Separated by commas`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="light">{t`Add`}</Button>
        </form>
      )}
    </BulkPopOver>
  );
}

type BulkPopOverProps = {
  readonly label: string;
  readonly disabled: boolean;
  readonly children: (close: () => void) => ReactNode;
};

/** A button of the bar, and what opens below it. */
function BulkPopOver({ label, disabled, children }: BulkPopOverProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <PopOver
      opened={open}
      onClose={close}
      position="bottom-start"
      label={label}
      className={classes.choices}
      target={
        <Button
          size="compact-xs"
          h={26}
          variant="default"
          disabled={disabled}
          rightSection={<IconChevronDown size={12} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      }
    >
      {children(close)}
    </PopOver>
  );
}
