import { attribute, child, type XmlNode } from '../package/xml.ts';

/** A point of a diagram's data with what hangs under it. */
export type DiagramNode = {
  /** Its look and text, as the data has them. */
  readonly point: XmlNode;
  readonly under: readonly DiagramNode[];
};
/** A diagram as its data says it: what stands in it, and how it is arranged. */
export type DiagramModel = {
  readonly arrangement: 'rows' | 'row' | 'steps' | 'tree' | 'ring' | 'grid';
  readonly roots: readonly DiagramNode[];
};

const MOST_NODES = 200;
const DEEPEST = 6;

/** Reads a diagram's data model (ECMA-376 part 1, 21.4.3); undefined where nothing stands in it. */
export function diagramModel(data: XmlNode | undefined): DiagramModel | undefined {
  const points = new Map<string, XmlNode>();
  let document: XmlNode | undefined;
  for (const point of child(data, 'ptLst')?.children ?? []) {
    const type = attribute(point.attributes, 'type') ?? 'node';
    if (type === 'doc') document ??= point;
    if (type === 'node' || type === 'asst') points.set(idOf(point), point);
  }
  if (!document) return undefined;
  const links = linksOf(data);
  let left = MOST_NODES;
  const under = (id: string, depth: number): DiagramNode[] => {
    if (depth > DEEPEST) return [];
    return (links.get(id) ?? []).flatMap((one) => {
      const point = points.get(one);
      left -= 1;
      return point && left >= 0 ? [{ point, under: under(one, depth + 1) }] : [];
    });
  };
  const roots = under(idOf(document), 1);
  return roots.length === 0 ? undefined : { arrangement: arrangementOf(document), roots };
}

function idOf(point: XmlNode): string {
  return attribute(point.attributes, 'modelId') ?? '';
}

/** What hangs under what, in its order. */
function linksOf(data: XmlNode | undefined): Map<string, string[]> {
  const links = (child(data, 'cxnLst')?.children ?? []).flatMap(({ attributes }) => {
    const [from, to] = [attribute(attributes, 'srcId'), attribute(attributes, 'destId')];
    if ((attribute(attributes, 'type') ?? 'parOf') !== 'parOf' || from === undefined || to === undefined)
      return [];
    return [{ from, to, order: Number(attribute(attributes, 'srcOrd') ?? 0) || 0 }];
  });
  const found = new Map<string, string[]>();
  for (const { from, to } of links.toSorted((a, b) => a.order - b.order)) {
    const known = found.get(from);
    if (known) known.push(to);
    else found.set(from, [to]);
  }
  return found;
}

/** By the layout's name, which says its kind; else by its category. */
function arrangementOf(document: XmlNode): DiagramModel['arrangement'] {
  const { attributes = {} } = child(document, 'prSet') ?? {};
  const layout = /[^/]*$/.exec(attribute(attributes, 'loTypeId') ?? '')?.[0] ?? '';
  const kind = `${layout} ${attribute(attributes, 'loCatId') ?? ''}`;
  if (/hierarchy|orgchart/i.test(kind)) return 'tree';
  if (/cycle|radial|gear/i.test(kind)) return 'ring';
  if (/matrix|^default|picture/i.test(kind)) return 'grid';
  if (/^(process[24]|vprocess|chevron2|equation2)|vertical/i.test(layout)) return 'rows';
  if (/process|chevron|arrow|timeline|equation/i.test(kind)) return 'steps';
  return /^hlist/i.test(layout) ? 'row' : 'rows';
}
