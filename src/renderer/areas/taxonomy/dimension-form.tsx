import { t } from '@lingui/core/macro';
import { Checkbox, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Dimension, DimensionInput } from '../../../contract/taxonomy.ts';
import { MOST_NEW_TERMS } from '../../../shared/limits.ts';
import type { WireProblem } from '../../base/wire-error.ts';
import { EditForm } from './edit-form.tsx';

type Props = {
  /** The dimension to change; null for a new one. */
  readonly dimension: Dimension | null;
  readonly onSave: (input: DimensionInput) => Promise<WireProblem | null>;
  readonly onClose: () => void;
};

/** Name and rules of a dimension, and terms for it, in its place. */
export function DimensionForm({ dimension, onSave, onClose }: Props) {
  const [name, setName] = useState(dimension?.name ?? '');
  const [many, setMany] = useState(dimension?.many ?? true);
  const [required, setRequired] = useState(dimension?.required ?? false);
  const [terms, setTerms] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  // What was pasted, or typed and not ended by Enter, counts too.
  const all = [...terms, ...namesIn(typed)];
  return (
    <EditForm
      adds={dimension === null}
      check={() => (name.trim() === '' ? t`Give the dimension a name.` : null)}
      save={() => onSave({ name: name.trim(), many, required, terms: all })}
      onClose={onClose}
    >
      {(error, clear) => (
        <>
          <TextInput
            autoFocus
            label={t`Name`}
            placeholder={t`Industry`}
            withAsterisk
            maxLength={300}
            value={name}
            error={error}
            onChange={(event) => {
              setName(event.currentTarget.value);
              clear();
            }}
          />
          <TagsInput
            label={dimension === null ? t`Terms` : t`Further terms`}
            description={t`Enter or a comma after each; a list can be pasted.`}
            maxTags={MOST_NEW_TERMS}
            maxLength={300}
            splitChars={[',', ';', '\n']}
            value={terms}
            searchValue={typed}
            onSearchChange={setTyped}
            onChange={(next) => setTerms(next.flatMap(namesIn))}
          />
          <Checkbox
            label={t`An asset may have several`}
            checked={many}
            onChange={(event) => setMany(event.currentTarget.checked)}
          />
          <Checkbox
            label={t`Required: publishing asks for it`}
            checked={required}
            onChange={(event) => setRequired(event.currentTarget.checked)}
          />
        </>
      )}
    </EditForm>
  );
}

/** Names that stand in a text, parted by commas, semicolons or lines. */
function namesIn(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
