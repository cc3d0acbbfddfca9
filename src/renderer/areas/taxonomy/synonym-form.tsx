import { t } from '@lingui/core/macro';
import { Select, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { SynonymGroup, SynonymsInput, Taxonomy } from '../../../contract/taxonomy.ts';
import type { WireProblem } from '../../base/wire-error.ts';
import { SynonymEffect } from '../search-quality/synonym-effect.tsx';
import { EditForm } from './edit-form.tsx';
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
  const rest = typed.trim();
  const all = rest === '' || words.includes(rest) ? words : [...words, rest];
  const input = { ...(group && { id: group.id }), words: all, means };
  return (
    <EditForm
      adds={group === null}
      check={() => (all.length === 0 ? t`Type the words that people search for.` : null)}
      save={() => onSave(input)}
      onClose={onClose}
    >
      {(error, clear) => (
        <>
          <TagsInput
            autoFocus
            label={t`Words`}
            description={t`Abbreviations, other names, other languages. Enter or a comma after each.`}
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
              clear();
            }}
          />
          <Select
            label={t`Mean`}
            allowDeselect={false}
            searchable
            data={meaningChoices(taxonomy)}
            value={meaningValue(means)}
            onChange={(value) => {
              setMeans(meaningOf(value));
              clear();
            }}
          />
          <SynonymEffect input={input} />
        </>
      )}
    </EditForm>
  );
}
