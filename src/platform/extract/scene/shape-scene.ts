import type { OfficePackage } from '../package/office-package.ts';
import { child, type XmlNode } from '../package/xml.ts';
import type { ColorScheme } from './colors.ts';
import { readSlide } from './read-slide.ts';
import type { SlideScene } from './slide-scene.ts';

/** What lies on a sheet or a page of text: shapes of a part, in a box of `cx` by `cy` metric units. */
type Lying = {
  readonly part: string;
  readonly shapes: readonly XmlNode[];
  readonly cx: number;
  readonly cy: number;
  readonly colors: ColorScheme;
  /** Hundredths of a point of letters where nothing says it. */
  readonly letters: number;
};

/** Reads shapes as a small slide of their own: they lie where their anchor says, whatever they say themselves. `charts`: trees of charts that are not their parts'. */
export function sceneOfShapes(
  office: OfficePackage,
  { part, shapes, cx, cy, colors, letters }: Lying,
  charts: ReadonlyMap<string, XmlNode> = new Map(),
): SlideScene {
  const placed = shapes.map((shape) => withPlace(shape, cx, cy));
  const tree = node('sld', {}, [node('cSld', {}, [node('spTree', {}, placed)])]);
  const frame = { x: 0, y: 0, w: cx, h: cy, childX: 0, childY: 0, childW: cx, childH: cy };
  const defaults = node('defaultTextStyle', {}, [
    node('lvl1pPr', {}, [node('defRPr', { sz: String(letters) }, [])]),
  ]);
  const parts = {
    slide: { name: part, tree },
    number: 1,
    slides: [],
    layout: undefined,
    master: undefined,
    colors,
    defaults,
  };
  const chartTree = (chart = '') => charts.get(chart) ?? office.tree(chart);
  const scene = readSlide(office, parts, frame, () => undefined, chartTree);
  // A chart of which nothing is said stands on white, above what it lies on.
  return scene.shapes[0]?.shape === 'chart' ? { ...scene, background: '#ffffff' } : scene;
}

const PROPERTIES: Readonly<Record<string, string>> = {
  sp: 'spPr',
  cxnSp: 'spPr',
  pic: 'spPr',
  grpSp: 'grpSpPr',
};

/** A shape that lies where its anchor says, whatever it says itself: from the origin, `cx` by `cy` metric units. */
function withPlace(shape: XmlNode, cx: number, cy: number, depth = 0): XmlNode {
  if (/^(AlternateContent|Choice|Fallback)$/.test(shape.name) && depth < 4)
    return { ...shape, children: shape.children.map((one) => withPlace(one, cx, cy, depth + 1)) };
  const place = [node('off', { x: '0', y: '0' }, []), node('ext', { cx: String(cx), cy: String(cy) }, [])];
  if (shape.name === 'graphicFrame') {
    const others = shape.children.filter(({ name }) => name !== 'xfrm');
    return { ...shape, children: [node('xfrm', {}, place), ...others] };
  }
  const holder = PROPERTIES[shape.name];
  if (holder === undefined) return shape;
  const own = child(shape, holder);
  const turned = child(own, 'xfrm');
  const ofChildren = (turned?.children ?? []).filter(({ name }) => /^ch(Off|Ext)$/.test(name));
  const moved = node('xfrm', turned?.attributes ?? {}, [...place, ...ofChildren]);
  const others = (own?.children ?? []).filter(({ name }) => name !== 'xfrm');
  const properties = node(holder, own?.attributes ?? {}, [moved, ...others]);
  return { ...shape, children: [...shape.children.filter((one) => one !== own), properties] };
}

function node(name: string, attributes: XmlNode['attributes'], children: XmlNode[]): XmlNode {
  return { name, attributes, children, text: '' };
}
