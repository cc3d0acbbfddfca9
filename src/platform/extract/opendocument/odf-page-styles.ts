import { attribute, child } from '../package/xml.ts';
import type { FlowBlock, Section } from '../paging/flow.ts';
import { heightOf, linesOf } from '../paging/lay-out-blocks.ts';
import { lengthIn } from '../paging/lengths.ts';
import { borderOf, type OdfFormats } from './odf-formats.ts';
import type { OdfNode } from './odf-tree.ts';

/** Points: A4, with the margins that the program gives a page of which nothing is said. */
const USUAL = { width: 595.3, height: 841.9, margin: 56.7 } as const;
/** Points of room for text that a page has at least. */
const LEAST = 36;
const MAX_COLUMNS = 45;

/** A page style: its page, and what stands above and below the text. */
type PageStyle = {
  readonly section: Section;
  readonly header: Edge | undefined;
  readonly footer: Edge | undefined;
};
/** A header or footer. `room`: to the text; `least` with it. */
type Edge = {
  readonly node: OdfNode;
  readonly room: number;
  readonly least: number;
  readonly isFixed: boolean;
};

/** A file's page styles (ODF 1.3, part 3, 16.5 and 16.9). */
export class OdfPageStyles {
  readonly #formats: OdfFormats;
  readonly #blocksOf: (node: OdfNode) => readonly FlowBlock[];
  readonly #styles = new Map<string, PageStyle>();
  /** Of sections, what stands on their first page and on the others. */
  readonly #pages = new Map<Section, { readonly first: PageStyle; readonly others: PageStyle }>();
  readonly #heights = new Map<Edge, number>();

  constructor(formats: OdfFormats, blocksOf: (node: OdfNode) => readonly FlowBlock[]) {
    this.#formats = formats;
    this.#blocksOf = blocksOf;
  }

  /** Pages of a style, and those that follow its first one. `columns`: of a section of text, else those of the page. */
  section(master: string | undefined, begins: Section['begins'], columns?: OdfNode): Section {
    const first = this.#style(master);
    const next = this.#formats.master(master)?.attributes ?? {};
    const following = attribute(next, 'next-style-name') || master;
    // Text that goes on on a page is not on its style's first one.
    const others = this.#style(following);
    const { margins, width } = first.section;
    const section: Section = {
      ...first.section,
      begins,
      ...(columns && { columns: columnsOf(columns, width - margins.left - margins.right) }),
    };
    this.#pages.set(section, { first: begins === 'here' ? others : first, others });
    return section;
  }

  /** Points that a page's margins, header and footer take from above and below its text. */
  around(
    section: Section,
    _page: number,
    isFirst: boolean,
  ): { readonly top: number; readonly bottom: number } {
    const pages = this.#pages.get(section);
    const style = isFirst ? pages?.first : pages?.others;
    const { margins, width, height } = (style ?? { section }).section;
    const room = width - margins.left - margins.right;
    // A section has one height: a following page that is of another takes its difference from below.
    const other = height - section.height;
    return {
      top: margins.top + this.#height(style?.header, room),
      bottom: margins.bottom + this.#height(style?.footer, room) - other,
    };
  }

  #height(edge: Edge | undefined, width: number): number {
    if (!edge) return 0;
    const known = this.#heights.get(edge);
    if (known !== undefined) return known;
    const own = edge.isFixed ? 0 : heightOf(linesOf(this.#blocksOf(edge.node), Math.max(LEAST, width)));
    const height = Math.max(edge.least, own + edge.room);
    this.#heights.set(edge, height);
    return height;
  }

  #style(name: string | undefined): PageStyle {
    const key = name ?? '';
    const known = this.#styles.get(key) ?? this.#read(name);
    this.#styles.set(key, known);
    return known;
  }

  #read(name: string | undefined): PageStyle {
    const master = this.#formats.master(name);
    const layout = this.#formats.pageLayout(attribute(master?.attributes ?? {}, 'page-layout-name'));
    const properties = propertiesOf(layout, 'page-layout-properties');
    const said = (...names: readonly string[]) => lengthIn(firstOf(properties, names));
    const width = Math.max(LEAST * 2, said('page-width') ?? USUAL.width);
    const height = Math.max(LEAST * 2, said('page-height') ?? USUAL.height);
    const side = (at: string) =>
      Math.max(0, said(`margin-${at}`, 'margin') ?? USUAL.margin) +
      Math.max(0, said(`padding-${at}`, 'padding') ?? 0) +
      borderOf(firstOf(properties, [`border-${at}`, 'border']));
    const margins = { left: side('left'), right: side('right'), top: side('top'), bottom: side('bottom') };
    const room = Math.max(LEAST, width - margins.left - margins.right);
    const edge = (kind: 'header' | 'footer', near: string) => edgeOf(master, layout, kind, near);
    return {
      section: {
        begins: 'page',
        width,
        height,
        margins: { ...margins, header: 0, footer: 0 },
        columns: columnsOf(properties, room),
        hasTitlePage: false,
        headers: new Map(),
        footers: new Map(),
      },
      header: edge('header', 'margin-bottom'),
      footer: edge('footer', 'margin-top'),
    };
  }
}

function edgeOf(
  master: OdfNode | undefined,
  layout: OdfNode | undefined,
  kind: 'header' | 'footer',
  near: string,
): Edge | undefined {
  const node = master?.children.find((one) => one.name === kind);
  if (!node || attribute(node.attributes, 'display') === 'false') return undefined;
  const style = layout?.children.find((one) => one.name === `${kind}-style`);
  const properties = propertiesOf(style, 'header-footer-properties');
  const fixed = lengthIn(firstOf(properties, ['height']));
  return {
    node,
    room: Math.max(0, lengthIn(firstOf(properties, [near, 'margin'])) ?? 0),
    least: Math.max(0, fixed ?? lengthIn(firstOf(properties, ['min-height'])) ?? 0),
    isFixed: fixed !== undefined,
  };
}

function propertiesOf(style: OdfNode | undefined, name: string): OdfNode | undefined {
  return style?.children.find((one) => one.name === name);
}

function firstOf(node: OdfNode | undefined, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attribute(node?.attributes ?? {}, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The columns that properties of a page or a section state (ODF 1.3, part 3, 17.14), else one. */
function columnsOf(properties: OdfNode | undefined, room: number): number[] {
  const node = child(properties, 'columns');
  const count = Math.trunc(Number(attribute(node?.attributes ?? {}, 'column-count') ?? 1));
  if (!node || !(count > 1 && count <= MAX_COLUMNS)) return [room];
  const stated = node.children.filter((one) => one.name === 'column').slice(0, count);
  const shares = stated.map(({ attributes }) =>
    Math.max(0, Number.parseFloat(attribute(attributes, 'rel-width') ?? '')),
  );
  const all = shares.reduce((sum, one) => sum + one, 0);
  if (stated.length === count && all > 0) {
    return stated.map(({ attributes }, index) => {
      const [start = 0, end = 0] = ['start-indent', 'end-indent'].map((name) =>
        lengthIn(attribute(attributes, name)),
      );
      return Math.max(LEAST / 2, (room * (shares[index] ?? 0)) / all - start - end);
    });
  }
  const gap = Math.max(0, lengthIn(attribute(node.attributes, 'column-gap')) ?? 0);
  const width = Math.max(LEAST / 2, (room - gap * (count - 1)) / count);
  return Array.from({ length: count }, () => width);
}
