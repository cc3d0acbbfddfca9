import type { CellLook } from '../../../engine/ports/sheet-look.ts';
import { attribute, type XmlNode } from '../package/xml.ts';
import { isOn } from '../text/run-marks.ts';
import { placeIn } from './value-places.ts';

type Sign = NonNullable<CellLook['sign']>;

/** From bad to good, and for sets that say nothing of that. */
const COLORS = ['#c00000', '#e8700a', '#e0a800', '#7a9a01', '#2b8a3e'] as const;
const GRAY = '#808080';
const ARROWS = { 3: '▼►▲', 4: '▼◄►▲', 5: '▼◄►►▲' } as const;
const MOST = 5;

/** Signs beside values by how large these are (18.3.1.49): arrows where the set has arrows, else dots in colours. Undefined where a formula says from where on. */
export function signsOf(
  set: XmlNode | undefined,
  sorted: readonly number[],
): ((value: number) => Sign) | undefined {
  const points = set?.children.filter(({ name }) => name === 'cfvo').slice(0, MOST) ?? [];
  const places = points.map((point) => placeIn(point, sorted, 'percent'));
  if (points.length < 3 || !places.every((place) => place !== undefined)) return undefined;
  const name = attribute(set?.attributes ?? {}, 'iconSet') ?? '3TrafficLights1';
  const signs = points.map((_, at) => signAt(name, at, points.length));
  if (isOn(attribute(set?.attributes ?? {}, 'reverse'))) signs.reverse();
  const reaches = (value: number, at: number) =>
    isOn(attribute(points[at]?.attributes ?? {}, 'gte'), true)
      ? value >= (places[at] ?? 0)
      : value > (places[at] ?? 0);
  return (value) => {
    // The first one counts from nowhere on.
    const at = points.findLastIndex((_, index) => index === 0 || reaches(value, index));
    return signs[at] ?? { text: '●', color: GRAY };
  };
}

function signAt(name: string, at: number, count: number): Sign {
  const color = /Gray|Rating|Quarters/.test(name)
    ? GRAY
    : (COLORS[Math.round((at * (COLORS.length - 1)) / (count - 1))] ?? GRAY);
  const arrows = count === 4 ? ARROWS[4] : count === 5 ? ARROWS[5] : ARROWS[3];
  return { text: /Arrows|Triangles/.test(name) ? (arrows[at] ?? '●') : '●', color };
}
