import { decodeHTML } from 'entities';
import { withoutStrokes } from '../../../shared/struck.ts';
import { marks, type RunMarks, withMarks } from '../text/run-marks.ts';
import { HiddenElements, hiddenWithin, joinHidden } from './hidden-html.ts';
import { styleRules } from './hiding-styles.ts';

/** What an HTML document says: its words, its title and its first heading. */
type HtmlText = {
  /** What is hidden by its style stands in it as `HiddenParts` tells it apart. */
  readonly text: string;
  readonly title: string | undefined;
  readonly heading: string | undefined;
  readonly language: string | undefined;
};

/** Elements whose content is not text, read as raw text up to their end tag. */
const RAW = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'noembed',
  'xmp',
]);
const BLOCKS =
  /^(address|article|aside|blockquote|body|br|button|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|nav|ol|option|p|pre|section|summary|table|tbody|tfoot|thead|title|tr|ul)$/;

/** Elements that raise, lower or strike, by themselves or by a style. */
const MARKING = /^(sup|sub|s|del|strike|span|font|a|em|strong|b|i)$/;
const MAX_MARKING = 200;
const STYLE = /\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** Character references decoded as browsers do; a soft hyphen is no character of its word. */
function decodeEntities(text: string): string {
  return decodeHTML(text).replace(/\u00ad/g, '');
}

/**
 * HTML's words by a tokenizer without a tree: linear in time, no recursion, nothing fetched. `fragment`: line breaks of
 * the source are kept, as in Markdown around a tag.
 */
export function htmlText(html: string, fragment = false): HtmlText {
  const reader = new HtmlReader(html, fragment);
  reader.read();
  return reader.result();
}

/** HTML in which what is hidden by its style says so (`data-hidden`): whoever shows it knows no styles. */
export function htmlWithHidden(html: string): string {
  const reader = new HtmlReader(html, false);
  reader.read();
  const pieces: string[] = [];
  let from = 0;
  for (const at of reader.hides) {
    pieces.push(html.slice(from, at), ' data-hidden="true"');
    from = at;
  }
  return [...pieces, html.slice(from)].join('');
}

class HtmlReader {
  readonly #html: string;
  readonly #fragment: boolean;
  #out: string[] = [];
  #title: string[] | undefined;
  #titleDone: string | undefined;
  #heading: string[] | undefined;
  #headingDone: string | undefined;
  #language: string | undefined;
  #pre = 0;
  /** Elements around here that raise, lower or strike, and others of the same names. */
  readonly #hidden: HiddenElements;
  /** Where tags end of elements that hide something. */
  readonly hides: number[] = [];
  readonly #marking: { readonly tag: string; readonly marks: RunMarks }[] = [];

  constructor(html: string, fragment: boolean) {
    this.#html = html;
    this.#hidden = new HiddenElements(styleRules(html));
    this.#fragment = fragment;
  }

  result(): HtmlText {
    const text = joinHidden(this.#out)
      // A run of spaces is looked at from its beginning only: it may be as long as the text.
      .replace(/(?:(?<![ \t])[ \t]+)?\n[ \t]*/g, '\n')
      .replace(/\n{3,}/g, '\n\n');
    return {
      text,
      title: this.#titleDone,
      heading: this.#headingDone,
      language: this.#language,
    };
  }

  read(): void {
    const html = this.#html;
    let at = 0;
    while (at < html.length) {
      const open = html.indexOf('<', at);
      this.#text(html.slice(at, open === -1 ? html.length : open));
      if (open === -1) return;
      at = this.#markup(open);
    }
  }

  /** Handles what begins with '<'; returns where the text goes on. */
  #markup(open: number): number {
    const html = this.#html;
    if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
    if (html[open + 1] === '!' || html[open + 1] === '?') return after(html, '>', open + 2);
    const name = /^<(\/?)([a-z][a-z0-9-]{0,40})/i.exec(html.slice(open, open + 48));
    if (!name) {
      this.#text('<');
      return open + 1;
    }
    const end = tagEnd(html, open + name[0].length);
    const tag = (name[2] ?? '').toLowerCase();
    if (name[1]) this.#closeTag(tag);
    else {
      const attributes = html.slice(open + name[0].length, end - 1);
      if (this.#hidden.begin(tag, attributes)) this.hides.push(open + name[0].length);
      this.#openTag(tag, attributes);
      if (RAW.has(tag) && !attributes.endsWith('/')) return this.#skipRaw(tag, end);
    }
    return end;
  }

  #skipRaw(tag: string, from: number): number {
    const close = new RegExp(`</${tag}[\\s/>]`, 'gi');
    close.lastIndex = from;
    const match = close.exec(this.#html);
    return match ? tagEnd(this.#html, match.index + tag.length + 2) : this.#html.length;
  }

  #openTag(tag: string, attributes: string): void {
    if (MARKING.test(tag) && this.#marking.length < MAX_MARKING && !attributes.endsWith('/'))
      this.#marking.push({ tag, marks: marksOf(tag, attributes) });
    if (tag === 'title') this.#title ??= [];
    if (tag === 'h1' && this.#headingDone === undefined) this.#heading = [];
    if (tag === 'html') this.#language = /\blang\s*=\s*["']?([a-z-]{2,20})/i.exec(attributes)?.[1];
    if (tag === 'pre') this.#pre += 1;
    if (tag === 'td' || tag === 'th') this.#out.push('\t');
    if (tag === 'img')
      this.#text(
        ` ${/\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.slice(1).find(Boolean) ?? ''} `,
      );
    this.#block(tag);
  }

  #closeTag(tag: string): void {
    this.#hidden.end(tag);
    const opened = this.#marking.findLastIndex((one) => one.tag === tag);
    if (opened >= 0) this.#marking.length = opened;
    if (tag === 'title' && this.#title) this.#titleDone ??= this.#title.join('');
    if (tag === 'title') this.#title = undefined;
    if (tag === 'h1' && this.#heading) {
      this.#headingDone ??= this.#heading.join('').trim() || undefined;
      this.#heading = undefined;
    }
    if (tag === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    this.#block(tag);
  }

  get #marks(): RunMarks {
    return Object.assign({}, ...this.#marking.map(({ marks: own }) => own));
  }

  #block(tag: string): void {
    const line = hiddenWithin('\n', this.#hidden.isHidden);
    if (BLOCKS.test(tag)) this.#out.push(line);
    if (tag === 'p' || /^h[1-6]$/.test(tag)) this.#out.push(line);
  }

  #text(raw: string): void {
    if (raw === '') return;
    const decoded = decodeEntities(raw);
    const text = this.#pre > 0 || this.#fragment ? decoded : decoded.replace(/\s+/g, ' ');
    if (this.#title) {
      this.#title.push(text);
      return;
    }
    const marked = this.#marking.length === 0 ? text : withMarks(text, this.#marks);
    if (!this.#hidden.isHidden) this.#heading?.push(withoutStrokes(marked));
    this.#out.push(hiddenWithin(marked, this.#hidden.isHidden));
  }
}

/** What an element says of the characters in it, by its name or its own style. */
function marksOf(tag: string, attributes: string): RunMarks {
  const style = STYLE.exec(attributes)?.slice(1).find(Boolean) ?? '';
  const shift = /vertical-align\s*:\s*(super|sub)\b/i.exec(style)?.[1]?.toLowerCase();
  const level =
    tag === 'sup' || shift === 'super' ? 'raised' : tag === 'sub' || shift === 'sub' ? 'lowered' : undefined;
  return marks(level, /^(s|del|strike)$/.test(tag) || style.split(';').some(strikesThrough));
}

function strikesThrough(declaration: string): boolean {
  return /^\s*text-decoration[a-z-]*\s*:/i.test(declaration) && /line-through/i.test(declaration);
}

function after(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from);
  return at === -1 ? html.length : at + end.length;
}

/** Behind a tag's '>', which does not count inside quotes. */
function tagEnd(html: string, from: number): number {
  let quote: string | undefined;
  const limit = Math.min(html.length, from + 100_000);
  for (let i = from; i < limit; i += 1) {
    const character = html[i];
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if ((character === '"' || character === "'") && html[i - 1] === '=') quote = character;
    else if (character === '>') return i + 1;
  }
  return after(html, '>', from);
}
