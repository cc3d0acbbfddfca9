import { Button, Select, TagsInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { SynonymGroup, SynonymsInput, Taxonomy } from '../../../contract/taxonomy.ts';
import type { WireProblem } from '../../app/wire-error.ts';
import { SynonymEffect } from '../search-quality/synonym-effect.tsx';
import classes from './taxonomy.module.css';
import { meaningChoices, meaningOf, meaningValue } from './use-synonyms.ts';

type Props = {
  readonly taxonomy: Taxonomy;
  /** The group to change; null for a new one. */
  readonly group: SynonymGroup | null;
  readonly onSave: (input: SynonymsInput) => Promise<WireProblem | null>;
  readonly onClose: () => void;
};

/** The words of a group and what they mean, in its place. */
export function SynonymForm({ taxonomy, group, onSave, onClose }: Props) {
  const [words, setWords] = useState<string[]>(group?.words ?? []);
  const [typed, setTyped] = useState('');
  const [means, setMeans] = useState<SynonymGroup['means']>(group?.means ?? { facet: 'same' });
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const rest = typed.trim();
  const all = rest === '' || words.includes(rest) ? words : [...words, rest];
  const input = { ...(group && { id: group.id }), words: all, means };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (all.length === 0) {
      setError('Type the words that people search for.');
      return;
    }
    setBusy(true);
    const problem = await onSave(input);
    setBusy(false);
    if (problem) setError(problem.message);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown} noValidate>
      <TagsInput
        autoFocus
        label="Words"
        description="Abbreviations, other names, other languages. Enter or a comma after each."
        withAsterisk
        maxTags={30}
        maxLength={100}
        splitChars={[',', ';']}
        value={words}
        searchValue={typed}
        error={error}
        onSearchChange={setTyped}
        onChange={(next) => {
          setWords(next);
          setError(null);
        }}
      />
      <Select
        label="Mean"
        allowDeselect={false}
        searchable
        data={meaningChoices(taxonomy)}
        value={meaningValue(means)}
        onChange={(value) => {
          setMeans(meaningOf(value));
          setError(null);
        }}
      />
      <SynonymEffect input={input} />
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={busy}>
          {group ? 'Save' : 'Add'}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
