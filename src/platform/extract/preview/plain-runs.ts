import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PageBeginnings } from '../office/read-docx.ts';
import { type RunLook, SHIFTED, WordStyles } from '../office/word-styles.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { isOn } from '../text/run-marks.ts';
import { withPageMarks } from './page-marks.ts';

/** The style that hidden runs are given: mammoth does not see what they say. */
export const HIDDEN_STYLE = 'KitbagHidden';
/** Unpacked bytes of a body that is rewritten. */
const MAX_BODY = 24 * 1024 * 1024;

/** A paragraph's beginning, its style, or a run's beginning with its properties. No piece reaches into the next tag of its kind. */
const PIECES =
  /<w:p[ >]|<w:pStyle\b[^<>]{0,1000}?\bw:val="([^"<]{0,1000})"[^<>]{0,1000}>|(<w:r(?:\s[^<>]*)?>)(?:\s*<w:rPr>((?:(?!<w:r[ >])[\s\S])*?)<\/w:rPr>)?/g;

/**
 * A DOCX with marks where its pages begin, whose runs say by themselves what they get from styles or say in a way that mammoth does not
 * read: that they are hidden, struck, raised or lowered. The bytes as they are where there is nothing of the kind.
 */
export function withPlainRuns(
  office: OfficePackage,
  mainPart: string,
  bytes: Uint8Array,
  begins: PageBeginnings,
): Uint8Array {
  const entry = office.zip.find(mainPart);
  const source = entry && office.zip.read(entry, MAX_BODY);
  if (!source) return bytes;
  const body = strFromU8(source);
  const changed = rewritten(withPageMarks(body, begins), new WordStyles(office, mainPart));
  if (changed === body) return bytes;
  return zipSync({ ...unzipSync(bytes), [entry.name]: strToU8(changed) }, { level: 1 });
}

function rewritten(body: string, styles: WordStyles): string {
  let paragraph = styles.style(undefined).run;
  return body.replace(PIECES, (whole: string, style?: string, open?: string, own = '') => {
    if (open === undefined) {
      paragraph = styles.style(style).run;
      return whole;
    }
    const named = /<w:rStyle\s+w:val="([^"]*)"\s*\/>/.exec(own)?.[1];
    const look = { ...paragraph, ...styles.character(named), ...ownLook(own) };
    const said = propertiesOf(look);
    if (said === '') return whole;
    // The first style counts.
    return `${open}<w:rPr>${said}${own.replace(SAID, '')}</w:rPr>`;
  });
}

const SAID = /<w:(?:strike|dstrike|vertAlign|position)\b[^<>]*\/>/g;

function ownLook(properties: string): RunLook {
  const value = (name: string) => {
    const found = new RegExp(`<w:${name}(?:\\s+w:val="([^"]*)")?\\s*/>`).exec(properties);
    return found ? (found[1] ?? 'true') : undefined;
  };
  const [vanish, strike, level] = [value('vanish'), value('strike') ?? value('dstrike'), value('vertAlign')];
  const halves = Number(value('position') ?? Number.NaN);
  return {
    ...(vanish === undefined ? {} : { hidden: isOn(vanish) }),
    ...(strike === undefined ? {} : { struck: isOn(strike) }),
    ...levelOf(level, halves),
  };
}

function levelOf(named: string | undefined, halves: number): RunLook {
  if (named === 'superscript' || (named === undefined && halves >= SHIFTED)) return { level: 'raised' };
  if (named === 'subscript' || (named === undefined && halves <= -SHIFTED)) return { level: 'lowered' };
  return named === undefined ? {} : { level: 'line' };
}

function propertiesOf({ hidden, struck, level }: RunLook): string {
  const said = [
    hidden ? `<w:rStyle w:val="${HIDDEN_STYLE}"/>` : '',
    struck ? '<w:strike/>' : '',
    level === 'raised' ? '<w:vertAlign w:val="superscript"/>' : '',
    level === 'lowered' ? '<w:vertAlign w:val="subscript"/>' : '',
  ];
  return said.join('');
}
