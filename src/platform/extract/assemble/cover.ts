import type { SKRSContext2D } from '@napi-rs/canvas';
import type { AssembleCover } from '../../../engine/ports/assembler.ts';
import { CARD_FONT } from '../picture/fonts.ts';

const INK = '#1f2933';
const FAINT = '#52606d';
const ACCENT = '#0c8599';
const GREY = '#868e96';
const STAMP_OPACITY = 0.28;
const STAMP_SIZE = 9;

type Size = { readonly width: number; readonly height: number };

/** The first page: a title, a line, and what else is said below. Measures go by the page's shorter side. */
export function drawCover(context: SKRSContext2D, cover: AssembleCover, { width, height }: Size): void {
  const unit = Math.min(width, height) / 100;
  const margin = unit * 10;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = ACCENT;
  context.fillRect(0, 0, unit * 2, height);
  let y = height * 0.34;
  context.fillStyle = INK;
  context.font = `bold ${unit * 6.5}px ${CARD_FONT}`;
  for (const line of broken(context, cover.title, width - 2 * margin).slice(0, 4)) {
    context.fillText(line, margin, y);
    y += unit * 8;
  }
  context.fillStyle = ACCENT;
  context.fillRect(margin, y - unit * 3, unit * 14, unit * 0.8);
  y += unit * 4;
  context.fillStyle = FAINT;
  context.font = `${unit * 3.2}px ${CARD_FONT}`;
  for (const text of cover.lines)
    for (const line of broken(context, text, width - 2 * margin).slice(0, 3)) {
      if (y > height - margin) return;
      context.fillText(line, margin, y);
      y += unit * 5;
    }
}

/** What is written faintly over a page: along its lower edge and across it, so that neither is cut off without a trace. */
export function drawStamp(context: SKRSContext2D, text: string, { width, height }: Size): void {
  context.fillStyle = GREY;
  context.globalAlpha = STAMP_OPACITY;
  context.font = `${fitting(context, text, Math.hypot(width, height) * 0.7, 1000)}px ${CARD_FONT}`;
  context.textAlign = 'center';
  context.save();
  context.translate(width / 2, height / 2);
  context.rotate(-Math.atan2(height, width));
  context.fillText(text, 0, 0);
  context.restore();
  context.globalAlpha = 1;
  context.font = `${fitting(context, text, width * 0.9, STAMP_SIZE)}px ${CARD_FONT}`;
  context.fillText(text, width / 2, height - 6);
}

/** The size of letters in which a text is so wide at most. */
function fitting(context: SKRSContext2D, text: string, width: number, most: number): number {
  context.font = `10px ${CARD_FONT}`;
  return Math.max(1, Math.min(most, (10 * width) / Math.max(1, context.measureText(text).width)));
}

function broken(context: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
