import type { ChartDrawing } from '../../scene/chart-drawing.ts';
import type { Drawing } from '../writing/drawing.ts';
import { faceOf } from '../writing/faces.ts';
import { placedLine, type Writing } from '../writing/writing.ts';

/** Letters of a chart's text that are written; more are cut. */
const MOST_LETTERS = 80;
/** From the top of a line to where its letters have their middle, in their size. */
const MIDDLE = 0.6;

/** Sets the font of a chart's texts. */
export function setFont(
  { context }: Drawing,
  size: number,
  color: string,
  bold = false,
  font?: string,
): void {
  const face = faceOf(font);
  context.font = `${bold ? 'bold ' : ''}${size * face.shrink}px ${face.family}`;
  context.fillStyle = color;
  context.textBaseline = 'middle';
}

/** How wide a text is in the font that is set. */
export function widthOf({ context }: Drawing, text: string): number {
  return context.measureText(text.slice(0, MOST_LETTERS)).width;
}

/** Writes a text in the font that is set, at most so wide: cut where it is longer. */
export function write(
  drawing: Drawing,
  text: string,
  x: number,
  y: number,
  align: 'left' | 'center' | 'right',
  most = Number.POSITIVE_INFINITY,
): void {
  const { context } = drawing;
  context.textAlign = align;
  const shown = cut(drawing, text, most);
  context.fillText(shown, x, y);
  context.textAlign = 'left';
  if (drawing.writing) tellWords(drawing, drawing.writing, shown, x, y, align);
}

/** Tells of a text in the font that is set, its middle at `y`. */
function tellWords(
  drawing: Drawing,
  writing: Writing,
  text: string,
  x: number,
  y: number,
  align: 'left' | 'center' | 'right',
): void {
  const width = widthOf(drawing, text);
  const size = Number.parseFloat(/([\d.]+)px/.exec(drawing.context.font)?.[1] ?? '0');
  const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
  const line = { left, top: y - size * MIDDLE, width, size, parts: [{ text }] };
  writing.paragraph([placedLine(drawing.context, line)]);
}

/** A text that is no wider than there is room. */
function cut(drawing: Drawing, text: string, most: number): string {
  const whole = text.slice(0, MOST_LETTERS);
  if (widthOf(drawing, whole) <= most) return whole;
  let end = whole.length;
  while (end > 1 && widthOf(drawing, `${whole.slice(0, end)}…`) > most) end -= 1;
  return `${whole.slice(0, end)}…`;
}

/** Sets the font of axes, legend and labels. */
export function setUsual(drawing: Drawing, { textSize, textColor, font }: ChartDrawing): void {
  setFont(drawing, textSize, textColor, false, font);
}
