import { t } from '@lingui/core/macro';
import { Button, Select } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { RetirementEffect } from '../../../contract/taxonomy.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { effectSentences, retireLabel } from './retire-words.ts';
import classes from './taxonomy.module.css';
import type { FacetWords, Term } from './terms.ts';

type Props = {
  readonly words: FacetWords;
  readonly term: Term;
  readonly effect: RetirementEffect;
  /** The terms that can take its place. */
  readonly others: readonly Term[];
  readonly onRetire: (term: Term, successor: Term | undefined) => Promise<void>;
  readonly onClose: () => void;
};

/** Says what leaves coverage with a term before it is given up, and offers one that takes its place. */
export function RetireForm({ words, term, effect, others, onRetire, onClose }: Props) {
  const [successor, setSuccessor] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await onRetire(
      term,
      others.find(({ id }) => id === successor),
    );
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While terms are offered, Escape closes their list.
    if (!choosing) performKey(event, 'form', { leave: onClose, send: null, take: null });
  };
  return (
    <form
      className={classes.form}
      aria-label={t`Retire ${{ term: term.name }}`}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
    >
      <h3 ref={title} className={classes.heading} tabIndex={-1}>
        {t`Retire ${{ term: term.name }}?`}
      </h3>
      <ul className={classes.effect} aria-label={t`What it would change`}>
        {effectSentences(effect, words.facet).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {others.length > 0 && (
        <Select
          label={t`Replace it with`}
          placeholder={t`Nothing: assets keep it`}
          description={words.replaces}
          clearable
          value={successor}
          data={others.map(({ id, name: label }) => ({ value: id, label }))}
          onDropdownOpen={() => setChoosing(true)}
          onDropdownClose={() => setChoosing(false)}
          onChange={setSuccessor}
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" size="xs" loading={busy}>
          {retireLabel(effect, successor)}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}
