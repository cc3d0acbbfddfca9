import { type Level, levelsOf } from '../../../../shared/raised.ts';
import { struckParts } from '../../../../shared/struck.ts';
import { faceNamed } from '../../paging/font-metrics.ts';
import type { SceneRun } from '../../scene/slide-scene.ts';
import { type Family, faceOf } from './faces.ts';

/** Height of a line in its letters' size, whatever the font: as office programs have it on slides. */
const LINE = 1.2;
/** What text measures like where nothing says a font. */
const USUAL_FONT = 'Arial';

/** How letters look on a canvas. */
export type Style = Pick<SceneRun, 'bold' | 'italic' | 'link'> & {
  readonly font: string;
  readonly kind: Family;
  readonly size: number;
  /** Of a line above the base line and below it, in points: as its font says. */
  readonly above: number;
  readonly below: number;
  readonly color: string | undefined;
  readonly underline: boolean;
  readonly struck: boolean;
  /** Points above the line, below it where less than 0. */
  readonly rise: number;
};

/** A run of letters that look the same, raised, lowered and struck told apart. */
export type LaidRun = SceneRun & { readonly level?: Level; readonly struck?: boolean };

/** Letters one for one, so that what is marked stays where it is. */
function inCapitals(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  });
}

/** A run cut where its characters are raised, lowered or struck, in the characters of the line. */
export function inOneLook(run: SceneRun, hasStops: boolean): LaidRun[] {
  const composed = run.text.normalize('NFC');
  const plain = hasStops ? composed : composed.replaceAll('\t', '    ');
  const written = run.caps ? inCapitals(plain) : plain;
  return struckParts(written).flatMap(({ text, struck }) =>
    levelsOf(text).map((part) => ({ ...run, ...part, struck })),
  );
}

/** Raised and lowered letters in the size of those on the line, and how far they stand off it. */
const SMALL = 0.62;
const RISE = { raised: 0.34, lowered: -0.14 } as const;

/** How a run looks; `byFont`: lines are as high as its font says. */
export function styleOf(run: LaidRun, scale: number, byFont = false): Style {
  const face = faceOf(run.font);
  const measures = faceNamed(run.font ?? USUAL_FONT, run.bold === true, run.italic === true);
  const lead = byFont ? 0 : (LINE - measures.ascent - measures.descent) / 2;
  const full = Math.max(0.5, Math.min(2_000, (run.size ?? 18) * scale));
  const size = run.level === undefined ? full : full * SMALL;
  const looks = `${run.italic ? 'italic ' : ''}${run.bold ? 'bold ' : ''}`;
  return {
    font: `${looks}${(size * face.shrink).toFixed(2)}px ${face.family}`,
    kind: face.kind,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italic: true } : {}),
    ...(run.link === undefined ? {} : { link: run.link }),
    size,
    above: full * (measures.ascent + lead),
    below: full * (measures.descent + lead),
    color: run.color,
    underline: run.underline === true,
    struck: run.struck === true,
    rise: run.level === undefined ? 0 : full * RISE[run.level],
  };
}
