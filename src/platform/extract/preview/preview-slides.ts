import type {
  Preview,
  PreviewParagraph,
  PreviewShape,
  SlidePreview,
} from '../../../engine/ports/extractor.ts';
import { isHiddenSlide, slideText } from '../office/read-pptx.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { chartPicture } from '../picture/chart/chart-picture.ts';
import { plainColor } from '../scene/colors.ts';
import { openDeck } from '../scene/deck.ts';
import { type Box, toBox } from '../scene/geometry.ts';
import type { SceneParagraph, SceneShape, SlideScene } from '../scene/slide-scene.ts';
import { cleanText } from '../text/clean.ts';
import { PictureBudget } from './picture-budget.ts';

const MAX_SLIDES = 400;
const MAX_PICTURE_BYTES = 30 * 1024 * 1024;
const MAX_NOTES = 20_000;
/** What shows where a picture is that can't be shown. */
const NO_PICTURE = '#e9ecef';

/** Draws a PPTX's slides as boxes of text, tables and pictures, placed as layout and master say. */
export async function previewSlides(office: OfficePackage, mainPart: string): Promise<Preview> {
  const deck = openDeck(office, mainPart);
  const pictures = new PictureBudget();
  const slides: SlidePreview[] = [];
  for (const part of deck.slides.slice(0, MAX_SLIDES)) {
    const scene = deck.scene(part);
    const background = plainColor(scene.background);
    const notes = notesOf(office, part);
    slides.push({
      label: `Slide ${slides.length + 1}`,
      shapes: await previewShapes(office, scene, pictures),
      ...(isHiddenSlide(office, part) ? { hidden: true as const } : {}),
      ...(scene.title === undefined ? {} : { title: scene.title }),
      ...(background === undefined ? {} : { background }),
      ...(notes === '' ? {} : { notes }),
    });
  }
  return { preview: 'slides', aspectRatio: deck.aspectRatio, slides };
}

function notesOf(office: OfficePackage, part: string): string {
  const texts = office.related(part, 'notesslide').map((notes) => cleanText(slideText(office, notes).text));
  return texts.join('\n').slice(0, MAX_NOTES);
}

async function previewShapes(
  office: OfficePackage,
  scene: SlideScene,
  pictures: PictureBudget,
): Promise<PreviewShape[]> {
  const shapes: PreviewShape[] = [];
  for (const shape of scene.shapes) {
    const box = toBox(shape, scene);
    const shown = box && (await previewShape(office, shape, box, pictures, scene));
    if (shown) shapes.push(shown);
  }
  return shapes;
}

async function previewShape(
  office: OfficePackage,
  shape: SceneShape,
  box: Box,
  pictures: PictureBudget,
  { ink, width }: SlideScene,
): Promise<PreviewShape | undefined> {
  if (shape.shape === 'picture') {
    const entry = office.zip.find(shape.part);
    const picture =
      entry && (await pictures.inline(shape.part, () => office.zip.read(entry, MAX_PICTURE_BYTES)));
    if (picture) return { ...box, shape: 'picture', alt: shape.alt, ...picture };
    return shape.isGround ? undefined : { ...box, shape: 'box', fill: NO_PICTURE };
  }
  if (shape.shape === 'table') {
    const rows = shape.rows.map((row) => row.cells.map((cell) => cell.plain));
    return { ...box, shape: 'table', rows };
  }
  if (shape.shape === 'chart') {
    const drawn = shape.drawing && (await chartPicture(shape, ink, width));
    const picture = drawn && (await pictures.inline(`${box.x} ${box.y} ${drawn.length}`, () => drawn));
    const { rows } = shape;
    return picture ? { ...box, shape: 'chart', rows, ...picture } : { ...box, shape: 'table', rows };
  }
  // Numbers, dates and footers are the same on every slide: the reader screen has its own.
  if (shape.role === 'footer') return undefined;
  const fill = plainColor(shape.fill);
  if (!shape.text) return fill === undefined ? undefined : { ...box, shape: 'box', fill };
  const paragraphs = shape.text.paragraphs.map(previewParagraph);
  return { ...box, shape: 'text', role: shape.role, paragraphs, ...(fill === undefined ? {} : { fill }) };
}

/** Without what only the drawn picture needs. */
function previewParagraph({
  look: _,
  rightToLeft: _side,
  runs,
  ...paragraph
}: SceneParagraph): PreviewParagraph {
  return {
    ...paragraph,
    runs: runs.map(({ font: _font, underline: _underline, caps: _caps, ...run }) => run),
  };
}
