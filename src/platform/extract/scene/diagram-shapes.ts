import { child, type XmlNode } from '../package/xml.ts';
import { type DiagramBox, layOutDiagram } from './diagram-layout.ts';
import { diagramModel } from './diagram-model.ts';
import type { Links } from './slide-link.ts';
import { fillOf, outlineOf } from './slide-look.ts';
import type { Place, SceneShape, SceneText } from './slide-scene.ts';
import { readText } from './slide-text.ts';

/** Points of letters where the data says no size: as large as their box, within these. */
const [SMALLEST, LARGEST] = [10, 32];
/** The share of a box's height that its letters have then. */
const SHARE = 0.3;

/** The shapes of a diagram of which there is only its data: boxes in its arrangement, in the theme's first colour unless they say another. */
export function diagramShapes(data: XmlNode | undefined, place: Place, links: Links): SceneShape[] {
  const model = diagramModel(data);
  return model ? layOutDiagram(model, place).map((box) => shapeOf(box, links)) : [];
}

function shapeOf(box: DiagramBox, links: Links): SceneShape {
  const { nodes, kind, form, x, y, w, h } = box;
  const { colors } = links.parts;
  const holder = shapeNode(box);
  const accent = colors.scheme('accent1') ?? '#4472c4';
  const own = fillOf(holder, [], colors);
  const fill = own ?? (kind === 'more' ? colors.scheme('lt1') : accent);
  const outline = outlineOf(holder, [], colors) ?? { color: kind === 'more' ? accent : '#ffffff', width: 1 };
  const text = nodes.length === 0 ? undefined : readText(holder, links, undefined);
  return {
    ...{ x, y, w, h, shape: 'form', role: 'other' },
    form: { preset: form, adjust: form === 'roundRect' ? { adj: 10_000 } : {} },
    ...(fill === undefined ? {} : { fill }),
    ...(kind === 'arrow' ? {} : { outline }),
    ...(text === undefined ? {} : { text: fitted(text, kind) }),
  };
}

/** Text of nodes is centred in its box and made smaller until it fits. */
function fitted(text: SceneText, kind: DiagramBox['kind']): SceneText {
  const paragraphs = text.paragraphs.map((one) =>
    kind === 'main' ? { align: 'center' as const, ...one } : one,
  );
  return { ...text, paragraphs, anchor: 'middle', shrinks: true };
}

/** The nodes of a box as one shape, as it would stand on a slide. */
function shapeNode({ nodes, kind, h }: DiagramBox): XmlNode {
  const [first] = nodes;
  const size = Math.round(Math.max(SMALLEST, Math.min(LARGEST, h * SHARE)) * 100);
  const run = node('defRPr', { sz: String(size) });
  const indent = kind === 'more' ? { marL: '171450', indent: '-171450' } : {};
  const bullet = kind === 'more' ? [node('buChar', { char: '•' })] : [];
  const style = node('lstStyle', {}, [node('lvl1pPr', indent, [...bullet, run])]);
  const texts = nodes.flatMap(({ point }) => paragraphsOf(point));
  const ink = node('schemeClr', { val: kind === 'more' ? 'dk1' : 'lt1' });
  return node('sp', {}, [
    { ...node('spPr', {}), children: child(first?.point, 'spPr')?.children ?? [] },
    node('style', {}, [node('fontRef', { idx: 'minor' }, [ink])]),
    node('txBody', {}, [node('bodyPr', {}), style, ...texts]),
  ]);
}

function paragraphsOf(point: XmlNode): readonly XmlNode[] {
  return (child(point, 't')?.children ?? []).filter(({ name }) => name === 'p');
}

function node(name: string, attributes: Readonly<Record<string, string>>, children: XmlNode[] = []): XmlNode {
  return { name, attributes, children, text: '' };
}
