import type { OfficePackage } from '../package/office-package.ts';
import { type Attributes, attribute, prefixedAttribute } from '../package/xml.ts';
import {
  drawingMarks,
  isOn,
  levelNamed,
  type RunMarks,
  marks as runMarks,
  withMarks,
} from '../text/run-marks.ts';

/** Characters of one chart or diagram that are read. */
const MAX_PART_TEXT = 200_000;

/** Words of a chart: titles, series, categories. Its numbers are data, not words, and stay out. */
function chartText(office: OfficePackage, part: string | undefined): string {
  return collect(office, part, (name, path) => {
    if (name === 't') return true;
    // Charts of Office 2016 hold their categories in dimensions of words.
    if (name === 'pt') return path.includes('strDim');
    return name === 'v' && (path.includes('strCache') || path.includes('txData'));
  });
}

/** Words of a diagram (SmartArt), from its data part. */
export function diagramText(office: OfficePackage, part: string | undefined): string {
  return collect(office, part, (name) => name === 't');
}

/** All paragraphs of a part made of DrawingML or WordprocessingML: notes, comments, drawings on sheets. */
export function paragraphText(office: OfficePackage, part: string | undefined): string {
  return collect(office, part, (name) => name === 't' || name === 'text');
}

function collect(
  office: OfficePackage,
  part: string | undefined,
  wanted: (name: string, path: readonly string[]) => boolean,
): string {
  if (part === undefined) return '';
  const path: string[] = [];
  const pieces: string[] = [];
  let length = 0;
  let depth = 0;
  let marks: RunMarks = {};
  office.read(part, {
    open: (name, attributes) => {
      path.push(name);
      if (name === 'r' || name === 'fld') marks = {};
      else if (name === 'rPr') marks = drawingMarks(attributes);
      else if (name === 'vertAlign') marks = { ...marks, ...levelMark(attributes) };
      else if (name === 'strike' && isOn(attribute(attributes, 'val'), true))
        marks = { ...marks, struck: true };
      if (wanted(name, path)) depth = path.length;
      if (name === 'br' || name === 'tab') pieces.push(' ');
    },
    close: (name) => {
      if (path.length === depth) {
        depth = 0;
        if (name === 'v') pieces.push('\n');
      }
      path.pop();
      if (name === 'p' || name === 'pt' || name === 'si' || name === 'comment' || name === 'cm')
        pieces.push('\n');
    },
    text: (text) => {
      if (depth === 0) return;
      pieces.push(withMarks(text, marks));
      length += text.length;
    },
    enough: () => length > MAX_PART_TEXT,
  });
  const lines = pieces.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function levelMark(attributes: Attributes): RunMarks {
  return runMarks(levelNamed(attribute(attributes, 'val')), false);
}

/** What an element of a drawing leads to: a chart's or a diagram's words, or its alternative text. */
export function drawingWords(
  office: OfficePackage,
  part: string,
  name: string,
  attributes: Readonly<Record<string, string>>,
): string {
  if (name === 'chart') return chartText(office, office.target(part, prefixedAttribute(attributes, 'id')));
  if (name === 'relIds') return diagramText(office, office.target(part, prefixedAttribute(attributes, 'dm')));
  if (name === 'docPr' || name === 'cNvPr') return alternativeText(attributes);
  return '';
}

/** What an author wrote about a picture; what programs write there by themselves is left out. */
function alternativeText(attributes: Readonly<Record<string, string>>): string {
  const description = (attribute(attributes, 'descr') ?? '').trim();
  const title = (attribute(attributes, 'title') ?? '').trim();
  const useful = [title, description].filter((text) => text !== '' && !isMachineMade(text));
  return [...new Set(useful)].join('\n');
}

function isMachineMade(text: string): boolean {
  return /^\S+\.(png|jpe?g|gif|bmp|emf|wmf|tiff?|svg)$/i.test(text) || /^[a-z]:\\/i.test(text);
}
