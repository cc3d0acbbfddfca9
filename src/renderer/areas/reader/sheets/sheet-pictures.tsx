// biome-ignore-all lint/a11y/useSemanticElements: the table around is none of a table's elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the table is read, not operated
import { t } from '@lingui/core/macro';
import type { SheetLook } from '../../../../contract/sheet-look.ts';
import { NUMBER_WIDTH, type SheetMeasures } from './sheet-measures.ts';
import classes from './sheets.module.css';

type Props = {
  readonly pictures: SheetLook['pictures'];
  readonly measures: SheetMeasures;
  readonly scale: number;
  /** The rows above which nothing is seen of what is shown here: those that stay, or those that move. */
  readonly rows: readonly number[];
};

/** Charts and pictures that begin in these rows, where their cells are. */
export function SheetPictures({ pictures, measures, scale, rows }: Props) {
  const first = rows[0] ?? 0;
  const last = rows.at(-1) ?? -1;
  const shown = pictures.filter(({ row }) => row >= first && row <= last);
  if (shown.length === 0) return null;
  const drawn = shown.map((picture) => {
    const { row, column, dx, dy, w, h, mediaType, data, alt } = picture;
    const above = rows.reduce((sum, one) => (one < row ? sum + measures.heightOf(one) : sum), 0);
    const left = NUMBER_WIDTH + (measures.lefts[Math.min(column, measures.widths.length)] ?? 0) + dx;
    return (
      <img
        key={`${row} ${column} ${dx} ${dy} ${w} ${h}`}
        className={classes.picture}
        style={{ left: left * scale, top: (above + dy) * scale, width: w * scale, height: h * scale }}
        src={`data:${mediaType};base64,${data}`}
        alt={alt === '' ? t`Chart or picture` : alt}
        draggable={false}
      />
    );
  });
  return (
    <div role="row">
      <div role="cell">{drawn}</div>
    </div>
  );
}
