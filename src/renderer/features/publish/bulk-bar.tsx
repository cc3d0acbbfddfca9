import { ActionIcon, Button, CloseButton, Popover, TextInput } from '@mantine/core';
import { IconChevronDown, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { RowFields, StagedRow } from '../../../contract/publish.ts';
import { plural } from '../../ui/plural.ts';
import classes from './bulk-bar.module.css';
import { readTags } from './cell-text.ts';
import { ChoiceList } from './choice-list.tsx';
import { changeOf, choicesFor, type FieldKey, valuesOf } from './columns.ts';
import type { RowTerms } from './row-terms.ts';

/** The fields that can be set for many rows at once, in the order of how often they are needed. */
const FIELDS = [
  { key: 'stages', label: 'Buying stage', many: true },
  { key: 'personas', label: 'Persona', many: true },
  { key: 'type', label: 'Type', many: false },
  { key: 'products', label: 'Product', many: true },
  { key: 'audience', label: 'Audience', many: false },
  { key: 'language', label: 'Language', many: false },
] as const satisfies readonly { key: FieldKey; label: string; many: boolean }[];

type Props = {
  readonly rows: readonly StagedRow[];
  readonly terms: RowTerms;
  readonly onSet: (set: Partial<RowFields>, what: string) => void;
  readonly onAddTags: (tags: readonly string[]) => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
};

/** Sets fields of all selected rows at once. */
export function BulkBar({ rows, terms, onSet, onAddTags, onRemove, onClear }: Props) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="Set for the selected rows">
      <span className={classes.count}>Set for {rows.length} selected:</span>
      {FIELDS.map((field) => (
        <BulkField key={field.key} field={field} rows={rows} terms={terms} onSet={onSet} />
      ))}
      <BulkTags onAdd={onAddTags} />
      <span className={classes.gap} />
      <ActionIcon
        size="md"
        aria-label={`Remove ${plural(rows.length, 'row')} from the table`}
        title="Remove from the table"
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      <CloseButton size="md" title="Clear the selection" aria-label="Clear the selection" onClick={onClear} />
    </div>
  );
}

/** The values that all rows share. */
function sharedValues(rows: readonly StagedRow[], key: FieldKey): string[] {
  const [first, ...others] = rows.map((row) => valuesOf(row.fields, key));
  return (first ?? []).filter((value) => others.every((values) => values.includes(value)));
}

type FieldProps = Pick<Props, 'rows' | 'terms' | 'onSet'> & { readonly field: (typeof FIELDS)[number] };

function BulkField({ field: { key: field, label, many }, rows, terms, onSet }: FieldProps) {
  const shared = sharedValues(rows, field);
  return (
    <BulkPopover label={label}>
      {(close) => (
        <ChoiceList
          label={`${label} of ${plural(rows.length, 'selected row')}`}
          choices={choicesFor(field, terms)}
          chosen={shared}
          many={many}
          onCancel={close}
          onDone={(values) => {
            close();
            const same = values.length === shared.length && values.every((value) => shared.includes(value));
            if (values.length > 0 && !same) onSet(changeOf(field, values), label);
          }}
        />
      )}
    </BulkPopover>
  );
}

function BulkTags({ onAdd }: { readonly onAdd: (tags: readonly string[]) => void }) {
  const [text, setText] = useState('');
  return (
    <BulkPopover label="Tags" trapFocus>
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
            label="Tags to add"
            placeholder="Separated by commas"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" variant="light">
            Add
          </Button>
        </form>
      )}
    </BulkPopover>
  );
}

type PopoverProps = {
  readonly label: string;
  /** The list of choices takes the focus itself. */
  readonly trapFocus?: boolean;
  readonly children: (close: () => void) => ReactNode;
};

/** A button of the bar, and what opens below it. */
function BulkPopover({ label, trapFocus = false, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      trapFocus={trapFocus}
      transitionProps={{ duration: 0 }}
      returnFocus
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          h={26}
          variant="default"
          rightSection={<IconChevronDown size={12} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6} data-choice-list>
        {children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
}
