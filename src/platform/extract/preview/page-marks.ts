import type { PageBeginnings } from '../office/read-docx.ts';

/** Around a page's number where the page begins, in text that becomes HTML; neither is a letter of any script. */
const [OPEN, CLOSE] = ['\ue010', '\ue011'];
const MARK = new RegExp(`${OPEN}(\\d{1,4})${CLOSE}`, 'g');

/**
 * A body's XML with marks in its texts where pages after the first begin, which mammoth takes for text. Elements are counted as the reader
 * of texts counts them: without what is repeated for older programs.
 */
export function withPageMarks(body: string, begins: PageBeginnings): string {
  const pieces: string[] = [];
  let [taken, element, skipped, begun, at] = [0, 0, 0, 0, 0];
  for (;;) {
    const tag = nextTag(body, at);
    if (!tag || begun >= begins.length) break;
    at = tag.end;
    const isFallback = tag.name.endsWith('Fallback');
    if (tag.closes) skipped -= skipped > 0 ? 1 : 0;
    else if (skipped > 0 || isFallback) skipped += tag.isEmpty ? 0 : 1;
    else {
      element += 1;
      if (tag.name !== 'w:t' || tag.isEmpty) continue;
      const end = body.indexOf('<', at);
      const text = body.slice(at, end === -1 ? undefined : end);
      for (let next = begins[begun]; next && next.element <= element; next = begins[begun]) {
        const into = next.element === element ? lengthOf(text, next.offset) : 0;
        if (into === undefined) break;
        begun += 1;
        pieces.push(body.slice(taken, at + into), `${OPEN}${begun + 1}${CLOSE}`);
        taken = at + into;
      }
    }
  }
  return pieces.join('') + body.slice(taken);
}

/** HTML with elements where marks stand, which say the page that begins there. */
export function marksAsElements(html: string): string {
  const marked = html.replace(MARK, '<span data-page="$1"></span>');
  return marked === html ? html : `<span data-page="1"></span>${marked}`;
}

type Tag = {
  readonly name: string;
  readonly closes: boolean;
  readonly isEmpty: boolean;
  readonly end: number;
};

/** The next tag from a place on; undefined where there is none, or no end of one. */
function nextTag(body: string, from: number): Tag | undefined {
  for (let at = body.indexOf('<', from); at !== -1; at = body.indexOf('<', at)) {
    const passed = NO_TAGS.find(([begin]) => body.startsWith(begin, at));
    if (passed) {
      const end = body.indexOf(passed[1], at + passed[0].length);
      if (end === -1) return undefined;
      at = end + passed[1].length;
      continue;
    }
    const end = endOfTag(body, at);
    if (end === undefined) return undefined;
    const inner = body.slice(at + 1, end - 1);
    const name = /^\/?([^\s/]*)/.exec(inner)?.[1] ?? '';
    return { name, closes: inner.startsWith('/'), isEmpty: inner.endsWith('/'), end };
  }
  return undefined;
}

const NO_TAGS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Behind the sign that ends a tag; values may have that sign too. */
function endOfTag(body: string, from: number): number | undefined {
  let quote = '';
  for (let at = from; at < body.length; at += 1) {
    const sign = body[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return undefined;
}

/** How long the first characters of a text are as XML writes them; undefined where it has fewer. */
function lengthOf(text: string, characters: number): number | undefined {
  let count = 0;
  for (const { index, 0: written } of text.matchAll(/&[^;&<]{1,12};|[\s\S]/g)) {
    if (count >= characters) return index;
    const code = /^&#(x?)([\da-f]+);$/i.exec(written);
    count += Number.parseInt(code?.[2] ?? '', code?.[1] === '' ? 10 : 16) > 0xffff ? 2 : 1;
  }
  return count >= characters ? text.length : undefined;
}
