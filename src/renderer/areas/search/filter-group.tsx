import { t } from '@lingui/core/macro';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { z } from 'zod';
import { useRemembered } from '../../base/remembered.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { formatNumber } from '../../ui/format.ts';
import styles from './filter-group.module.css';

/** One value of a filter: how many results it would leave. */
export type FilterValue = { readonly id: string; readonly name: string; readonly count: number };

type Props = {
  readonly name: string;
  readonly values: readonly FilterValue[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  readonly openAtFirst: boolean;
};

const SHOWN = 8;
const isOpen = z.boolean();

/** A collapsible group of checkboxes with counts; whether it is open is remembered. */
export function FilterGroup({ name, values, chosen, onChange, openAtFirst }: Props) {
  const [open, setOpen] = useRemembered(`library.group.${name}`, isOpen, openAtFirst);
  const [all, setAll] = useState(false);
  const listId = useId();
  const useful = values.filter((value) => value.count > 0 || chosen.includes(value.id));
  const shown = all ? useful : useful.slice(0, SHOWN);
  if (useful.length === 0) return null;
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <div className={styles.group}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={14} className={styles.chevron} aria-hidden />
        <span className={styles.name}>{name}</span>
        {chosen.length > 0 && <span className={styles.chosen}>{chosen.length}</span>}
      </button>
      <ul id={listId} className={styles.values} aria-label={name} hidden={!open}>
        {shown.map((value) => (
          <li key={value.id}>
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside */}
            <label className={styles.value} {...(value.count === 0 ? { 'data-none': true } : {})}>
              <CheckBox checked={chosen.includes(value.id)} onChange={() => toggle(value.id)} />
              <span className={styles.label}>{value.name}</span>
              <span className={styles.count}>{formatNumber(value.count)}</span>
            </label>
          </li>
        ))}
        {useful.length > SHOWN && (
          <li>
            <button type="button" className={styles.more} onClick={() => setAll(!all)}>
              {all ? t`Show fewer` : t`Show all ${{ count: useful.length }}`}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
