import type { KitDetail } from '../../../contract/kits.ts';
import { DimensionSelect } from '../../base/term-select.tsx';
import { useDimensions, useTermNames } from '../../base/use-taxonomy.ts';
import styles from './kits.module.css';

type Props = {
  readonly kit: KitDetail;
  readonly onChange: (set: { readonly [field: `dimension:${string}`]: string[] }, name: string) => void;
};

/** What a kit is by each of the hub's dimensions; who may not change it sees those alone that say something. */
export function KitDimensions({ kit, onChange }: Props) {
  const dimensions = useDimensions();
  const names = useTermNames();
  return dimensions.map(({ field, name, many }) => {
    const terms = kit[field] ?? [];
    if (!kit.can.edit)
      return terms.length === 0 ? null : (
        <p key={field} className={styles.prose}>
          {name}: {terms.map((term) => names.term(field, term)).join(', ')}
        </p>
      );
    return many ? (
      <DimensionSelect
        key={field}
        multiple
        label={name}
        field={field}
        value={terms}
        onChange={(value) => onChange({ [field]: value }, name)}
      />
    ) : (
      <DimensionSelect
        key={field}
        label={name}
        field={field}
        value={terms[0] ?? null}
        onChange={(value) => onChange({ [field]: value === null ? [] : [value] }, name)}
      />
    );
  });
}
