import { markupText } from '../common/made-package.ts';
import { type RunProperties, styleId } from './run-properties.ts';
import { TableWriter } from './tables.ts';
import type { WordText } from './word-text.ts';

/** What stands for other things in a text, by its place: a note's mark, a picture, a shape. Markup of the run's content; '' for nothing. */
export type Signs = (character: number, look: RunProperties) => string;

/** Characters with a meaning of their own (MS-DOC 2.4.1). */
const SIGN = {
  picture: '\u0001',
  note: '\u0002',
  comment: '\u0005',
  cell: '\u0007',
  shape: '\u0008',
  line: '\u000b',
  page: '\u000c',
  paragraph: '\r',
  column: '\u000e',
  fieldBegins: '\u0013',
  fieldSays: '\u0014',
  fieldEnds: '\u0015',
  hyphen: '\u001e',
  softHyphen: '\u001f',
  symbol: '(',
} as const;

/** Fields in fields that are followed. */
const MAX_FIELDS = 100;

/**
 * Writes a stretch of text as paragraphs and tables in WordprocessingML: what fields show, not what they are; nothing of what was taken out.
 * `sections`: what is said of a section's page in the paragraph that ends it, by the character after.
 */
export function storyMarkup(
  source: WordText,
  start: number,
  end: number,
  signs: Signs,
  sections: ReadonlyMap<number, string> = new Map(),
): string {
  const writer = new StoryWriter(source, signs);
  let from = start;
  for (let at = start; at < end; at += 1) {
    const sign = source.text[at];
    const section = sign === SIGN.page ? sections.get(at + 1) : undefined;
    if (sign !== SIGN.paragraph && sign !== SIGN.cell && section === undefined) continue;
    writer.paragraph(from, at, section ?? '');
    from = at + 1;
  }
  if (from < end) writer.paragraph(from, end, '');
  return writer.finish();
}

class StoryWriter {
  readonly #source: WordText;
  readonly #signs: Signs;
  readonly #out: string[] = [];
  readonly #table = new TableWriter();
  #isInTable = false;
  /** For each field around here, whether what it is goes on. */
  readonly #fields: boolean[] = [];

  constructor(source: WordText, signs: Signs) {
    this.#source = source;
    this.#signs = signs;
  }

  /** Writes a paragraph whose mark stands at `end`. */
  paragraph(start: number, end: number, section: string): void {
    const properties = this.#source.paragraphAt(end);
    const runs = this.#runs(start, end);
    const style = `<w:pStyle w:val="${styleId(properties.style)}"/>`;
    const markup = `<w:p><w:pPr>${style}${properties.markup}${section}</w:pPr>${runs}</w:p>`;
    if (properties.tables === 0) {
      this.#endTable();
      this.#out.push(markup);
      return;
    }
    this.#isInTable = true;
    const endsCell = this.#source.text[end] === SIGN.cell;
    if (endsCell && properties.endsRow) this.#table.endRow(properties.row);
    else this.#table.add(markup);
    if (endsCell && !properties.endsRow) this.#table.endCell();
  }

  finish(): string {
    this.#endTable();
    return this.#out.join('');
  }

  #endTable(): void {
    if (this.#isInTable) this.#out.push(this.#table.take());
    this.#isInTable = false;
  }

  #runs(start: number, end: number): string {
    const runs: string[] = [];
    for (let at = start; at < end; ) {
      const run = this.#source.runAt(at);
      const stop = Math.min(run.end, end);
      const content = run.look.isDeleted ? '' : this.#content(at, stop, run.look);
      if (content !== '') runs.push(`<w:r><w:rPr>${run.look.markup}</w:rPr>${content}</w:r>`);
      at = stop;
    }
    return runs.join('');
  }

  #content(start: number, end: number, look: RunProperties): string {
    let markup = '';
    let text = '';
    const endText = () => {
      if (text !== '') markup += `<w:t xml:space="preserve">${markupText(text)}</w:t>`;
      text = '';
    };
    for (let at = start; at < end; at += 1) {
      const sign = this.#source.text[at] ?? '';
      if (this.#followsField(sign)) continue;
      if (this.#fields.includes(true)) continue;
      const isPlain = sign >= ' ' && sign !== '' && !(look.isSpecial && sign === SIGN.symbol);
      if (isPlain) {
        text += sign;
        continue;
      }
      endText();
      markup += this.#markupOf(sign, at, look);
    }
    endText();
    return markup;
  }

  #markupOf(sign: string, at: number, look: RunProperties): string {
    switch (sign) {
      case '\t':
        return '<w:tab/>';
      case SIGN.line:
        return '<w:br/>';
      case SIGN.page:
        return '<w:br w:type="page"/>';
      case SIGN.column:
        return '<w:br w:type="column"/>';
      case SIGN.hyphen:
        return '<w:noBreakHyphen/>';
      case SIGN.symbol:
        return look.symbol === undefined ? '' : `<w:sym w:char="${look.symbol.toString(16)}"/>`;
      case SIGN.picture:
      case SIGN.note:
      case SIGN.comment:
      case SIGN.shape:
        return this.#signs(at, look);
      default:
        return '';
    }
  }

  /** Whether a sign is one of a field's. */
  #followsField(sign: string): boolean {
    if (sign === SIGN.fieldBegins) {
      if (this.#fields.length < MAX_FIELDS) this.#fields.push(true);
      return true;
    }
    if (sign === SIGN.fieldSays) {
      if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
      return true;
    }
    if (sign !== SIGN.fieldEnds) return false;
    this.#fields.pop();
    return true;
  }
}
