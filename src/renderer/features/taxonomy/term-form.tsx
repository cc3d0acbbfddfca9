import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { audienceSchema } from '../../../contract/common.ts';
import type { WireProblem } from '../../app/wire-error.ts';
import classes from './taxonomy.module.css';
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
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value.name.trim() === '') {
      setError(`Give the ${words.one} a name.`);
      return;
    }
    setBusy(true);
    const problem = await onSave(term ? { ...value, id: term.id } : value);
    setBusy(false);
    if (problem) setError(problem.message);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown} noValidate>
      <TextInput
        autoFocus
        label="Name"
        withAsterisk
        maxLength={300}
        value={value.name}
        error={error}
        onChange={(event) => {
          setValue({ ...value, name: event.currentTarget.value });
          setError(null);
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
          label="For whom, unless somebody says otherwise"
          allowDeselect={false}
          value={value.audience}
          data={[
            { value: 'customer', label: 'Customer-facing' },
            { value: 'internal', label: 'Internal only' },
          ]}
          onChange={(audience) =>
            setValue({ ...value, audience: audienceSchema.catch('customer').parse(audience) })
          }
        />
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={busy}>
          {term ? 'Save' : 'Add'}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
