import { t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconArrowNarrowRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { SynonymGroup, Taxonomy } from '../../../contract/taxonomy.ts';
import { listed } from '../../../words/sentence.ts';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import { SynonymForm } from './synonym-form.tsx';
import classes from './taxonomy.module.css';
import {
  addUsualSynonyms,
  meaningName,
  removeSynonyms,
  saveSynonyms,
  synonymSections,
  useMissingSynonyms,
} from './use-synonyms.ts';

type Props = { readonly taxonomy: Taxonomy; readonly editable: boolean };

/** Words that searches take for one another, or for a term: leads edit them. */
export function SynonymList({ taxonomy, editable }: Props) {
  const [editing, setEditing] = useState<string | null>(null);
  const sections = synonymSections(taxonomy);
  const missing = useMissingSynonyms(editable);
  const close = () => setEditing(null);
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      <p
        className={listing.about}
      >{t`Words that mean the same in a search, or that stand for a term: searching for BOFU finds what is for Decision. You don’t need to list the names of stages, personas, types and products.`}</p>
      {editable && editing !== 'new' ? (
        <div className={classes.buttons}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEditing('new')}
          >{t`Add synonyms`}</Button>
          {missing === 0 ? null : (
            <Button
              size="xs"
              variant="default"
              onClick={() => void addUsualSynonyms()}
            >{t`Add the usual ones (${{ count: formatNumber(missing) }})`}</Button>
          )}
        </div>
      ) : null}
      {editing === 'new' ? (
        <SynonymForm
          taxonomy={taxonomy}
          group={null}
          onSave={(input) => saveSynonyms(input, null)}
          onClose={close}
        />
      ) : null}
      {sections.length === 0 ? <p className={listing.about}>{t`None yet.`}</p> : null}
      {sections.map(({ title, groups }) => (
        <section key={title} className={classes.section}>
          <h2 className={classes.heading}>{title}</h2>
          <ul className={listing.list} aria-label={title}>
            {groups.map((group) => (
              <li key={group.id}>
                {editing === group.id ? (
                  <SynonymForm
                    taxonomy={taxonomy}
                    group={group}
                    onSave={(input) => saveSynonyms(input, group)}
                    onClose={close}
                  />
                ) : (
                  <SynonymRow
                    group={group}
                    means={meaningName(taxonomy, group)}
                    editable={editable}
                    onEdit={() => setEditing(group.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type RowProps = {
  readonly group: SynonymGroup;
  readonly means: string | null;
  readonly editable: boolean;
  readonly onEdit: () => void;
};

function SynonymRow({ group, means, editable, onEdit }: RowProps) {
  const name = group.words[0] ?? '';
  return (
    <div className={`${listing.row} ${classes.row}`}>
      <p className={`${classes.words} ${classes.synonyms}`}>
        {means === null ? (
          group.words.join(' = ')
        ) : (
          <>
            <span>{listed(group.words)}</span>
            <IconArrowNarrowRight size={16} aria-label={t`means`} />
            <b>{means}</b>
          </>
        )}
      </p>
      {editable ? (
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t`Edit ${name}`}
            onClick={onEdit}
          >{t`Edit`}</Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t`Remove ${name}`}
            onClick={() => void removeSynonyms(group)}
          >{t`Remove`}</Button>
        </div>
      ) : null}
    </div>
  );
}
