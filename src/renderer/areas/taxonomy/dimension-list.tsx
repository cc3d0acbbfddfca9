import { plural, t } from '@lingui/core/macro';
import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Dimension, DimensionEffect, Taxonomy } from '../../../contract/taxonomy.ts';
import { MOST_DIMENSIONS } from '../../../shared/limits.ts';
import type { Can } from '../../../shared/vocabulary/capabilities.ts';
import { formatNumber } from '../../ui/format.ts';
import listing from '../../ui/listing.module.css';
import { Pill } from '../../ui/pill.tsx';
import { DimensionForm } from './dimension-form.tsx';
import { isDimensionWithoutEffect, RetireDimensionForm } from './retire-dimension-form.tsx';
import { RowActions } from './row-actions.tsx';
import classes from './taxonomy.module.css';
import { TermList } from './term-list.tsx';
import { wordsOfDimension } from './terms.ts';
import { effectOfDimension, moveDimension, retireDimension, saveDimension } from './use-dimension-actions.ts';

type Props = { readonly taxonomy: Taxonomy; readonly can: Can };

/** Further lists of terms that leads define: each is a column, a filter and an operator; one open at a time shows its terms. */
export function DimensionList({ taxonomy, can }: Props) {
  const [editing, setEditing] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const { retiring, retire, stop } = useRetiring();
  const [showRetired, setShowRetired] = useState(false);
  const editable = can['define-terms'];
  const live = taxonomy.dimensions.filter(({ retired }) => !retired);
  const retired = taxonomy.dimensions.filter((dimension) => dimension.retired);
  const close = () => {
    setEditing(null);
    stop();
  };
  return (
    <div className={`${listing.panel} ${classes.panel}`}>
      <p className={listing.about}>
        {t`What else tells your content apart: industry, region, competitor. ${{ count: formatNumber(MOST_DIMENSIONS) }} of them at most; each is a column when publishing, a filter, and a word of the search.`}
      </p>
      <ol className={listing.list} aria-label={t`Dimensions`}>
        {[...live, ...(showRetired ? retired : [])].map((dimension) => (
          <li key={dimension.id}>
            <DimensionItem
              dimension={dimension}
              editing={editing === dimension.id}
              effect={retiring?.id === dimension.id ? retiring.effect : undefined}
              editable={editable}
              open={open === dimension.id}
              first={dimension === live[0]}
              last={dimension === live.at(-1)}
              onToggle={() => setOpen(open === dimension.id ? null : dimension.id)}
              onEdit={() => setEditing(dimension.id)}
              onMove={(by) => void moveDimension(live, dimension, by)}
              onRetire={() => void retire(dimension)}
              onClose={close}
            />
            {open === dimension.id && (
              <div className={classes.terms}>
                <TermList taxonomy={taxonomy} words={wordsOfDimension(dimension)} can={can} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {live.length === 0 ? <p className={listing.about}>{t`None yet.`}</p> : null}
      {editing === 'new' ? (
        <DimensionForm dimension={null} onSave={(input) => saveDimension(input, true)} onClose={close} />
      ) : null}
      <Buttons
        adds={editable && editing !== 'new' && live.length < MOST_DIMENSIONS}
        retired={retired.length}
        showRetired={showRetired}
        onAdd={() => setEditing('new')}
        onToggle={() => setShowRetired(!showRetired)}
      />
    </div>
  );
}

/** Retiring: what would be lost is said first; a dimension that nobody would miss just goes, and one that comes back takes nothing. */
function useRetiring() {
  const [retiring, setRetiring] = useState<{ id: string; effect: DimensionEffect } | null>(null);
  const retire = async (dimension: Dimension): Promise<void> => {
    const effect = dimension.retired ? undefined : await effectOfDimension(dimension);
    if (effect === null) return;
    if (effect === undefined || isDimensionWithoutEffect(effect))
      await retireDimension(dimension, !dimension.retired);
    else setRetiring({ id: dimension.id, effect });
  };
  return { retiring, retire, stop: () => setRetiring(null) };
}

type ButtonsProps = {
  readonly adds: boolean;
  readonly retired: number;
  readonly showRetired: boolean;
  readonly onAdd: () => void;
  readonly onToggle: () => void;
};

function Buttons({ adds, retired, showRetired, onAdd, onToggle }: ButtonsProps) {
  return (
    <div className={classes.buttons}>
      {adds ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onAdd}
        >{t`Add a dimension`}</Button>
      ) : null}
      {retired > 0 ? (
        <Button size="xs" variant="subtle" color="gray" aria-expanded={showRetired} onClick={onToggle}>
          {showRetired
            ? t`Hide retired`
            : plural(retired, { one: 'Show # retired dimension', other: 'Show # retired dimensions' })}
        </Button>
      ) : null}
    </div>
  );
}

type RowProps = {
  readonly dimension: Dimension;
  readonly editable: boolean;
  readonly open: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onToggle: () => void;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRetire: () => void;
};

type ItemProps = RowProps & {
  readonly editing: boolean;
  /** What retiring it would take away, while that is asked. */
  readonly effect: DimensionEffect | undefined;
  readonly onClose: () => void;
};

/** A dimension: its row, or in its place the form that changes it or gives it up. */
function DimensionItem({ editing, effect, onClose, ...row }: ItemProps) {
  const { dimension } = row;
  if (editing)
    return (
      <DimensionForm
        dimension={dimension}
        onSave={(input) => saveDimension({ ...input, id: dimension.id }, false)}
        onClose={onClose}
      />
    );
  if (effect === undefined || dimension.retired) return <DimensionRow {...row} />;
  return (
    <RetireDimensionForm
      dimension={dimension}
      effect={effect}
      onRetire={() => retireDimension(dimension, true)}
      onClose={onClose}
    />
  );
}

function DimensionRow(props: RowProps) {
  const { dimension, editable, open, onToggle } = props;
  const { name, many, required, retired, inUse, operator } = dimension;
  const terms = dimension.terms.filter((term) => !term.retired).length;
  return (
    <div className={`${listing.row} ${classes.row}`} data-retired={retired || undefined}>
      <div className={classes.words}>
        <p className={listing.name}>
          {name}
          {retired ? <Pill>{t`Retired`}</Pill> : null}
          {required ? <Pill>{t`Required`}</Pill> : null}
          <Pill>{many ? t`Several values` : t`One value`}</Pill>
          {retired || inUse ? null : <Pill tone="bad">{t`Beyond the limit: not used`}</Pill>}
        </p>
        {operator === undefined ? null : (
          <p className={listing.text}>
            <span className={classes.label}>{t`In a search:`}</span> {operator}:…
          </p>
        )}
      </div>
      <div className={classes.actions}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          aria-label={open ? t`Hide terms of ${name}` : t`Show terms of ${name}`}
          leftSection={
            open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />
          }
          onClick={onToggle}
        >
          {plural(terms, { one: '# term', other: '# terms' })}
        </Button>
        {editable ? (
          <RowActions {...props} name={name} retired={retired} onBringBack={props.onRetire} />
        ) : null}
      </div>
    </div>
  );
}
