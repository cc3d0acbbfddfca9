import { attribute, type XmlNode } from '../package/xml.ts';
import type { CellLooks } from './cell-looks.ts';
import type { SeenCell, SeenRows } from './gather-cells.ts';
import { areaOf } from './sheet-frame.ts';
import type { ValueLook } from './style-looks.ts';
import { rulingOf } from './value-rules.ts';

/** Rules of a sheet that count, areas that one is for, and cells that all are tried on. */
const MAX_RULES = 500;
const MAX_AREAS = 200;
const MAX_TRIED = 2_000_000;

type Ruled = { readonly priority: number; readonly look: ValueLook };

/** Lets cells look as their values are: by scales of colours, bars and rules. Of rules that say the same of a cell, the first one counts. */
export function ruleCells(rows: SeenRows, looks: CellLooks, formats: readonly XmlNode[]): void {
  const rulings = new Map<SeenCell, Ruled[]>();
  let [rules, tried] = [0, 0];
  for (const format of formats) {
    const cells = cellsIn(rows, attribute(format.attributes, 'sqref'));
    for (const rule of format.children) {
      rules += 1;
      tried += cells.length;
      if (rule.name !== 'cfRule' || rules > MAX_RULES || tried > MAX_TRIED) continue;
      const ruling = rulingOf(rule, cells, looks.book.ruled, looks.book.colors);
      const priority = Number(attribute(rule.attributes, 'priority') ?? rules);
      for (const cell of ruling ? cells : []) {
        const look = ruling?.(cell);
        if (look) rulings.set(cell, [...(rulings.get(cell) ?? []), { priority, look }]);
      }
    }
  }
  for (const [cell, found] of rulings) {
    const byPriority = found.toSorted((a, b) => b.priority - a.priority);
    cell.look = looks.changed(cell.look, Object.assign({}, ...byPriority.map(({ look }) => look)));
  }
}

/** Cells with something in them within some areas (`A1:B9 D1`). */
function cellsIn(rows: SeenRows, areas: string | undefined): SeenCell[] {
  const found = new Set<SeenCell>();
  for (const reference of (areas ?? '').split(/\s+/, MAX_AREAS)) {
    const area = areaOf(reference);
    if (!area) continue;
    for (const [row, cells] of rows) {
      if (row < area.row || row >= area.row + area.rows) continue;
      for (const [column, cell] of cells)
        if (column >= area.column && column < area.column + area.columns && cell.text !== '') found.add(cell);
    }
  }
  return [...found];
}
