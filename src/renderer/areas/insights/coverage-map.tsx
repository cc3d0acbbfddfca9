import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { MatrixCell } from '../../../contract/insights.ts';
import type { AnyFacet } from '../../../shared/vocabulary/taxonomy.ts';
import type { Figure } from '../../../words/figures.ts';
import { DefinitionHint } from '../../ui/definition-hint.tsx';
import { formatNumber, formatScore } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { openRequestDrawer } from '../requests/request-drawer-state.ts';
import { type Axis, requestFor, searchFor } from './axes.ts';
import classes from './coverage-map.module.css';

type Props = {
  readonly cells: readonly MatrixCell[];
  readonly rows: Axis;
  readonly columns: Axis;
  /** What the marks mean. */
  readonly demand: Figure;
};

/** Lower bounds of fresh assets for the five shades; the first is the empty cell. */
const STEPS = [0, 1, 2, 4, 7] as const;

/** The shade of a cell by its fresh assets: 0 to 4. */
export function shadeOf(fresh: number): number {
  return STEPS.filter((from) => fresh >= from).length - 1;
}

const LEGEND = [t`none`, '1', '2–3', '4–6', t`7 or more`] as const;

/** One list of terms × another one: fresh assets as shade and number, demand as a mark. */
export function CoverageMap({ cells, rows, columns, demand }: Props) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const byKey = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  // Not spread: of two long lists there are more cells than a call takes arguments.
  const mostDemand = cells.reduce((most, { demand: wanted }) => Math.max(most, wanted), 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = (row: number, column: number) => () => {
      if (!rows.terms[row] || !columns.terms[column]) return;
      setAt({ row, column });
      table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
    };
    performKey(event, 'list', {
      up: to(at.row - 1, at.column),
      down: to(at.row + 1, at.column),
      left: to(at.row, at.column - 1),
      right: to(at.row, at.column + 1),
      first: to(at.row, 0),
      last: to(at.row, columns.terms.length - 1),
    });
  };

  return (
    <>
      <div className={classes.frame}>
        <table
          ref={table}
          className={classes.map}
          style={{ minWidth: 108 + columns.terms.length * 96 }}
          aria-label={t`Fresh assets by ${{ rows: rows.name }} and ${{ columns: columns.name }}`}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <td />
              {columns.terms.map((term) => (
                <TermHead key={term.id} scope="col" name={term.name} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.terms.map((one, row) => (
              <tr key={one.id}>
                <TermHead scope="row" name={one.name} />
                {columns.terms.map((other, column) => (
                  <td key={other.id}>
                    <MapCell
                      cell={
                        byKey.get(`${one.id} ${other.id}`) ?? {
                          row: one.id,
                          column: other.id,
                          assets: 0,
                          fresh: 0,
                          demand: 0,
                          usefulness: null,
                          gap: 0,
                        }
                      }
                      name={`${one.name}, ${other.name}`}
                      terms={placeOf(rows, one.id, columns, other.id)}
                      place={`${row}-${column}`}
                      tabStop={at.row === row && at.column === column}
                      mostDemand={mostDemand}
                      onFocus={() => setAt({ row, column })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MapLegend demand={demand} />
    </>
  );
}

/** A term beside its cells: of a long name the first lines, all of it in the hint. */
function TermHead({ scope, name }: { readonly scope: 'row' | 'col'; readonly name: string }) {
  return (
    <th scope={scope} title={name}>
      <span className={classes.term}>{name}</span>
    </th>
  );
}

function placeOf(rows: Axis, row: string, columns: Axis, column: string): CellProps['terms'] {
  return [
    [rows.facet, row],
    [columns.facet, column],
  ];
}

type CellProps = {
  readonly cell: MatrixCell;
  readonly name: string;
  /** What it is for. */
  readonly terms: readonly (readonly [AnyFacet, string])[];
  readonly place: string;
  readonly tabStop: boolean;
  readonly mostDemand: number;
  readonly onFocus: () => void;
};

function cellWords(cell: MatrixCell, name: string): string {
  const fresh = formatNumber(cell.fresh);
  const demand = formatNumber(cell.demand);
  if (cell.assets === 0) return t`${name}: no asset, demand ${demand}`;
  if (cell.usefulness === null) {
    return plural(cell.assets, {
      one: `${name}: # asset, ${fresh} fresh, demand ${demand}`,
      other: `${name}: # assets, ${fresh} fresh, demand ${demand}`,
    });
  }
  const usefulness = formatScore(cell.usefulness);
  return plural(cell.assets, {
    one: `${name}: # asset, ${fresh} fresh, usefulness ${usefulness}, demand ${demand}`,
    other: `${name}: # assets, ${fresh} fresh, usefulness ${usefulness}, demand ${demand}`,
  });
}

function MapCell({ cell, name, terms, place, tabStop, mostDemand, onFocus }: CellProps) {
  const empty = cell.assets === 0;
  const common = {
    className: classes.cell,
    'data-shade': shadeOf(cell.fresh),
    'data-gap': (cell.fresh === 0 && cell.demand > 0) || undefined,
    'data-cell': place,
    tabIndex: tabStop ? 0 : -1,
    title: cellWords(cell, name),
    onFocus,
  };
  const content = (
    <>
      <span className={classes.number}>{empty ? t`none` : formatNumber(cell.fresh)}</span>
      <span className={classes.detail}>
        {empty
          ? t`Ask for it`
          : cell.fresh < cell.assets
            ? t`of ${{ assets: formatNumber(cell.assets) }} fresh`
            : t`fresh`}
      </span>
      {cell.demand > 0 ? <Demand demand={cell.demand} most={mostDemand} /> : null}
    </>
  );
  if (empty) {
    return (
      <button
        type="button"
        {...common}
        aria-label={t`${{ cell: cellWords(cell, name) }}. Ask for content`}
        onClick={() => openRequestDrawer(requestFor(terms))}
      >
        {content}
      </button>
    );
  }
  return (
    <Link
      {...common}
      to="/library"
      search={searchFor(terms)}
      aria-label={t`${{ cell: cellWords(cell, name) }}. Open in the library`}
      draggable={false}
    >
      {content}
    </Link>
  );
}

/** Demand as a bar along the foot of the cell and a number beside its sign. */
function Demand({ demand, most }: { readonly demand: number; readonly most: number }) {
  return (
    <>
      <span className={classes.demand}>
        <span className={classes.sign} aria-hidden />
        {formatNumber(demand)}
      </span>
      <span className={classes.bar} style={{ width: `${Math.max(6, (demand / most) * 100)}%` }} aria-hidden />
    </>
  );
}

function MapLegend({ demand }: Pick<Props, 'demand'>) {
  return (
    <div className={classes.legend}>
      <span>{t`Fresh assets:`}</span>
      {LEGEND.map((label, shade) => (
        <span key={label} className={classes.legendItem}>
          <span className={classes.swatch} data-shade={shade} aria-hidden />
          {label}
        </span>
      ))}
      <span className={classes.legendItem}>
        <span className={classes.sign} aria-hidden />
        {demand.name}
        <DefinitionHint {...demand} />
      </span>
      <span className={classes.legendItem}>
        <span className={classes.swatch} data-shade={0} data-gap aria-hidden />
        {t`asked for, nothing fresh`}
      </span>
    </div>
  );
}
