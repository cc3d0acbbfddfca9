import type { DiagramModel, DiagramNode } from './diagram-model.ts';
import type { Place } from './slide-scene.ts';

/** A box of a laid out diagram: the nodes whose texts stand in it, one below the other. */
export type DiagramBox = Place & {
  readonly nodes: readonly DiagramNode[];
  /** `main` is filled, `more` is what is said under one, `arrow` points from one to the next and says nothing. */
  readonly kind: 'main' | 'more' | 'arrow';
  readonly form: 'rect' | 'roundRect' | 'rightArrow';
};

/** Room between boxes, as a share of what they share. */
const GAP = 0.03;

/** Lays out a diagram that no program has drawn: what stands in it has the place that its kind of arrangement gives it, roughly. */
export function layOutDiagram({ arrangement, roots }: DiagramModel, place: Place): DiagramBox[] {
  switch (arrangement) {
    case 'tree':
      return tree(roots, place, Math.max(...roots.map(depthOf)));
    case 'ring':
      return ring(roots, place);
    case 'grid':
      return grid(roots, place);
    case 'steps':
      return steps(roots, place);
    case 'row':
      return columns(place, roots.length, GAP).flatMap((one, at) => above(roots[at], one));
    default:
      return rows(roots, place);
  }
}

function depthOf({ under }: DiagramNode): number {
  return 1 + Math.max(0, ...under.map(depthOf));
}

/** All that hangs under a node, in reading order. */
function below({ under }: DiagramNode): DiagramNode[] {
  return under.flatMap((one) => [one, ...below(one)]);
}

function main(node: DiagramNode, place: Place, form: DiagramBox['form'] = 'roundRect'): DiagramBox {
  return { ...place, nodes: [node], kind: 'main', form };
}

/** Equal columns of a place, a share of it between them. */
function columns({ x, y, w, h }: Place, count: number, gap: number): Place[] {
  const wide = (w * (1 - gap * (count - 1))) / count;
  return Array.from({ length: count }, (_, at) => ({ x: x + at * (wide + w * gap), y, w: wide, h }));
}

/** Below one another: a node at the left, what is said under it at its right. */
function rows(roots: readonly DiagramNode[], { x, y, w, h }: Place): DiagramBox[] {
  const high = h / (roots.length + GAP * (roots.length - 1));
  const isParted = roots.some(({ under }) => under.length > 0);
  return roots.flatMap((node, at) => {
    const top = y + at * high * (1 + GAP);
    if (!isParted) return [main(node, { x, y: top, w, h: high })];
    const own = main(node, { x, y: top, w: w * 0.36, h: high });
    if (node.under.length === 0) return [own];
    const place = { x: x + w * 0.36, y: top + high * 0.1, w: w * 0.64, h: high * 0.8 };
    return [{ ...place, nodes: below(node), kind: 'more', form: 'rect' } as const, own];
  });
}

/** A node with what is said under it below. */
function above(node: DiagramNode | undefined, place: Place): DiagramBox[] {
  if (!node) return [];
  if (node.under.length === 0) return [main(node, place)];
  const head = place.h * 0.3;
  return [
    main(node, { ...place, h: head }, 'rect'),
    { ...place, y: place.y + head, h: place.h - head, nodes: below(node), kind: 'more', form: 'rect' },
  ];
}

/** Beside one another, an arrow from each to the next. */
function steps(roots: readonly DiagramNode[], place: Place): DiagramBox[] {
  const gap = Math.min(0.08, 0.4 / roots.length);
  const places = columns(place, roots.length, gap);
  const high = Math.min(place.h, (places[0]?.w ?? 0) * 1.2);
  return roots.flatMap((node, at) => {
    const { x, w } = places[at] ?? place;
    const boxes = above(node, { x, y: place.y + (place.h - high) / 2, w, h: high });
    if (at === roots.length - 1) return boxes;
    const [wide, tall] = [place.w * gap * 0.7, Math.min(high, place.w * gap * 0.8)];
    const arrow = { x: x + w + place.w * gap * 0.15, y: place.y + (place.h - tall) / 2, w: wide, h: tall };
    return [...boxes, { ...arrow, nodes: [], kind: 'arrow', form: 'rightArrow' } as const];
  });
}

/** As near to a square as can be. */
function grid(roots: readonly DiagramNode[], { x, y, w, h }: Place): DiagramBox[] {
  const across = Math.max(1, Math.round(Math.sqrt((roots.length * w) / Math.max(1, h) / 1.6)));
  const down = Math.ceil(roots.length / across);
  const high = h / (down + GAP * (down - 1));
  return roots.flatMap((node, at) => {
    const row = Math.floor(at / across);
    const own = columns({ x, y: y + row * high * (1 + GAP), w, h: high }, across, GAP)[at % across];
    return own ? [{ ...main(node, own, 'rect'), nodes: [node, ...below(node)] }] : [];
  });
}

/** Around the middle, from the top, clockwise. */
function ring(roots: readonly DiagramNode[], { x, y, w, h }: Place): DiagramBox[] {
  const wide = Math.min(w / 3, (w * 2) / Math.max(3, roots.length));
  const high = Math.min(h / 4, wide * 0.65);
  return roots.map((node, at) => {
    const angle = (at / roots.length) * 2 * Math.PI - Math.PI / 2;
    const [mx, my] = [
      x + w / 2 + ((w - wide) / 2) * Math.cos(angle),
      y + h / 2 + ((h - high) / 2) * Math.sin(angle),
    ];
    return {
      ...main(node, { x: mx - wide / 2, y: my - high / 2, w: wide, h: high }),
      nodes: [node, ...below(node)],
    };
  });
}

/** A level below the other, each as wide as what hangs under it. */
function tree(nodes: readonly DiagramNode[], place: Place, levels: number): DiagramBox[] {
  const widths = nodes.map(leavesOf);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const level = place.h / levels;
  let left = place.x;
  return nodes.flatMap((node, at) => {
    const w = (place.w * (widths[at] ?? 1)) / all;
    const own = { x: left + w * 0.04, y: place.y, w: w * 0.92, h: level * (levels > 1 ? 0.75 : 1) };
    const rest = { x: left, y: place.y + level, w, h: place.h - level };
    left += w;
    return [
      main(node, own),
      ...(node.under.length > 0 && levels > 1 ? tree(node.under, rest, levels - 1) : []),
    ];
  });
}

function leavesOf({ under }: DiagramNode): number {
  return under.length === 0 ? 1 : under.reduce((sum, one) => sum + leavesOf(one), 0);
}
