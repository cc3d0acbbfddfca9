import type { SheetLook } from '../../../../contract/sheet-look.ts';
import { shortened } from '../../../../shared/short-number.ts';
import { fontOf } from './cell-style.ts';

type CellLook = SheetLook['looks'][number];

/** Pixels that a cell's text keeps from its sides, both together. */
const PADDING = 6;
/** A number may be so much wider than its cell: letters of this device are not quite those of its author's. */
const SLACK = 1.02;

let pen: CanvasRenderingContext2D | null = null;

/** What stands for a number that is wider than its cell: fewer of its decimals where its format leaves them open, else signs. Undefined where it fits. */
export function numberShown(text: string, own: CellLook, look: SheetLook, width: number): string | undefined {
  if (own.number === undefined || own.wraps || text === '') return undefined;
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return undefined;
  pen.font = fontOf(own, look);
  const room = (width - PADDING - (own.indent ?? 0)) * SLACK;
  const measure = (shown: string): number => pen?.measureText(shown).width ?? 0;
  return measure(text) <= room ? undefined : shortened(text, own.number === 'general', room, measure);
}
