import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { CoverageCell } from '../../../contract/insights.ts';
import type { Taxonomy } from '../../../contract/taxonomy.ts';
import type { Figure } from '../../../words/figures.ts';
import { DefinitionHint } from '../../ui/definition-hint.tsx';
import { formatScore } from '../../ui/format.ts';
import { performKey } from '../../ui/keys/perform-key.ts';
import { openRequestDrawer } from '../requests/request-drawer-state.ts';
import classes from './coverage-map.module.css';

type Props = {
  readonly cells: readonly CoverageCell[];
  readonly taxonomy: Taxonomy;
  /** What the marks mean. */
  readonly demand: Figure;
};

/** Lower bounds of fresh assets for the five shades; the first is the empty cell. */
const STEPS = [0, 1, 2, 4, 7] as const;

/** The shade of a cell by its fresh assets: 0 to 4. */
export function shadeOf(fresh: number): number {
  return STEPS.filter((from) => fresh >= from).length - 1;
}

const LEGEND = ['none', '1', '2–3', '4–6', t`7 or more`] as const;

/** Buying stage × persona: fresh assets as shade and number, demand as a mark. */
export function CoverageMap({ cells, taxonomy, demand }: Props) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const stages = taxonomy.stages.filter((stage) => !stage.retired);
  const personas = taxonomy.personas.filter((persona) => !persona.retired);
  const byKey = new Map(cells.map((cell) => [`${cell.stage} ${cell.persona}`, cell]));
  const mostDemand = Math.max(1, ...cells.map((cell) => cell.demand));

  const onKeyDown = (event: KeyboardEvent) => {
    const to = (row: number, column: number) => () => {
      if (!stages[row] || !personas[column]) return;
      setAt({ row, column });
      table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
    };
    performKey(event, 'list', {
      up: to(at.row - 1, at.column),
      down: to(at.row + 1, at.column),
      left: to(at.row, at.column - 1),
      right: to(at.row, at.column + 1),
      first: to(at.row, 0),
      last: to(at.row, personas.length - 1),
    });
  };

  return (
    <>
      <div className={classes.frame}>
        <table
          ref={table}
          className={classes.map}
          style={{ minWidth: 108 + personas.length * 96 }}
          aria-label={t`Fresh assets by buying stage and persona`}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <td />
              {personas.map((persona) => (
                <th key={persona.id} scope="col">
                  {persona.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map((stage, row) => (
              <tr key={stage.id}>
                <th scope="row">{stage.name}</th>
                {personas.map((persona, column) => (
                  <td key={persona.id}>
                    <MapCell
                      cell={
                        byKey.get(`${stage.id} ${persona.id}`) ?? {
                          stage: stage.id,
                          persona: persona.id,
                          assets: 0,
                          fresh: 0,
                          demand: 0,
                          usefulness: null,
                          gap: 0,
                        }
                      }
                      name={`${stage.name}, ${persona.name}`}
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

type CellProps = {
  readonly cell: CoverageCell;
  readonly name: string;
  readonly place: string;
  readonly tabStop: boolean;
  readonly mostDemand: number;
  readonly onFocus: () => void;
};

function cellWords(cell: CoverageCell, name: string): string {
  const supply =
    cell.assets === 0
      ? t`no asset`
      : t`${plural(cell.assets, { one: '# asset', other: '# assets' })}, ${cell.fresh} fresh`;
  const usefulness = cell.usefulness === null ? '' : t`, usefulness ${formatScore(cell.usefulness)}`;
  return t`${name}: ${supply}${usefulness}, demand ${cell.demand}`;
}

function MapCell({ cell, name, place, tabStop, mostDemand, onFocus }: CellProps) {
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
      <span className={classes.number}>{empty ? t`none` : cell.fresh}</span>
      <span className={classes.detail}>
        {empty ? t`Ask for it` : cell.fresh < cell.assets ? t`of ${cell.assets} fresh` : t`fresh`}
      </span>
      {cell.demand > 0 ? <Demand demand={cell.demand} most={mostDemand} /> : null}
    </>
  );
  if (empty) {
    return (
      <button
        type="button"
        {...common}
        aria-label={t`${cellWords(cell, name)}. Ask for content`}
        onClick={() => openRequestDrawer({ stage: cell.stage, persona: cell.persona })}
      >
        {content}
      </button>
    );
  }
  return (
    <Link
      {...common}
      to="/library"
      search={{ stages: [cell.stage], personas: [cell.persona] }}
      aria-label={t`${cellWords(cell, name)}. Open in the library`}
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
        {demand}
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
        {demand.name.toLocaleLowerCase()}
        <DefinitionHint {...demand} />
      </span>
      <span className={classes.legendItem}>
        <Trans>
          <span className={classes.swatch} data-shade={0} data-gap aria-hidden />
          asked for, nothing fresh
        </Trans>
      </span>
    </div>
  );
}
