import { plural, t } from '@lingui/core/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { anyFacetSchema } from '../../../contract/common.ts';
import type { TagChange, Taxonomy } from '../../../contract/taxonomy.ts';
import { LONGEST_TAG } from '../../../shared/limits.ts';
import { fieldOfDimension } from '../../../shared/vocabulary/asset-fields.ts';
import { listed } from '../../../words/sentence.ts';
import { showChanged } from '../../base/changed-toast.ts';
import { engine } from '../../base/engine-client.ts';
import { showError } from '../../base/undo-toast.ts';
import classes from './taxonomy.module.css';

type Props = {
  readonly tags: readonly string[];
  readonly taxonomy: Taxonomy;
  readonly onDone: () => void;
};

/** What can be done with the chosen tags, everywhere at once; one change, one undo. */
export function TagTools({ tags, taxonomy, onDone }: Props) {
  const [name, setName] = useState(tags[0] ?? '');
  const [list, setList] = useState<string | null>(null);
  const change = async (to: TagChange['to']): Promise<void> => {
    try {
      const { retagged, undo } = await engine.taxonomy.changeTags({ tags: [...tags], to });
      showChanged({
        message: plural(retagged, { one: '# asset changed.', other: '# assets changed.' }),
        undo,
      });
      onDone();
    } catch (error) {
      showError(error);
    }
  };
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void change({ is: 'tag', tag: name.trim() });
  };
  return (
    <form className={classes.form} aria-label={t`Chosen tags`} onSubmit={rename}>
      <p className={classes.heading}>{listed(tags.slice(0, 6).map((tag) => t`‘${tag}’`))}</p>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          label={tags.length === 1 ? t`New name` : t`One tag for all of them`}
          maxLength={LONGEST_TAG}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default">
          {tags.length === 1 ? t`Rename` : t`Merge`}
        </Button>
        <Select
          size="xs"
          label={t`Make a term of`}
          placeholder={t`Choose a list`}
          data={listsOf(taxonomy)}
          value={list}
          onChange={setList}
        />
        <Button
          size="xs"
          variant="default"
          disabled={list === null}
          onClick={() => {
            const facet = anyFacetSchema.safeParse(list);
            if (facet.success) void change({ is: 'term', facet: facet.data });
          }}
        >{t`Make a term`}</Button>
        <Button size="xs" variant="subtle" color="red" onClick={() => void change({ is: 'nothing' })}>
          {t`Delete`}
        </Button>
      </div>
    </form>
  );
}

/** The lists that tags can become terms of. */
function listsOf({ dimensions }: Taxonomy): { value: string; label: string }[] {
  return [
    { value: 'stage', label: t`Buying stages` },
    { value: 'persona', label: t`Personas` },
    { value: 'product', label: t`Products` },
    ...dimensions
      .filter(({ inUse }) => inUse)
      .map(({ id, name }) => ({ value: fieldOfDimension(id), label: name })),
  ];
}
