import { type Level, writeAt } from '../../../shared/raised.ts';
import { strike } from '../../../shared/struck.ts';
import { type Attributes, attribute } from '../package/xml.ts';

/** What of a run's look says how its characters are to be read. */
export type RunMarks = { readonly level?: Level; readonly struck?: true };

/** A run's text with its marks, as plain text has them. */
export function withMarks(text: string, { level, struck }: RunMarks): string {
  const placed = level === undefined ? text : writeAt(level, text);
  return struck ? strike(placed) : placed;
}

/** What DrawingML's run properties say (`rPr`, `defRPr`): slides, charts, diagrams. */
export function drawingMarks(properties: Attributes): RunMarks {
  const baseline = Number.parseFloat(attribute(properties, 'baseline') ?? '0');
  const stroke = attribute(properties, 'strike') ?? 'noStrike';
  return marks(baseline > 0 ? 'raised' : baseline < 0 ? 'lowered' : undefined, stroke !== 'noStrike');
}

/** A level by the name that Word and Excel give it (`vertAlign`). */
export function levelNamed(name: string | undefined): Level | undefined {
  if (name === 'superscript') return 'raised';
  return name === 'subscript' ? 'lowered' : undefined;
}

/** Marks without what does not hold. */
export function marks(level: Level | undefined, struck: boolean): RunMarks {
  return { ...(level === undefined ? {} : { level }), ...(struck ? { struck } : {}) };
}

/** Whether an element or attribute that is on or off says on. */
export function isOn(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : !/^(0|false|off|none)$/.test(value);
}
