import { markupText } from '../common/made-package.ts';
import { SCHEME, type Scheme, textColor } from './colors.ts';
import { type DeckRecord, RECORD } from './records.ts';
import { type CharacterLook, masterLooks, type ParagraphLook, textLooks } from './text-looks.ts';

/** The looks of texts by their kind and level, as a master has them. */
export type MasterTexts = ReadonlyMap<number, readonly (CharacterLook & ParagraphLook)[]>;

const KIND = { title: 0, centerTitle: 6, other: 4 } as const;
/** Kinds of text that look like another kind where the master does not say. */
const LIKE: Readonly<Record<number, number>> = { 5: 1, 6: 0, 7: 1, 8: 1 };
/** Characters of one box. */
const MAX_TEXT = 1_000_000;
const USUAL_SIZES: Readonly<Record<number, number>> = { 0: 44, 1: 28, 5: 28, 6: 44, 7: 28, 8: 24 };
const ALIGNMENTS = ['l', 'ctr', 'r', 'just'] as const;

/** Reads what a master says of text. */
export function masterTexts(records: readonly DeckRecord[]): MasterTexts {
  const found = records.filter(({ type }) => type === RECORD.masterLook);
  return new Map(found.map(({ instance, body }) => [instance, masterLooks(body, instance)]));
}

/** The characters in a group of records. */
function textIn(records: readonly DeckRecord[]): string {
  const record = records.find(({ type }) => type === RECORD.wideText || type === RECORD.narrowText);
  if (!record) return '';
  const { bytes } = record.body;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_TEXT * 2)).toString(
    record.type === RECORD.wideText ? 'utf16le' : 'latin1',
  );
  return text.slice(0, MAX_TEXT);
}

/** Whether a text is a slide's title. */
export function isTitleText(records: readonly DeckRecord[]): boolean {
  const kind = kindOf(records);
  return kind === KIND.title || kind === KIND.centerTitle;
}

function kindOf(records: readonly DeckRecord[]): number {
  return records.find(({ type }) => type === RECORD.textKind)?.body.u32(0) ?? KIND.other;
}

/** Writes a box's text as paragraphs of DrawingML. */
export function textMarkup(records: readonly DeckRecord[], masters: MasterTexts, scheme: Scheme): string {
  const text = textIn(records);
  const kind = kindOf(records);
  const own = records.find(({ type }) => type === RECORD.textLook);
  const looks = own ? textLooks(own.body, text.length) : { paragraphs: [], characters: [] };
  const [paragraphs, characters] = [new Cursor(looks.paragraphs), new Cursor(looks.characters)];
  const levels = masters.get(kind) ?? masters.get(LIKE[kind] ?? kind) ?? [];
  let at = 0;
  return text
    .split('\r')
    .map((line) => {
      const look = paragraphs.at(at) ?? {};
      const level = look.level ?? 0;
      const base = { ...usual(kind), ...levels[0], ...levels[level] };
      const runs: string[] = [];
      for (let done = 0; done < line.length; ) {
        const count = Math.max(1, Math.min(characters.left(at + done), line.length - done));
        const run = line.slice(done, done + count);
        runs.push(runMarkup(run, { ...base, ...characters.at(at + done) }, scheme));
        done += count;
      }
      at += line.length + 1;
      return `<a:p>${paragraphMarkup({ ...base, ...look }, level)}${runs.join('')}</a:p>`;
    })
    .join('');
}

function usual(kind: number): CharacterLook {
  const isTitle = kind === KIND.title || kind === KIND.centerTitle;
  const size = USUAL_SIZES[kind] ?? 18;
  return { size, color: (isTitle ? SCHEME.title : SCHEME.text) * 0x1000000 };
}

function paragraphMarkup({ bullet, align }: ParagraphLook, level: number): string {
  const sign = bullet === true ? '<a:buChar char="•"/>' : '<a:buNone/>';
  const indent = bullet === true ? ` marL="${342_900 * (level + 1)}" indent="-342900"` : '';
  return `<a:pPr lvl="${level}" algn="${ALIGNMENTS[align ?? 0] ?? 'l'}"${indent}>${sign}</a:pPr>`;
}

function runMarkup(text: string, look: CharacterLook, scheme: Scheme): string {
  const on = (value: boolean | undefined) => (value === true ? 1 : 0);
  const color = look.color === undefined ? undefined : textColor(look.color, scheme);
  const fill = color === undefined ? '' : `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
  const raised = look.raised === undefined || look.raised === 0 ? '' : ` baseline="${look.raised * 1_000}"`;
  const attributes = `sz="${(look.size ?? 18) * 100}" b="${on(look.bold)}" i="${on(look.italic)}" u="${look.underline === true ? 'sng' : 'none'}"${raised}`;
  const properties = `<a:rPr ${attributes}>${fill}</a:rPr>`;
  return text
    .split('\u000b')
    .map((line) => (line === '' ? '' : `<a:r>${properties}<a:t>${markupText(line)}</a:t></a:r>`))
    .join('<a:br/>');
}

/** Looks of stretches, asked for from the first character to the last. */
class Cursor<Look> {
  readonly #stretches: readonly { readonly count: number; readonly look: Look }[];
  #index = 0;
  #start = 0;

  constructor(stretches: readonly { readonly count: number; readonly look: Look }[]) {
    this.#stretches = stretches;
  }

  at(character: number): Look | undefined {
    this.#moveTo(character);
    return this.#stretches[this.#index]?.look;
  }

  /** How many characters from this one on look the same. */
  left(character: number): number {
    this.#moveTo(character);
    const stretch = this.#stretches[this.#index];
    return stretch ? this.#start + stretch.count - character : Number.MAX_SAFE_INTEGER;
  }

  #moveTo(character: number): void {
    for (;;) {
      const stretch = this.#stretches[this.#index];
      if (!stretch || this.#start + stretch.count > character) return;
      this.#start += stretch.count;
      this.#index += 1;
    }
  }
}
