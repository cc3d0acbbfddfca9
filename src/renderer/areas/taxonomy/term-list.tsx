import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { RetirementEffect, Taxonomy } from '../../../contract/taxonomy.ts';
import type { Can } from '../../../shared/vocabulary/capabilities.ts';
import listing from '../../ui/listing.module.css';
import { RetireForm } from './retire-form.tsx';
import { isWithoutEffect } from './retire-words.ts';
import { SplitForm } from './split-form.tsx';
import classes from './taxonomy.module.css';
import { TermForm } from './term-form.tsx';
import { TermRow } from './term-row.tsx';
import { type FacetWords, type Term, termsOf } from './terms.ts';
import { useTermActions, useTermUses } from './use-terms.ts';

type Props = { readonly taxonomy: Taxonomy; readonly words: FacetWords; readonly can: Can };

/** One list of terms: leads edit it, others read it; marketers may add products. */
export function TermList({ taxonomy, words, can }: Props) {
  const all = termsOf(taxonomy, words.facet);
  const live = all.filter((term) => !term.retired);
  const retired = all.filter((term) => term.retired);
  const actions = useTermActions(words.facet, live);
  const [editing, setEditing] = useState<string | null>(null);
  const [splitting, setSplitting] = useState<string | null>(null);
  const uses = useTermUses(words.facet);
  const [retiring, setRetiring] = useState<{ id: string; effect: RetirementEffect } | null>(null);
  const [showRetired, setShowRetired] = useState(false);
  const editable = can['define-terms'];
  const adds = editable || (can['define-products'] && words.facet === 'product');
  const close = () => {
    setEditing(null);
    setRetiring(null);
    setSplitting(null);
  };
  /** What leaves coverage is said first; a term that nobody would miss just goes. */
  const retire = async (term: Term) => {
    const effect = await actions.effectOf(term);
    if (effect === null) return;
    if (isWithoutEffect(effect)) await actions.retire(term, undefined);
    else setRetiring({ id: term.id, effect });
  };
  const last = all.reduce((most, term) => Math.max(most, term.order), 0);
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      {words.about === '' ? null : <p className={listing.about}>{words.about}</p>}
      <ol className={listing.list} aria-label={words.tab}>
        {[...live, ...(showRetired ? retired : [])].map((term) => (
          <li key={term.id}>
            {editing === term.id ? (
              <TermForm
                words={words}
                term={term}
                order={term.order}
                onSave={(next) => actions.save(next, term)}
                onClose={close}
              />
            ) : retiring?.id === term.id && !term.retired ? (
              <RetireForm
                words={words}
                term={term}
                effect={retiring.effect}
                others={live.filter(({ id }) => id !== term.id)}
                onRetire={actions.retire}
                onClose={close}
              />
            ) : splitting === term.id ? (
              <SplitForm
                words={words}
                term={term}
                others={live.filter(({ id }) => id !== term.id)}
                onClose={close}
              />
            ) : (
              <TermRow
                term={term}
                words={words}
                use={uses.get(term.id)}
                editable={editable}
                first={term === live[0]}
                last={term === live.at(-1)}
                onEdit={() => setEditing(term.id)}
                onMove={(by) => void actions.move(term.id, by)}
                onSplit={(uses.get(term.id)?.assets ?? 0) > 1 ? () => setSplitting(term.id) : undefined}
                onRetire={() => void retire(term)}
                onBringBack={() => void actions.bringBack(term)}
              />
            )}
          </li>
        ))}
      </ol>
      {live.length === 0 ? <p className={listing.about}>{t`None yet.`}</p> : null}
      {editing === 'new' ? (
        <TermForm
          words={words}
          term={null}
          order={last + 1}
          onSave={(term) => actions.save(term, null)}
          onClose={close}
        />
      ) : null}
      <Buttons
        add={adds && editing !== 'new' ? words.add : null}
        retired={retired.length}
        showRetired={showRetired}
        onAdd={() => setEditing('new')}
        onToggle={() => setShowRetired(!showRetired)}
      />
    </div>
  );
}

type ButtonsProps = {
  /** What the button says that adds a term; null where nothing can be added now. */
  readonly add: string | null;
  readonly retired: number;
  readonly showRetired: boolean;
  readonly onAdd: () => void;
  readonly onToggle: () => void;
};

function Buttons({ add, retired, showRetired, onAdd, onToggle }: ButtonsProps) {
  return (
    <div className={classes.buttons}>
      {add === null ? null : (
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
          {add}
        </Button>
      )}
      {retired > 0 ? <RetiredToggle count={retired} shown={showRetired} onToggle={onToggle} /> : null}
    </div>
  );
}

type ToggleProps = { readonly count: number; readonly shown: boolean; readonly onToggle: () => void };

function RetiredToggle({ count, shown, onToggle }: ToggleProps) {
  return (
    <Button size="xs" variant="subtle" color="gray" aria-expanded={shown} onClick={onToggle}>
      {shown ? t`Hide retired` : plural(count, { one: 'Show # retired term', other: 'Show # retired terms' })}
    </Button>
  );
}
