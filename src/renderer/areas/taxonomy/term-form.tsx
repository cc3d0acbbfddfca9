import { t } from '@lingui/core/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { audienceSchema } from '../../../contract/common.ts';
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
          {words.first === null ? null : (
            <Textarea
              label={words.first}
              autosize
              maxRows={5}
              maxLength={10_000}
              value={value.first}
              onChange={(event) => setValue({ ...value, first: event.currentTarget.value })}
            />
          )}
          {words.second === null ? null : (
            <Textarea
              label={words.second}
              autosize
              maxRows={5}
              maxLength={10_000}
              value={value.second}
              onChange={(event) => setValue({ ...value, second: event.currentTarget.value })}
            />
          )}
          {words.facet === 'type' ? (
            <Select
              label={t`Default audience`}
              allowDeselect={false}
              value={value.audience}
              data={[
                { value: 'customer', label: t`Customer-facing` },
                { value: 'internal', label: t`Internal only` },
              ]}
              onChange={(audience) =>
                setValue({ ...value, audience: audienceSchema.catch('customer').parse(audience) })
              }
            />
          ) : null}
        </>
      )}
    </EditForm>
  );
}
