import { t } from '@lingui/core/macro';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import type { StagedRow } from '../../../contract/publish-rows.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ColumnHeading, GridGroup, GridRow } from '../../ui/grid-parts.tsx';
import type { Column, ColumnKey } from './columns.ts';
import classes from './publish-table.module.css';
import type { RowSort } from './row-order.ts';
import type { ColumnWidths } from './use-column-widths.ts';

type Props = {
  readonly rows: readonly StagedRow[];
  readonly columns: readonly Column[];
  readonly selected: ReadonlySet<string>;
  readonly sort: RowSort;
  readonly widths: ColumnWidths;
  readonly onSort: (key: ColumnKey) => void;
  readonly onAll: () => void;
};

/** The headings: pressed they sort, their right edges make columns wider. */
export function TableHead({ rows, columns, selected, sort, widths, onSort, onAll }: Props) {
  const all = rows.length > 0 && selected.size === rows.length;
  return (
    <GridGroup className={classes.head} style={{ minWidth: widths.total }}>
      <GridRow aria-rowindex={1} className={classes.row}>
        <ColumnHeading aria-colindex={1} className={`${classes.cell} ${classes.pinned} ${classes.check}`}>
          <CheckBox
            aria-label={t`Select all rows`}
            checked={all}
            indeterminate={selected.size > 0 && !all}
            onChange={onAll}
          />
        </ColumnHeading>
        {columns.map((column, index) => (
          <Heading
            key={column.key}
            column={column}
            index={index}
            sort={sort}
            widths={widths}
            onSort={onSort}
          />
        ))}
      </GridRow>
    </GridGroup>
  );
}

type HeadingProps = Pick<Props, 'sort' | 'widths' | 'onSort'> & {
  readonly column: Column;
  readonly index: number;
};

function Heading({ column, index, sort, widths, onSort }: HeadingProps) {
  const sorted = sort?.key === column.key ? sort : null;
  const { basis, grow } = widths.of(column.key);
  return (
    <ColumnHeading
      aria-colindex={index + 2}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : 'none'}
      className={classes.cell}
      style={{ flexBasis: basis, flexGrow: grow }}
    >
      <button type="button" className={classes.sort} tabIndex={-1} onClick={() => onSort(column.key)}>
        {column.label}
        {sorted ? (
          sorted.descending ? (
            <IconArrowDown size={14} aria-hidden />
          ) : (
            <IconArrowUp size={14} aria-hidden />
          )
        ) : null}
      </button>
      <Edge column={column.key} widths={widths} />
    </ColumnHeading>
  );
}

/** The edge of a column: dragged it sets the width, a double click takes that back. For the keyboard: Alt+Shift with the arrows. */
function Edge({ column, widths }: { readonly column: ColumnKey; readonly widths: ColumnWidths }) {
  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const edge = event.currentTarget;
    const from = (edge.parentElement?.getBoundingClientRect().width ?? 0) - event.clientX;
    edge.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) => widths.set(column, from + moved.clientX);
    const end = () => edge.removeEventListener('pointermove', move);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', end, { once: true });
  };
  return (
    <span
      aria-hidden
      className={classes.edge}
      title={t`Drag to resize, double-click to reset (Alt+Shift+←/→)`}
      onPointerDown={drag}
      onDoubleClick={() => widths.reset(column)}
    />
  );
}
