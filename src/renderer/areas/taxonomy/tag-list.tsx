import { plural, t } from '@lingui/core/macro';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Taxonomy } from '../../../contract/taxonomy.ts';
import { LabelledCheckBox } from '../../ui/check-box.tsx';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import { TagTools } from './tag-tools.tsx';
import classes from './taxonomy.module.css';

/** Tags that are shown; the rest is found by typing. */
const SHOWN = 200;

type Props = { readonly taxonomy: Taxonomy; readonly editable: boolean };

/** The free tags with how many assets have each: leads rename them, make one of several, or a term of a list. */
export function TagList({ taxonomy, editable }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const wanted = typed.trim().toLowerCase();
  const found = taxonomy.tags.filter(({ tag }) => tag.toLowerCase().includes(wanted));
  const picked = taxonomy.tags.filter(({ tag }) => chosen.has(tag)).map(({ tag }) => tag);
  const toggle = (tag: string) => {
    const next = new Set(chosen);
    if (!next.delete(tag)) next.add(tag);
    setChosen(next);
  };
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      <p
        className={listing.about}
      >{t`Words that people gave their assets. What many use is better a term: choose tags, then rename them, make one of them, or make them a term.`}</p>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          label={t`Find a tag`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {picked.length > 0 ? (
          <Button size="xs" variant="subtle" color="gray" onClick={() => setChosen(new Set())}>
            {t`Clear the selection`}
          </Button>
        ) : null}
      </div>
      {editable && picked.length > 0 ? (
        <TagTools key={picked.join()} tags={picked} taxonomy={taxonomy} onDone={() => setChosen(new Set())} />
      ) : null}
      <ul className={listing.list} aria-label={t`Tags`}>
        {found.slice(0, SHOWN).map(({ tag, count }) => (
          <li key={tag}>
            <div className={`${listing.row} ${classes.row}`}>
              <div className={classes.words}>
                {editable ? (
                  <LabelledCheckBox label={tag} checked={chosen.has(tag)} onChange={() => toggle(tag)} />
                ) : (
                  tag
                )}
              </div>
              <span className={classes.use}>{plural(count, { one: '# asset', other: '# assets' })}</span>
            </div>
          </li>
        ))}
      </ul>
      {found.length > SHOWN ? (
        <p
          className={listing.about}
        >{t`${{ count: formatNumber(found.length - SHOWN) }} more: type to find them.`}</p>
      ) : null}
      {taxonomy.tags.length === 0 ? <p className={listing.about}>{t`None yet.`}</p> : null}
    </div>
  );
}
