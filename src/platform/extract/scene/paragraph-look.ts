import { attribute, child, type XmlNode } from '../package/xml.ts';
import { type ColorScheme, colorOf } from './colors.ts';
import type { SceneParagraph, Spacing } from './slide-scene.ts';

const POINT = 12_700;
/** Points beyond which a measure is a mistake or an attack. */
const MAX_MEASURE = 4_000;
/** Bullets of the fonts of signs, as letters that all fonts have. */
const SIGNS: Readonly<Record<string, string>> = {
  '§': '▪',
  q: '□',
  n: '■',
  l: '●',
  o: '○',
  u: '◆',
  v: '◆',
  ü: '✓',
  Ø: '›',
  à: '→',
  è: '→',
};

/** A paragraph's margins, spacing and bullet, from its own properties and the styles that it inherits, nearest first. */
export function paragraphLook(
  styles: readonly XmlNode[],
  hasBullet: boolean,
  size: number,
  tighter: number,
  colors: ColorScheme,
): SceneParagraph['look'] {
  const line = spacingOf(styles, 'lnSpc') ?? { lines: 1 };
  const sign = hasBullet ? signOf(styles) : undefined;
  const signColor = firstOf(styles, (style) => colorOf(child(style, 'buClr'), colors));
  return {
    margin: measure(styles, 'marL'),
    indent: measure(styles, 'indent'),
    before: spacingOf(styles, 'spcBef') ?? { points: 0 },
    after: spacingOf(styles, 'spcAft') ?? { points: 0 },
    line: 'lines' in line ? { lines: Math.max(0.5, line.lines - tighter) } : line,
    size,
    ...(sign === undefined ? {} : { sign }),
    ...(signColor === undefined ? {} : { signColor }),
  };
}

function firstOf<T>(styles: readonly XmlNode[], find: (style: XmlNode) => T | undefined): T | undefined {
  for (const style of styles) {
    const found = find(style);
    if (found !== undefined) return found;
  }
  return undefined;
}

function measure(styles: readonly XmlNode[], name: string): number {
  const stated = firstOf(styles, (style) => attribute(style.attributes, name));
  const points = Number(stated ?? 0) / POINT;
  return Math.abs(points) <= MAX_MEASURE ? points : 0;
}

function spacingOf(styles: readonly XmlNode[], name: string): Spacing | undefined {
  const holder = firstOf(styles, (style) => child(style, name));
  const value = (kind: string) =>
    Number.parseFloat(attribute(child(holder, kind)?.attributes ?? {}, 'val') ?? '');
  const [percent, points] = [value('spcPct') / 100_000, value('spcPts') / 100];
  if (percent >= 0 && percent <= 10) return { lines: percent };
  return points >= 0 && points <= MAX_MEASURE ? { points } : undefined;
}

/** The sign before a paragraph; '#' stands for its number. */
function signOf(styles: readonly XmlNode[]): string {
  const style = styles.find((one) =>
    one.children.some((bullet) => /^bu(Char|AutoNum|Blip)$/.test(bullet.name)),
  );
  if (child(style, 'buAutoNum')) return '#';
  const sign = attribute(child(style, 'buChar')?.attributes ?? {}, 'char') ?? '•';
  const face = firstOf(styles, (one) => attribute(child(one, 'buFont')?.attributes ?? {}, 'typeface')) ?? '';
  const isOfSigns = /wingdings|symbol|webdings/i.test(face);
  if (isOfSigns || /[\ue000-\uf8ff]/.test(sign)) return (Object.hasOwn(SIGNS, sign) && SIGNS[sign]) || '•';
  return [...sign][0] ?? '•';
}
