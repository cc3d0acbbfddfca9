import { t } from '@lingui/core/macro';
import { Button, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Audience } from '../../../../shared/vocabulary/assets.ts';
import { PersonSelect } from '../../../base/person-select.tsx';
import type { TermSelectProps } from '../../../base/term-select.tsx';
import { useTaxonomy } from '../../../base/use-taxonomy.ts';
import { languageOptions } from '../../../ui/languages.ts';
import classes from './details.module.css';

type Save<Value> = { readonly onSave: (value: Value) => void; readonly close: () => void };

function EditorForm({
  onSubmit,
  close,
  children,
}: {
  readonly onSubmit: () => void;
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {children}
      <span className={classes.formButtons}>
        <Button type="submit" size="compact-xs">{t`Save`}</Button>
        <Button
          type="button"
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={close}
        >{t`Cancel`}</Button>
      </span>
    </form>
  );
}

type TextProps = Save<string> & {
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
  readonly lines?: boolean;
  readonly type?: 'text' | 'date';
};

/** A line or a paragraph. */
export function TextEditor({
  label,
  value,
  required = false,
  lines = false,
  type = 'text',
  onSave,
  close,
}: TextProps) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const save = (): void => {
    if (required && text.trim() === '') {
      setError(t`This can’t be empty.`);
      return;
    }
    if (text.trim() !== value) onSave(text.trim());
    close();
  };
  const shared = {
    'aria-label': label,
    size: 'sm' as const,
    value: text,
    error,
  };
  return (
    <EditorForm onSubmit={save} close={close}>
      {lines ? (
        <Textarea
          {...shared}
          autosize
          minRows={2}
          maxRows={10}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <TextInput {...shared} type={type} onChange={(event) => setText(event.currentTarget.value)} />
      )}
    </EditorForm>
  );
}

type TermsProps = Save<string[]> & {
  readonly label: string;
  readonly value: readonly string[];
  readonly required?: boolean;
  /** How many may be chosen; a choice of one more takes the place of the last. */
  readonly most?: number | undefined;
  readonly select: (props: TermSelectProps) => ReactNode;
};

/** Several terms of one facet. */
export function TermsEditor({
  label,
  value,
  required = false,
  most,
  select: TermsSelect,
  onSave,
  close,
}: TermsProps) {
  const [terms, setTerms] = useState<readonly string[]>(value);
  const [error, setError] = useState<string | null>(null);
  const save = (): void => {
    if (required && terms.length === 0) {
      setError(t`Choose at least one.`);
      return;
    }
    if (terms.join() !== value.join()) onSave([...terms]);
    close();
  };
  return (
    <EditorForm onSubmit={save} close={close}>
      <TermsSelect
        multiple
        aria-label={label}
        value={terms}
        onChange={(next) => setTerms(most === undefined ? next : next.slice(-most))}
        {...(error === null ? {} : { error })}
      />
    </EditorForm>
  );
}

/** One content type. */
export function TypeEditor({ value, onSave, close }: Save<string> & { readonly value: string }) {
  const { types } = useTaxonomy();
  const options = types
    .filter((type) => !type.retired || type.id === value)
    .map((type) => ({ value: type.id, label: type.name }));
  return (
    <NativeSelect
      aria-label={t`Type`}
      size="sm"
      data={options}
      value={value}
      onChange={(event) => {
        onSave(event.currentTarget.value);
        close();
      }}
    />
  );
}

/** For whom it is. */
export function AudienceEditor({ value, onSave, close }: Save<Audience> & { readonly value: Audience }) {
  return (
    <NativeSelect
      aria-label={t`Audience`}
      size="sm"
      data={[
        { value: 'customer', label: t`Customer-facing` },
        { value: 'internal', label: t`Internal only` },
      ]}
      value={value}
      onChange={(event) => {
        onSave(event.currentTarget.value === 'internal' ? 'internal' : 'customer');
        close();
      }}
    />
  );
}

/** Free words. */
export function TagsEditor({ value, onSave, close }: Save<string[]> & { readonly value: readonly string[] }) {
  const [tags, setTags] = useState<string[]>([...value]);
  const known = useTaxonomy().tags.map(({ tag }) => tag);
  const save = (): void => {
    if (tags.join('\n') !== value.join('\n')) onSave(tags);
    close();
  };
  return (
    <EditorForm onSubmit={save} close={close}>
      <TagsInput aria-label={t`Tags`} size="sm" value={tags} onChange={setTags} data={known} maxTags={50} />
    </EditorForm>
  );
}

type PersonProps = Save<string | null> & {
  readonly label: string;
  readonly value: string | null;
  readonly publishers?: boolean;
};

/** One member, or nobody. */
export function PersonEditor({ label, value, publishers = false, onSave, close }: PersonProps) {
  const [person, setPerson] = useState(value);
  const save = (): void => {
    if (person !== value) onSave(person);
    close();
  };
  return (
    <EditorForm onSubmit={save} close={close}>
      <PersonSelect aria-label={label} value={person} onChange={setPerson} publishers={publishers} />
    </EditorForm>
  );
}

/** The language of the text. */
export function LanguageEditor({ value, onSave, close }: Save<string> & { readonly value: string }) {
  const { languages } = useTaxonomy();
  const used = value === '' ? languages : [value, ...languages];
  return (
    <NativeSelect
      aria-label={t`Language`}
      size="sm"
      data={[{ value: '', label: t`Not set` }, ...languageOptions(used)]}
      value={value}
      onChange={(event) => {
        onSave(event.currentTarget.value);
        close();
      }}
    />
  );
}
