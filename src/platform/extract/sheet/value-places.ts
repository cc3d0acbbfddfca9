import { attribute, type XmlNode } from '../package/xml.ts';

/** Where a threshold of a rule lies among values that are sorted (ECMA-376 part 1, 18.3.1.11); undefined where a formula says it. */
export function placeIn(
  point: XmlNode | undefined,
  sorted: readonly number[],
  usual: 'min' | 'max' | 'percent',
): number | undefined {
  const value = Number(attribute(point?.attributes ?? {}, 'val') ?? Number.NaN);
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  switch (attribute(point?.attributes ?? {}, 'type') ?? usual) {
    case 'min':
      return least;
    case 'max':
      return most;
    case 'num':
      return Number.isFinite(value) ? value : undefined;
    case 'percent':
      return Number.isFinite(value) ? least + ((most - least) * value) / 100 : undefined;
    case 'percentile':
      return Number.isFinite(value) ? percentile(sorted, value / 100) : undefined;
    default:
      return undefined;
  }
}

function percentile(sorted: readonly number[], share: number): number {
  const at = Math.max(0, Math.min(1, share)) * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}
