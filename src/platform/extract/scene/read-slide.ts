import { withoutStrokes } from '../../../shared/struck.ts';
import { diagramText } from '../office/drawing-text.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, descend, prefixedAttribute, type XmlNode } from '../package/xml.ts';
import { oneLine } from '../text/clean.ts';
import { isOn } from '../text/run-marks.ts';
import { chartTable } from './chart-table.ts';
import { type ColorScheme, cssColorOf, type Paint, paintOf, styledPaint, withOwnColor } from './colors.ts';
import { diagramShapes } from './diagram-shapes.ts';
import { type Frame, frameOf, groupFrame, placeIn } from './geometry.ts';
import { olePreview } from './ole-preview.ts';
import { readChart } from './read-chart.ts';
import { aboutShape, type Links } from './slide-link.ts';
import { fillOf, formOf, lineOf, outlineOf, turnOf } from './slide-look.ts';
import {
  inheritedShapes,
  isTitle,
  type Part,
  type Placeholder,
  placeholderOf,
  type SlideParts,
  shapeTree,
} from './slide-parts.ts';
import type { Form, Place, SceneParagraph, SceneShape, SceneText, SlideScene } from './slide-scene.ts';
import { readTable } from './slide-table.ts';
import { readText } from './slide-text.ts';

const MAX_SHAPES = 400;
const POINT = 12_700;
const RECTANGLE: Form = { preset: 'rect', adjust: {} };

/** Reads what is on a slide, placed as layout and master say. */
export function readSlide(
  office: OfficePackage,
  parts: SlideParts,
  frame: Frame,
  tableStyles: () => XmlNode | undefined,
  chartTree: ChartTree = (part) => office.tree(part),
): SlideScene {
  return new SlideReader(office, parts, frame, tableStyles, chartTree).read();
}

/** Where the tree of a chart's part comes from. */
type ChartTree = (part: string | undefined) => XmlNode | undefined;

class SlideReader {
  readonly #office: OfficePackage;
  readonly #parts: SlideParts;
  readonly #frame: Frame;
  readonly #tableStyles: () => XmlNode | undefined;
  readonly #chartTree: ChartTree;
  readonly #shapes: SceneShape[] = [];
  #title: string | undefined;

  constructor(
    office: OfficePackage,
    parts: SlideParts,
    frame: Frame,
    tableStyles: () => XmlNode | undefined,
    chartTree: ChartTree,
  ) {
    this.#office = office;
    this.#parts = parts;
    this.#frame = frame;
    this.#tableStyles = tableStyles;
    this.#chartTree = chartTree;
  }

  read(): SlideScene {
    const { slide, layout, master, colors } = this.#parts;
    const background = this.#background();
    const isBare = (part: Part | undefined) =>
      attribute(part?.tree?.attributes ?? {}, 'showMasterSp') === '0';
    if (!isBare(slide)) {
      if (!isBare(layout)) this.#readAll(shapeTree(master), master, this.#frame, true);
      this.#readAll(shapeTree(layout), layout, this.#frame, true);
    }
    this.#readAll(shapeTree(slide), slide, this.#frame, false);
    return {
      width: this.#frame.w / POINT,
      height: this.#frame.h / POINT,
      ink: colors.scheme('tx1') ?? '#000000',
      shapes: this.#shapes,
      ...(this.#title === undefined ? {} : { title: this.#title }),
      ...(background === undefined ? {} : { background }),
    };
  }

  /** The nearest background that is stated; one that is a picture becomes the lowest shape. */
  #background(): Paint | undefined {
    for (const part of [this.#parts.slide, this.#parts.layout, this.#parts.master]) {
      const background = descend(part?.tree, 'cSld', 'bg');
      if (!part || !background) continue;
      const properties = child(background, 'bgPr');
      const place = { x: 0, y: 0, w: this.#frame.w / POINT, h: this.#frame.h / POINT };
      this.#addPicture(part, properties, place, RECTANGLE, true);
      this.#addThemePicture(child(background, 'bgRef'), place);
      return (
        paintOf(properties, this.#parts.colors) ?? styledPaint(child(background, 'bgRef'), this.#parts.colors)
      );
    }
    return undefined;
  }

  /** A ground that is one of the theme's pictures. */
  #addThemePicture(reference: XmlNode | undefined, place: Place): void {
    const { colors } = this.#parts;
    const fill = reference && colors.styledFill(Number(attribute(reference.attributes, 'idx') ?? 0));
    if (fill?.name !== 'blipFill' || colors.themePart === undefined) return;
    const holder: XmlNode = { name: '', attributes: {}, children: [fill], text: '' };
    const part = { name: colors.themePart, tree: undefined };
    this.#addPicture(part, holder, place, RECTANGLE, true, withOwnColor(reference, colors));
  }

  /** `furniture`: from layout or master, where placeholders only say where the slide's own go. */
  #readAll(tree: XmlNode | undefined, part: Part | undefined, frame: Frame, furniture: boolean): void {
    for (const shape of tree?.children ?? []) {
      if (!part || this.#shapes.length >= MAX_SHAPES) return;
      if ((furniture && placeholderOf(shape)) || isHiddenShape(shape)) continue;
      if (shape.name === 'AlternateContent') this.#readAlternatives(shape, part, frame, furniture);
      else if (shape.name === 'grpSp') {
        this.#readAll(shape, part, groupFrame(shape, frame), furniture);
      } else if (shape.name === 'sp' || shape.name === 'cxnSp') this.#readShape(shape, part, frame);
      else if (shape.name === 'pic') this.#readPicture(shape, part, frame);
      else if (shape.name === 'graphicFrame') this.#readFrame(shape, part, frame);
    }
  }

  /** The first of which anything can be drawn. */
  #readAlternatives(shape: XmlNode, part: Part, frame: Frame, furniture: boolean): void {
    const before = this.#shapes.length;
    for (const alternative of shape.children) {
      this.#readAll(alternative, part, frame, furniture);
      if (this.#shapes.length > before) return;
    }
  }

  #placeOf(shape: XmlNode, frame: Frame, inherited: readonly XmlNode[]): Place | undefined {
    for (const candidate of [shape, ...inherited]) {
      const own = frameOf(candidate);
      if (!own) continue;
      // What is inherited is placed on the slide, not in the group that the shape may be in.
      const { x, y, w, h } = placeIn(own, candidate === shape ? frame : this.#frame);
      return { x: x / POINT, y: y / POINT, w: w / POINT, h: h / POINT };
    }
    return undefined;
  }

  #readShape(shape: XmlNode, part: Part, frame: Frame): void {
    const { colors } = this.#parts;
    const placeholder = placeholderOf(shape);
    const inherited = inheritedShapes(this.#parts, placeholder);
    const links = this.#links(part);
    const read = readText(shape, links, placeholder);
    const text = read && hasWords(read) ? read : undefined;
    if (isTitle(placeholder) && text) this.#title ??= oneLine(withoutStrokes(wordsOf(text).join(' ')));
    const place = this.#placeOf(shape, frame, inherited);
    if (!place) return;
    const fill = fillOf(shape, inherited, colors);
    const outline = outlineOf(shape, inherited, colors);
    const form = formOf(shape);
    this.#addPicture(part, child(shape, 'spPr'), place, form, true);
    const about = aboutShape(shape, links);
    if (!text && !fill && !outline && !about.link) return;
    this.#shapes.push({
      ...place,
      ...turnOf(shape),
      ...about,
      shape: 'form',
      role: roleOf(placeholder),
      form,
      ...(fill === undefined ? {} : { fill }),
      ...(outline === undefined ? {} : { outline }),
      ...(text === undefined ? {} : { text }),
    });
  }

  #readPicture(shape: XmlNode, part: Part, frame: Frame): void {
    const place = this.#placeOf(shape, frame, inheritedShapes(this.#parts, placeholderOf(shape)));
    if (!place) return;
    this.#addPicture(
      part,
      shape,
      { ...place, ...aboutShape(shape, this.#links(part)) },
      formOf(shape),
      false,
    );
  }

  #links({ name }: Part): Links {
    return { office: this.#office, part: name, parts: this.#parts };
  }

  #addPicture(
    part: Part,
    holder: XmlNode | undefined,
    place: Place & ReturnType<typeof aboutShape>,
    form: Form,
    isGround: boolean,
    colors: ColorScheme = this.#parts.colors,
  ): void {
    const fill = child(holder, 'blipFill');
    if (!fill && isGround) return;
    const embed = prefixedAttribute(child(fill, 'blip')?.attributes ?? {}, 'embed');
    const crop = cropOf(child(fill, 'srcRect'));
    const duotone = duotoneOf(child(fill, 'blip'), colors);
    const outline = isGround || !holder ? undefined : outlineOf(holder, [], this.#parts.colors);
    this.#shapes.push({
      ...place,
      ...(holder ? turnOf(holder) : {}),
      shape: 'picture',
      part: this.#office.target(part.name, embed) ?? '',
      form,
      isGround,
      ...(duotone === undefined ? {} : { duotone }),
      ...(crop === undefined ? {} : { crop }),
      ...(outline === undefined ? {} : { outline }),
    });
  }

  #readFrame(shape: XmlNode, part: Part, frame: Frame): void {
    const place = this.#placeOf(shape, frame, inheritedShapes(this.#parts, placeholderOf(shape)));
    const data = descend(shape, 'graphic', 'graphicData');
    if (!place || !data) return;
    const preview = olePreview(this.#office, part, data);
    const about = aboutShape(shape, this.#links(part));
    if (preview) this.#addPreview(part, { ...place, ...about }, preview);
    const table = child(data, 'tbl');
    const chart = child(data, 'chart');
    const diagram = child(data, 'relIds');
    if (table) {
      this.#shapes.push({
        ...place,
        ...about,
        shape: 'table',
        ...readTable(table, this.#links(part), this.#tableStyles()),
      });
    } else if (chart) {
      const target = this.#office.target(part.name, prefixedAttribute(chart.attributes, 'id'));
      const tree = this.#chartTree(target);
      const ground = child(tree, 'spPr');
      if (target !== undefined) this.#addPicture({ name: target, tree }, ground, place, RECTANGLE, true);
      this.#addGround(ground, place);
      const rows = chartTable(tree);
      const drawing = readChart(tree, this.#parts.colors);
      this.#shapes.push({ ...place, ...about, shape: 'chart', rows, ...(drawing ? { drawing } : {}) });
    } else if (diagram) this.#readDiagram(diagram, part, place);
  }

  /** What a chart stands on, where its author said so. */
  #addGround(properties: XmlNode | undefined, place: Place): void {
    const { colors } = this.#parts;
    const fill = child(properties, 'noFill') ? undefined : paintOf(properties, colors);
    const line = lineOf(child(properties, 'ln'), colors);
    const outline = line === 'none' ? undefined : line;
    if (fill === undefined && !outline) return;
    this.#shapes.push({
      ...place,
      ...{ shape: 'form', role: 'other', form: RECTANGLE },
      ...(fill === undefined ? {} : { fill }),
      ...(outline === undefined ? {} : { outline }),
    });
  }

  #addPreview(part: Part, place: Place, preview: NonNullable<ReturnType<typeof olePreview>>): void {
    if ('holder' in preview) this.#addPicture(part, preview.holder, place, RECTANGLE, false);
    else {
      const picture = {
        shape: 'picture',
        part: preview.part,
        form: RECTANGLE,
        isGround: false,
      } as const;
      this.#shapes.push({ ...place, ...picture });
    }
  }

  /** A diagram as the application last drew it; laid out where it did not, and its words where even its data can't be read. */
  #readDiagram(diagram: XmlNode, part: Part, place: Place): void {
    const data = this.#office.target(part.name, prefixedAttribute(diagram.attributes, 'dm'));
    const model = descend(this.#office.tree(data), 'extLst', 'ext', 'dataModelExt');
    const drawn = this.#office.target(part.name, attribute(model?.attributes ?? {}, 'relId'));
    const tree = child(this.#office.tree(drawn), 'spTree');
    const before = this.#shapes.length;
    if (tree && drawn !== undefined) {
      const [x, y, w, h] = [place.x * POINT, place.y * POINT, place.w * POINT, place.h * POINT];
      const frame = { x, y, w, h, childX: 0, childY: 0, childW: Math.max(1, w), childH: Math.max(1, h) };
      this.#readAll(tree, { name: drawn, tree }, frame, false);
    }
    if (this.#shapes.length > before) return;
    const laidOut = diagramShapes(this.#office.tree(data), place, this.#links(part));
    this.#shapes.push(...laidOut.slice(0, MAX_SHAPES - before));
    if (laidOut.length > 0) return;
    const lines = diagramText(this.#office, data).split('\n').filter(Boolean);
    if (lines.length === 0) return;
    const text = listOf(lines);
    this.#shapes.push({ ...place, shape: 'form', role: 'other', form: RECTANGLE, text });
  }
}

/** What its author hid is not on the slide. */
function isHiddenShape(shape: XmlNode): boolean {
  const named = shape.children.find(({ name }) => /^nv\w*Pr$/.test(name));
  return isOn(attribute(child(named, 'cNvPr')?.attributes ?? {}, 'hidden'));
}

function listOf(lines: readonly string[]): SceneText {
  const look = {
    margin: 14,
    indent: -14,
    before: { points: 4 },
    after: { points: 0 },
    line: { lines: 1 },
    sign: '•',
    size: 18,
  };
  const paragraphs = lines.map(
    (text): SceneParagraph => ({ runs: [{ text, size: 18 }], bullet: true, look }),
  );
  return { paragraphs, anchor: 'top', insets: [7.2, 3.6, 7.2, 3.6], wraps: true, shrinks: true, turns: 0 };
}

function hasWords(text: SceneText): boolean {
  return text.paragraphs.some((one) => one.runs.some((run) => run.text.trim() !== ''));
}

function wordsOf(text: SceneText): string[] {
  return text.paragraphs.map((one) => one.runs.map((run) => run.text).join(''));
}

function roleOf(placeholder: Placeholder | undefined): 'title' | 'body' | 'other' | 'footer' {
  if (isTitle(placeholder)) return 'title';
  if (/^(sldNum|dt|ftr|hdr)$/.test(placeholder?.type ?? '')) return 'footer';
  return placeholder ? 'body' : 'other';
}

/** The shares of a picture that are cut off; undefined for none, or where nothing would be left. */
function cropOf(source: XmlNode | undefined): readonly [number, number, number, number] | undefined {
  if (!source) return undefined;
  const [l = 0, t = 0, r = 0, b = 0] = ['l', 't', 'r', 'b'].map((name) => {
    const share = Number.parseFloat(attribute(source.attributes, name) ?? '0') / 100_000;
    return share > 0 && share < 1 ? share : 0;
  });
  return (l || t || r || b) && l + r < 1 && t + b < 1 ? [l, t, r, b] : undefined;
}

function duotoneOf(blip: XmlNode | undefined, colors: ColorScheme): readonly [string, string] | undefined {
  const [dark, light] = (child(blip, 'duotone')?.children ?? []).map((one) =>
    cssColorOf({ name: '', attributes: {}, children: [one], text: '' }, colors)?.slice(0, 7),
  );
  return dark === undefined || light === undefined ? undefined : [dark, light];
}
