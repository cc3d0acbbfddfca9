import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { WIDEST_DRAWN } from '../../../../shared/limits.ts';
import type { Outline, SceneShape, SlideScene } from '../../scene/slide-scene.ts';
import { drawChart } from '../chart/draw-chart.ts';
import { wordPattern } from '../word-pattern.ts';
import { drawText } from '../writing/draw-text.ts';
import { type Drawing, setFill, setStroke } from '../writing/drawing.ts';
import type { Writing } from '../writing/writing.ts';
import { drawTable } from './draw-table.ts';
import type { Drawable, SlidePictures } from './slide-pictures.ts';
import { traceForm } from './trace-form.ts';
import { inTwoColors } from './two-colors.ts';

/** How much higher than wide a slide's picture may be. */
const MAX_TALLNESS = 2.5;
/** Pixels of one slide's picture: of the widest at three to two. */
const MAX_PIXELS = (WIDEST_DRAWN * WIDEST_DRAWN * 2) / 3;
/** Letters that are laid out for one slide, those of tries included. */
const MAX_LETTERS = 200_000;
/** What shows where a picture is that can't be shown. */
const NO_PICTURE = '#e9ecef';
const PAPER = '#ffffff';

type Picture = Extract<SceneShape, { readonly shape: 'picture' }>;
type Shown = Extract<SceneShape, { readonly shape: 'form' }>;

/** How a slide is drawn. */
type Manner = {
  /** Pixels; less where it is very tall or there would be too many. */
  readonly width: number;
  /** What is marked. */
  readonly words?: readonly string[];
  /** The same as it is looked for, in place of words. */
  readonly pattern?: RegExp | undefined;
  /** Who is told what is written in a shape. */
  readonly writing?: ((shape: SceneShape) => Writing | undefined) | undefined;
  /** Where it has no ground there is none, not paper. */
  readonly clear?: boolean;
};

/** Draws a slide. */
export async function drawSlide(
  scene: SlideScene,
  pictures: Pick<SlidePictures, 'read'>,
  { width, words = [], pattern = wordPattern(words), writing, clear = false }: Manner,
): Promise<Canvas> {
  const scale = Math.min(
    width / scene.width,
    (width * MAX_TALLNESS) / scene.height,
    Math.sqrt(MAX_PIXELS / (scene.width * scene.height)),
  );
  const canvas = createCanvas(
    Math.max(1, Math.round(scene.width * scale)),
    Math.max(1, Math.round(scene.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  await drawOn(context, scene, pictures, { pixel: 1 / scale, pattern, writing, clear });
  return canvas;
}

/** Draws a slide on a context in points, from the origin. `pixel`: points that a pixel is wide. */
export async function drawOn(
  context: SKRSContext2D,
  scene: SlideScene,
  pictures: Pick<SlidePictures, 'read'>,
  {
    pixel,
    pattern,
    writing,
    clear = false,
  }: Pick<Manner, 'writing' | 'clear'> & { readonly pixel: number; readonly pattern?: RegExp | undefined },
): Promise<void> {
  context.imageSmoothingQuality = 'high';
  if (!clear) {
    context.fillStyle = PAPER;
    context.fillRect(0, 0, scene.width, scene.height);
  }
  const drawing: Drawing = { context, ink: scene.ink, pattern, budget: { letters: MAX_LETTERS }, pixel };
  await drawShapes(drawing, scene, pictures, writing);
}

/** Draws what is on a slide from the origin, in points. */
export async function drawShapes(
  drawing: Drawing,
  scene: SlideScene,
  pictures: Pick<SlidePictures, 'read'>,
  writing?: Manner['writing'],
): Promise<void> {
  const { context } = drawing;
  if (scene.background !== undefined) {
    setFill(context, scene.background, scene.width, scene.height);
    context.fillRect(0, 0, scene.width, scene.height);
  }
  for (const shape of scene.shapes) {
    const image = shape.shape === 'picture' ? await pictures.read(shape.part) : undefined;
    context.save();
    place(drawing, shape);
    drawShape({ ...drawing, writing: writing?.(shape) }, shape, image);
    context.restore();
  }
}

/** Moves the origin to a shape's upper left corner, turned as the shape is. */
function place({ context }: Drawing, { x, y, w, h, rotation }: SceneShape): void {
  context.translate(x, y);
  if (rotation === undefined) return;
  context.translate(w / 2, h / 2);
  context.rotate((rotation * Math.PI) / 180);
  context.translate(-w / 2, -h / 2);
}

function drawShape(drawing: Drawing, shape: SceneShape, image: Drawable | undefined): void {
  if (shape.shape === 'form') drawForm(drawing, shape);
  else if (shape.shape === 'picture') drawPicture(drawing, shape, image);
  else if (shape.shape === 'table') drawTable(drawing, shape);
  else drawChart(drawing, shape);
}

/** Does something mirrored as the shape is: its outline and picture are, its text is not. */
function mirrored({ context }: Drawing, { w, h, flipX, flipY }: SceneShape, draw: () => void): void {
  context.save();
  if (flipX || flipY) {
    context.translate(flipX ? w : 0, flipY ? h : 0);
    context.scale(flipX ? -1 : 1, flipY ? -1 : 1);
  }
  draw();
  context.restore();
}

function drawForm(drawing: Drawing, shape: Shown): void {
  const { context } = drawing;
  const { w, h, fill, outline } = shape;
  if (fill !== undefined || outline) {
    mirrored(drawing, shape, () =>
      traceForm(context, shape.form, w, h, ({ filled, stroked }) => {
        if (fill !== undefined && filled) {
          setFill(context, fill, w, h);
          context.fill('evenodd');
        }
        if (outline && stroked && outline.width > 0) {
          setStroke(drawing, outline);
          context.stroke();
        }
      }),
    );
    if (outline && 'preset' in shape.form && /^(line|straightConnector1)$/.test(shape.form.preset)) {
      mirrored(drawing, shape, () => drawArrows(drawing, outline, w, h));
    }
  }
  if (shape.text) drawText(drawing, shape.text, w, h);
}

function drawArrows({ context }: Drawing, outline: Outline, w: number, h: number): void {
  const length = 3 + outline.width * 3;
  const head = (x: number, y: number, angle: number) => {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.beginPath();
    context.moveTo(outline.width, 0);
    context.lineTo(-length, length / 2);
    context.lineTo(-length, -length / 2);
    context.closePath();
    context.fillStyle = outline.color;
    context.fill();
    context.restore();
  };
  const angle = Math.atan2(h, w);
  if (outline.arrowAtEnd) head(w, h, angle);
  if (outline.arrowAtStart) head(0, 0, angle + Math.PI);
}

function drawPicture(drawing: Drawing, shape: Picture, image: Drawable | undefined): void {
  const { context } = drawing;
  const { w, h, outline, crop = [0, 0, 0, 0] } = shape;
  if (!image && shape.isGround) return;
  mirrored(drawing, shape, () => {
    context.save();
    // A picture may be of a form with several paths; the last one that is filled holds it.
    traceForm(context, shape.form, w, h, () => undefined);
    context.clip();
    if (image) {
      const [left, top, right, bottom] = crop;
      const [iw, ih] = [image.width, image.height];
      context.drawImage(
        shape.duotone ? inTwoColors(image, shape.duotone) : image,
        left * iw,
        top * ih,
        (1 - left - right) * iw,
        (1 - top - bottom) * ih,
        0,
        0,
        w,
        h,
      );
    } else {
      context.fillStyle = NO_PICTURE;
      context.fillRect(0, 0, w, h);
    }
    context.restore();
    if (!outline) return;
    traceForm(context, shape.form, w, h, () => {
      setStroke(drawing, outline);
      context.stroke();
    });
  });
}
