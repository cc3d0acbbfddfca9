import type { SlideBlock, WrittenParagraph } from '../../../../engine/ports/extractor.ts';
import { toBox } from '../../scene/geometry.ts';
import type { SceneShape, SlideScene } from '../../scene/slide-scene.ts';
import type { Writing } from '../writing/writing.ts';
import { drawSlide } from './draw-slide.ts';

/** Pixels across the canvas that nobody sees: lines break in points, however large a picture is. */
const UNSEEN_WIDTH = 64;
const NO_PICTURES = { read: async () => undefined };

/** What is on a slide beside its picture: the painter draws it without pictures and tells what it writes where. */
export async function slideBlocks(scene: SlideScene): Promise<SlideBlock[]> {
  const told = new Map<SceneShape, ToldText>();
  const writing = (shape: SceneShape) => {
    const text = new ToldText();
    told.set(shape, text);
    return text;
  };
  await drawSlide(scene, NO_PICTURES, { width: UNSEEN_WIDTH, writing });
  return scene.shapes.flatMap((shape) => blocksOf(scene, shape, told.get(shape) ?? new ToldText()));
}

function blocksOf(scene: SlideScene, shape: SceneShape, told: ToldText): SlideBlock[] {
  const box = toBox(shape, scene);
  const { link, alt } = shape;
  const blocks: SlideBlock[] = [];
  // Below its words, whose own links go before it.
  if (link && box) blocks.push({ block: 'link', link, name: alt ?? told.plain(), ...box });
  if (shape.shape === 'picture') {
    if (box && alt !== undefined && !link) blocks.push({ block: 'picture', alt, ...box });
  } else if (shape.shape === 'table') blocks.push({ block: 'table', rows: told.rows() });
  else if (shape.shape === 'chart') {
    const { rows } = shape;
    if (box) blocks.push({ block: 'chart', rows, paragraphs: told.paragraphs, ...box });
  } else if (told.paragraphs.length > 0) {
    const role = shape.role === 'footer' ? 'other' : shape.role;
    blocks.push({ block: 'text', role, paragraphs: told.paragraphs });
  } else if (alt !== undefined && box && !link) blocks.push({ block: 'picture', alt, ...box });
  return blocks;
}

/** What the painter told of one shape. */
class ToldText implements Writing {
  readonly paragraphs: WrittenParagraph[] = [];
  readonly #cells = new Map<number, Map<number, ToldText>>();

  paragraph(lines: WrittenParagraph): void {
    this.paragraphs.push(lines);
  }

  cell(row: number, column: number): ToldText {
    const cells = this.#cells.get(row) ?? new Map<number, ToldText>();
    this.#cells.set(row, cells);
    const cell = cells.get(column) ?? new ToldText();
    cells.set(column, cell);
    return cell;
  }

  /** The cells that were drawn, those that are empty among them. */
  rows(): readonly (readonly (readonly WrittenParagraph[])[])[] {
    return [...this.#cells.values()].map((cells) => [...cells.values()].map(({ paragraphs }) => paragraphs));
  }

  plain(): string {
    const texts = this.paragraphs.flat().flatMap(({ parts }) => parts.map(({ text }) => text));
    return texts.join('').trim();
  }
}
