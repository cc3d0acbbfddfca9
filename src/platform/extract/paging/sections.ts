import { isOn, twips, valueIn } from '../office/word-paragraph.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, child, prefixedAttribute, type XmlNode } from '../package/xml.ts';
import type { Section } from './flow.ts';

/** Points: US letter and an inch around, as the format has it where nothing is said. */
const USUAL = { width: 612, height: 792, margin: 72, header: 36 } as const;
const MAX_COLUMNS = 45;
/** Points of room for text that a page has at least. */
const LEAST = 36;
/** Points from line to line of a grid. */
const LEAST_PITCH = 4;

const BEGINNINGS: Readonly<Record<string, Section['begins']>> = {
  continuous: 'here',
  nextColumn: 'column',
  evenPage: 'even',
  oddPage: 'odd',
};

/** Reads a section's properties; headers and footers that it does not name are those of the section `before`. */
export function readSection(
  node: XmlNode | undefined,
  office: OfficePackage,
  part: string,
  before: Section | undefined,
): Section {
  const [size, margin] = [child(node, 'pgSz'), child(node, 'pgMar')];
  const width = Math.max(LEAST * 2, twips(size, 'w') ?? USUAL.width);
  const height = Math.max(LEAST * 2, twips(size, 'h') ?? USUAL.height);
  const gutter = Math.max(0, twips(margin, 'gutter') ?? 0);
  const side = (usual: number, ...names: readonly string[]) => twips(margin, ...names) ?? usual;
  const [left, right] = [side(USUAL.margin, 'left', 'start') + gutter, side(USUAL.margin, 'right', 'end')];
  const room = width - left - right;
  const text = room >= LEAST ? room : width;
  return {
    begins: BEGINNINGS[valueIn(node, 'type') ?? ''] ?? 'page',
    width,
    height,
    margins: {
      left,
      right,
      top: side(USUAL.margin, 'top'),
      bottom: side(USUAL.margin, 'bottom'),
      header: side(USUAL.header, 'header'),
      footer: side(USUAL.header, 'footer'),
    },
    columns: columnsOf(child(node, 'cols'), text),
    ...gridOf(child(node, 'docGrid')),
    hasTitlePage: isOn(node, 'titlePg'),
    headers: partsOf(node, 'headerReference', office, part, before?.headers),
    footers: partsOf(node, 'footerReference', office, part, before?.footers),
  };
}

/** The lines on which text stands (ECMA-376 part 1, 17.6.5), but where they are said to be of no consequence. */
function gridOf(node: XmlNode | undefined): Pick<Section, 'grid'> {
  const type = attribute(node?.attributes ?? {}, 'type') ?? 'default';
  const pitch = twips(node, 'linePitch') ?? 0;
  return type !== 'default' && pitch >= LEAST_PITCH ? { grid: pitch } : {};
}

function columnsOf(node: XmlNode | undefined, room: number): number[] {
  const count = Math.trunc(Number(attribute(node?.attributes ?? {}, 'num') ?? 1));
  if (!node || !(count > 1 && count <= MAX_COLUMNS)) return [room];
  const stated = node.children.filter((one) => one.name === 'col').slice(0, count);
  const isEqual = attribute(node.attributes, 'equalWidth');
  if (stated.length > 1 && isEqual !== undefined && /^(0|false|off)$/.test(isEqual)) {
    return stated.map((one) => Math.max(LEAST / 2, twips(one, 'w') ?? room / count));
  }
  const gap = Math.max(0, twips(node, 'space') ?? 36);
  const width = Math.max(LEAST / 2, (room - gap * (count - 1)) / count);
  return Array.from({ length: count }, () => width);
}

function partsOf(
  node: XmlNode | undefined,
  name: string,
  office: OfficePackage,
  part: string,
  before: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  const parts = new Map(before ?? []);
  for (const one of node?.children ?? []) {
    const target =
      one.name === name ? office.target(part, prefixedAttribute(one.attributes, 'id')) : undefined;
    if (target !== undefined) parts.set(attribute(one.attributes, 'type') ?? 'default', target);
  }
  return parts;
}
