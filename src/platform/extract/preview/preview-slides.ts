import type { Preview, PreviewShape, SlidePreview } from '../../../engine/ports/extractor.ts';
import { diagramText } from '../office/drawing-text.ts';
import { slideParts, slideText } from '../office/read-pptx.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { allNamed, attribute, child, descend, prefixedAttribute, type XmlNode } from '../package/xml.ts';
import { cleanText, oneLine } from '../text/clean.ts';
import { chartTable } from './chart-table.ts';
import { colorOf, fillColor } from './colors.ts';
import { type Box, type Frame, frameOf, groupFrame, slideFrame, toBox } from './geometry.ts';
import { PictureBudget } from './picture-budget.ts';
import {
  inheritedShapes,
  isTitle,
  type Part,
  placeholderOf,
  SlidePartReader,
  type SlideParts,
  shapeTree,
} from './slide-parts.ts';
import { readParagraphs } from './slide-text.ts';

const MAX_SLIDES = 400;
const MAX_SHAPES = 400;
const MAX_PICTURE_BYTES = 30 * 1024 * 1024;
const MAX_ROWS = 200;
const MAX_NOTES = 20_000;
/** What shows where a picture is that can't be shown. */
const NO_PICTURE = '#e9ecef';

/** Draws a PPTX's slides as boxes of text, tables and pictures, placed as layout and master say. */
export async function previewSlides(office: OfficePackage, mainPart: string): Promise<Preview> {
  const presentation = office.tree(mainPart);
  const frame = slideFrame(child(presentation, 'sldSz'));
  const reader = new SlidePartReader(office, presentation);
  const pictures = new PictureBudget();
  const slides: SlidePreview[] = [];
  for (const part of slideParts(office, mainPart).slice(0, MAX_SLIDES)) {
    const drawer = new SlideDrawer(office, reader.read(part), frame, pictures);
    slides.push(await drawer.draw(`Slide ${slides.length + 1}`));
  }
  return { preview: 'slides', aspectRatio: frame.w / frame.h, slides };
}

class SlideDrawer {
  readonly #office: OfficePackage;
  readonly #parts: SlideParts;
  readonly #frame: Frame;
  readonly #pictures: PictureBudget;
  readonly #shapes: PreviewShape[] = [];
  #title: string | undefined;

  constructor(office: OfficePackage, parts: SlideParts, frame: Frame, pictures: PictureBudget) {
    this.#office = office;
    this.#parts = parts;
    this.#frame = frame;
    this.#pictures = pictures;
  }

  async draw(label: string): Promise<SlidePreview> {
    const { slide, layout, master } = this.#parts;
    const background = await this.#background();
    const isBare = (part: Part | undefined) =>
      attribute(part?.tree?.attributes ?? {}, 'showMasterSp') === '0';
    if (!isBare(slide)) {
      if (!isBare(layout)) await this.#drawAll(shapeTree(master), master, this.#frame, true);
      await this.#drawAll(shapeTree(layout), layout, this.#frame, true);
    }
    await this.#drawAll(shapeTree(slide), slide, this.#frame, false);
    const notes = this.#notes();
    return {
      label,
      shapes: this.#shapes,
      ...(this.#title === undefined ? {} : { title: this.#title }),
      ...(background === undefined ? {} : { background }),
      ...(notes === '' ? {} : { notes }),
    };
  }

  #notes(): string {
    const texts = this.#office
      .related(this.#parts.slide.name, 'notesslide')
      .map((part) => cleanText(slideText(this.#office, part).text));
    return texts.join('\n').slice(0, MAX_NOTES);
  }

  /** The nearest background that is stated; one that is a picture becomes the lowest shape. */
  async #background(): Promise<string | undefined> {
    for (const part of [this.#parts.slide, this.#parts.layout, this.#parts.master]) {
      const background = descend(part?.tree, 'cSld', 'bg');
      if (!part || !background) continue;
      const properties = child(background, 'bgPr');
      await this.#addPicture(part, properties, { x: 0, y: 0, w: 1, h: 1 }, '');
      return (
        fillColor(properties, this.#parts.colors) ?? colorOf(child(background, 'bgRef'), this.#parts.colors)
      );
    }
    return undefined;
  }

  /** `furniture`: from layout or master, where placeholders only say where the slide's own go. */
  async #drawAll(
    tree: XmlNode | undefined,
    part: Part | undefined,
    frame: Frame,
    furniture: boolean,
  ): Promise<void> {
    for (const shape of tree?.children ?? []) {
      if (!part || this.#shapes.length >= MAX_SHAPES) return;
      const placeholder = placeholderOf(shape);
      if (furniture && placeholder) continue;
      if (shape.name === 'AlternateContent' || shape.name === 'Choice') {
        await this.#drawAll(shape, part, frame, furniture);
      } else if (shape.name === 'grpSp') {
        await this.#drawAll(shape, part, groupFrame(shape, frame), furniture);
      } else if (shape.name === 'sp') this.#drawShape(shape, frame);
      else if (shape.name === 'pic') await this.#drawPicture(shape, part, frame);
      else if (shape.name === 'graphicFrame') this.#drawFrame(shape, part, frame);
    }
  }

  #boxOf(shape: XmlNode, frame: Frame): Box | undefined {
    const inherited = inheritedShapes(this.#parts, placeholderOf(shape));
    for (const candidate of [shape, ...inherited]) {
      const own = frameOf(candidate);
      // What is inherited is placed on the slide, not in the group that the shape may be in.
      if (own) return toBox(own, candidate === shape ? frame : this.#frame, this.#frame);
    }
    return undefined;
  }

  #drawShape(shape: XmlNode, frame: Frame): void {
    const placeholder = placeholderOf(shape);
    if (/^(sldNum|dt|ftr)$/.test(placeholder?.type ?? '')) return;
    const paragraphs = readParagraphs(shape, this.#parts, placeholder);
    const box = this.#boxOf(shape, frame);
    const hasText = paragraphs.some((one) => one.runs.some((run) => run.text.trim() !== ''));
    if (isTitle(placeholder) && hasText) {
      this.#title ??= oneLine(paragraphs.map((one) => one.runs.map((run) => run.text).join('')).join(' '));
    }
    if (!box) return;
    const fill = this.#fillOf(shape, placeholder !== undefined);
    if (hasText) {
      const role = isTitle(placeholder) ? 'title' : placeholder ? 'body' : 'other';
      this.#shapes.push({ ...box, shape: 'text', role, paragraphs, ...(fill ? { fill } : {}) });
    } else if (fill) this.#shapes.push({ ...box, shape: 'box', fill });
  }

  #fillOf(shape: XmlNode, isPlaceholder: boolean): string | undefined {
    const properties = child(shape, 'spPr');
    if (child(properties, 'noFill')) return undefined;
    const own = fillColor(properties, this.#parts.colors);
    if (own || isPlaceholder) return own;
    const reference = descend(shape, 'style', 'fillRef');
    const isFilled = Number(attribute(reference?.attributes ?? {}, 'idx') ?? 0) > 0;
    return isFilled ? colorOf(reference, this.#parts.colors) : undefined;
  }

  async #drawPicture(shape: XmlNode, part: Part, frame: Frame): Promise<void> {
    const box = this.#boxOf(shape, frame);
    if (!box) return;
    const properties = descend(shape, 'nvPicPr', 'cNvPr');
    const alt = oneLine(attribute(properties?.attributes ?? {}, 'descr')) ?? '';
    const shown = await this.#addPicture(part, shape, box, alt);
    if (!shown) this.#shapes.push({ ...box, shape: 'box', fill: NO_PICTURE });
  }

  async #addPicture(part: Part, holder: XmlNode | undefined, box: Box, alt: string): Promise<boolean> {
    const blip = descend(holder, 'blipFill', 'blip');
    const name = this.#office.target(part.name, prefixedAttribute(blip?.attributes ?? {}, 'embed'));
    const entry = name === undefined ? undefined : this.#office.zip.find(name);
    if (!entry || name === undefined) return false;
    const picture = await this.#pictures.inline(name, () => this.#office.zip.read(entry, MAX_PICTURE_BYTES));
    if (!picture) return false;
    this.#shapes.push({ ...box, shape: 'picture', alt, ...picture });
    return true;
  }

  #drawFrame(shape: XmlNode, part: Part, frame: Frame): void {
    const box = this.#boxOf(shape, frame);
    const data = descend(shape, 'graphic', 'graphicData');
    if (!box || !data) return;
    const table = child(data, 'tbl');
    const chart = child(data, 'chart');
    const diagram = child(data, 'relIds');
    if (table) this.#shapes.push({ ...box, shape: 'table', rows: tableRows(table) });
    else if (chart) {
      const target = this.#office.target(part.name, prefixedAttribute(chart.attributes, 'id'));
      this.#shapes.push({ ...box, shape: 'table', rows: chartTable(this.#office, target) });
    } else if (diagram) {
      const target = this.#office.target(part.name, prefixedAttribute(diagram.attributes, 'dm'));
      const lines = diagramText(this.#office, target).split('\n').filter(Boolean);
      const paragraphs = lines.map((text) => ({ runs: [{ text, size: 18 }], bullet: true }));
      if (lines.length > 0) this.#shapes.push({ ...box, shape: 'text', role: 'other', paragraphs });
    }
  }
}

function tableRows(table: XmlNode): string[][] {
  return table.children
    .filter((row) => row.name === 'tr')
    .slice(0, MAX_ROWS)
    .map((row) =>
      row.children
        .filter((cell) => cell.name === 'tc')
        .map((cell) => {
          const lines = [...allNamed(cell, 'p')].map((p) =>
            [...allNamed(p, 't')].map((t) => t.text).join(''),
          );
          return cleanText(lines.join('\n')).slice(0, 2_000);
        }),
    );
}
