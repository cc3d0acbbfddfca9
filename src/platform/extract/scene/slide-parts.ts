import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, descend, type XmlNode } from '../package/xml.ts';
import { type ColorScheme, readColorScheme } from './colors.ts';

/** A part with its tree. */
export type Part = { readonly name: string; readonly tree: XmlNode | undefined };

/** A slide with what it inherits from. */
export type SlideParts = {
  readonly slide: Part;
  /** Its place in the presentation, from 1. */
  readonly number: number;
  /** All slides' parts, in the order they are shown. */
  readonly slides: readonly string[];
  readonly layout: Part | undefined;
  readonly master: Part | undefined;
  readonly colors: ColorScheme;
  /** Text styles of last resort, from the presentation. */
  readonly defaults: XmlNode | undefined;
};

/** What a shape is a placeholder for. */
export type Placeholder = { readonly type: string; readonly index: string | undefined };

/** Reads slides' layouts and masters, each once. */
export class SlidePartReader {
  readonly #office: OfficePackage;
  readonly #slides: readonly string[];
  readonly #defaults: XmlNode | undefined;
  readonly #trees = new Map<string, Part>();
  readonly #colors = new Map<string, ColorScheme>();

  constructor(office: OfficePackage, presentation: XmlNode | undefined, slides: readonly string[]) {
    this.#office = office;
    this.#slides = slides;
    this.#defaults = child(presentation, 'defaultTextStyle');
  }

  read(slide: string): SlideParts {
    const layout = this.#first(slide, 'slidelayout');
    const master = layout && this.#first(layout.name, 'slidemaster');
    const own = { name: slide, tree: this.#office.tree(slide, true) };
    return {
      slide: own,
      number: this.#slides.indexOf(slide) + 1,
      slides: this.#slides,
      layout,
      master,
      colors: this.#colorsOf(master, own, layout),
      defaults: this.#defaults,
    };
  }

  /** A slide's or layout's own map of colours goes before the master's. */
  #colorsOf(master: Part | undefined, slide: Part, layout: Part | undefined): ColorScheme {
    const override = [slide, layout]
      .map((part) => descend(part?.tree, 'clrMapOvr', 'overrideClrMapping'))
      .find((one) => one !== undefined);
    const key = `${master?.name ?? ''} ${JSON.stringify(override?.attributes ?? null)}`;
    const colors = this.#colors.get(key) ?? readColorScheme(this.#office, master?.name, override);
    this.#colors.set(key, colors);
    return colors;
  }

  #first(part: string, type: string): Part | undefined {
    const [name] = this.#office.related(part, type);
    if (name === undefined) return undefined;
    const known = this.#trees.get(name);
    if (known) return known;
    const read = { name, tree: this.#office.tree(name, true) };
    this.#trees.set(name, read);
    return read;
  }
}

/** The tree of shapes of a slide, layout or master. */
export function shapeTree(part: Part | undefined): XmlNode | undefined {
  return descend(part?.tree, 'cSld', 'spTree');
}

/** What a shape is a placeholder for; undefined when it is none. */
export function placeholderOf(shape: XmlNode): Placeholder | undefined {
  const properties = shape.children.find((one) => /^nv\w*Pr$/.test(one.name));
  const ph = descend(properties, 'nvPr', 'ph');
  if (!ph) return undefined;
  return { type: attribute(ph.attributes, 'type') ?? 'obj', index: attribute(ph.attributes, 'idx') };
}

/** Whether a placeholder is the slide's title. */
export function isTitle(placeholder: Placeholder | undefined): boolean {
  return placeholder?.type === 'title' || placeholder?.type === 'ctrTitle';
}

/** The shapes that a placeholder inherits from, nearest first: the layout's by index, then the master's by type. */
export function inheritedShapes(parts: SlideParts, placeholder: Placeholder | undefined): XmlNode[] {
  if (!placeholder) return [];
  const inLayout = findPlaceholder(shapeTree(parts.layout), placeholder);
  const type = (inLayout && placeholderOf(inLayout)?.type) ?? placeholder.type;
  const masterType = masterTypeOf(type === 'obj' ? placeholder.type : type);
  const inMaster = (shapeTree(parts.master)?.children ?? []).find(
    (shape) => placeholderOf(shape)?.type === masterType,
  );
  return [inLayout, inMaster].filter((shape) => shape !== undefined);
}

function masterTypeOf(type: string): string {
  if (type === 'title' || type === 'ctrTitle') return 'title';
  return /^(dt|ftr|sldNum)$/.test(type) ? type : 'body';
}

function findPlaceholder(tree: XmlNode | undefined, wanted: Placeholder): XmlNode | undefined {
  const shapes = (tree?.children ?? []).flatMap((shape) => {
    const placeholder = placeholderOf(shape);
    return placeholder ? [{ shape, placeholder }] : [];
  });
  const byIndex = shapes.find(
    ({ placeholder }) => wanted.index !== undefined && placeholder.index === wanted.index,
  );
  const sameType = (type: string) =>
    type === wanted.type || (isTitle(wanted) && /^(title|ctrTitle)$/.test(type));
  return (byIndex ?? shapes.find(({ placeholder }) => sameType(placeholder.type)))?.shape;
}
