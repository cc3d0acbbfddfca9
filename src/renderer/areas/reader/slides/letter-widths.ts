import type { Preview } from '../../../../contract/assets.ts';

type Slide = Extract<Preview, { preview: 'slides' }>['slides'][number];
type TextBlock = Extract<Slide['blocks'][number], { block: 'text' }>;
/** A line of a slide as the picture has it. */
export type WrittenLine = TextBlock['paragraphs'][number][number];

/** Fonts that words over a picture are set in: nobody sees them but where they are marked. */
export const FACES = {
  sans: '"Liberation Sans", Arial, Helvetica, sans-serif',
  serif: '"Liberation Serif", "Times New Roman", Times, serif',
  mono: '"Liberation Mono", "Courier New", monospace',
} as const;
/** Pixels of the letters that are measured. */
const SIZE = 100;

let pen: CanvasRenderingContext2D | null = null;

/** By how much a line must be stretched to be as wide as it is in the picture; the same in every size. */
export function stretchOf({ parts, face, w, size }: WrittenLine): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null || size <= 0) return 1;
  let width = 0;
  for (const [index, { text, bold, italic }] of parts.entries()) {
    pen.font = `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${SIZE}px ${FACES[face ?? 'sans']}`;
    width += pen.measureText(index === parts.length - 1 ? text.trimEnd() : text).width;
  }
  const natural = (width / SIZE) * size;
  return natural > 0 && w > 0 ? w / natural : 1;
}
