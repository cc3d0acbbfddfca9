import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { anyFacetSchema } from '../../../contract/common.ts';
import { MOST_MAP_CELLS } from '../../../shared/limits.ts';
import type { figuresInWords } from '../../../words/figures.ts';
import { ExportButton } from '../../base/export-csv.tsx';
import { useTaxonomy } from '../../base/use-taxonomy.ts';
import { formatNumber } from '../../ui/format.ts';
import { InsightsSection } from '../../ui/insights-section.tsx';
import { type Axis, axesOf } from './axes.ts';
import { CoverageMap } from './coverage-map.tsx';
import classes from './insights.module.css';
import { useCoverage } from './use-coverage.ts';

type Props = { readonly days: number; readonly figures: ReturnType<typeof figuresInWords> };

/** Where there is something good to show, and where not: by stage and persona, or by any two lists. */
export function CoverageSection({ days, figures }: Props) {
  const all = axesOf(useTaxonomy());
  const { axes, setAxes, cells } = useCoverage(days, all);
  const [rows, columns] = [axisOf(all, axes.rows), axisOf(all, axes.columns)];
  if (rows === undefined || columns === undefined) return null;
  const count = rows.terms.length * columns.terms.length;
  return (
    <InsightsSection
      id="coverage"
      title={t`Coverage by ${{ rows: rows.name }} and ${{ columns: columns.name }}`}
      of={figures.coverage}
      text={t`Arrow keys move, Enter opens the assets of a cell.`}
      action={<ExportButton table="coverage" days={days} axes={axes} />}
    >
      <div className={classes.axes}>
        <AxisSelect
          label={t`Rows`}
          axes={all}
          value={rows}
          onChange={(next) =>
            setAxes({ rows: next, columns: next === axes.columns ? axes.rows : axes.columns })
          }
        />
        <AxisSelect
          label={t`Columns`}
          axes={all}
          value={columns}
          onChange={(next) => setAxes({ rows: next === axes.rows ? axes.columns : axes.rows, columns: next })}
        />
      </div>
      {count > MOST_MAP_CELLS ? (
        <p>{t`${{ count: formatNumber(count) }} cells are too many for a map. Choose shorter lists, or export all of them as CSV.`}</p>
      ) : (
        <CoverageMap
          key={`${rows.facet} ${columns.facet}`}
          cells={cells}
          rows={rows}
          columns={columns}
          demand={figures.demand}
        />
      )}
    </InsightsSection>
  );
}

function axisOf(all: readonly Axis[], facet: Axis['facet']): Axis | undefined {
  return all.find((axis) => axis.facet === facet);
}

type SelectProps = {
  readonly label: string;
  readonly axes: readonly Axis[];
  readonly value: Axis;
  readonly onChange: (facet: Axis['facet']) => void;
};

function AxisSelect({ label, axes, value, onChange }: SelectProps) {
  return (
    <NativeSelect
      size="xs"
      label={label}
      data={axes.map(({ facet, name }) => ({ value: facet, label: name }))}
      value={value.facet}
      onChange={(event) => onChange(anyFacetSchema.catch(value.facet).parse(event.currentTarget.value))}
    />
  );
}
