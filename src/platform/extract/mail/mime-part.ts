import { bytesOf, decodeBytes, decodeHeader } from './mime-encodings.ts';

/** A part of a mail: its header's fields, and its content as it was sent, a character a byte. */
export type MimePart = {
  readonly fields: ReadonlyMap<string, string>;
  readonly content: string;
};

/** A field of the kind `multipart/mixed; boundary="x"`. */
type MimeField = { readonly value: string; readonly parameters: ReadonlyMap<string, string> };

/** Characters of a header, and fields that are looked at. */
const MAX_HEADER = 512 * 1024;
const MAX_FIELDS = 2_000;
const MAX_PARAMETERS = 100;
/** Parts of one part. */
const MAX_PARTS = 1_000;

/** Reads a part: fields up to the first empty line, then its content. Of fields of one name the first counts. */
export function mimePart(raw: string): MimePart {
  const head = raw.slice(0, MAX_HEADER);
  const end = /^\r?\n|\r?\n\r?\n/.exec(head);
  const header = end ? head.slice(0, end.index) : head;
  const fields = new Map<string, string>();
  for (const line of header
    .replace(/\r?\n[ \t]{1,100}/g, ' ')
    .split(/\r?\n/)
    .slice(0, MAX_FIELDS)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return { fields, content: end ? raw.slice(end.index + end[0].length) : '' };
}

/** The text of a field; undefined where there is none. */
export function textOfField(part: MimePart, name: string): string | undefined {
  const raw = part.fields.get(name);
  const text = raw === undefined ? '' : decodeHeader(raw);
  return text === '' ? undefined : text;
}

/** A field's value in small letters, and its parameters. */
export function structuredField(part: MimePart, name: string, otherwise: string): MimeField {
  const raw = part.fields.get(name) ?? otherwise;
  const [value = ''] = raw.split(';', 1);
  return { value: value.trim().toLowerCase(), parameters: parametersOf(raw.slice(value.length)) };
}

const PARAMETER =
  /;\s{0,40}([\w!#$&+.^`{}|~-]{1,80})(?:\*(\d{1,3}))?(\*)?\s{0,40}=\s{0,40}(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g;

/** Parameters by their names; those in several pieces, or of another encoding, whole again (RFC 2231, 3 and 4). */
function parametersOf(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  const pieces = new Map<
    string,
    { readonly at: number; readonly isEncoded: boolean; readonly text: string }[]
  >();
  let count = 0;
  for (const [, name = '', at, star, quoted, plain = ''] of raw.matchAll(PARAMETER)) {
    count += 1;
    if (count > MAX_PARAMETERS) break;
    const key = name.toLowerCase();
    const text = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
    if (at === undefined && star === undefined) {
      if (!found.has(key)) found.set(key, decodeHeader(text));
      continue;
    }
    const all = pieces.get(key) ?? [];
    all.push({ at: Number(at ?? 0), isEncoded: star !== undefined, text });
    pieces.set(key, all);
  }
  for (const [name, all] of pieces) {
    const inOrder = all.sort((a, b) => a.at - b.at);
    const [, charset, rest] = /^([\w.:-]{0,40})'[\w-]{0,40}'([\s\S]*)$/.exec(inOrder[0]?.text ?? '') ?? [];
    const bytes = inOrder.map(({ text, isEncoded }, index) => {
      const own = index === 0 && rest !== undefined ? rest : text;
      return isEncoded ? unescaped(own) : own;
    });
    found.set(name, decodeBytes(bytesOf(bytes.join('')), charset === '' ? undefined : charset));
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The parts of a multipart's content, between lines that begin with its boundary (RFC 2046, 5.1). */
export function partsOf(content: string, boundary: string): string[] {
  const parts: string[] = [];
  const mark = `--${boundary}`;
  let start: number | undefined;
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + mark.length)) {
    if (at > 0 && content[at - 1] !== '\n') continue;
    if (start !== undefined) parts.push(withoutLastBreak(content.slice(start, at)));
    const lineEnd = content.indexOf('\n', at);
    const isLast = content.startsWith('--', at + mark.length);
    start = isLast || lineEnd < 0 || parts.length >= MAX_PARTS ? undefined : lineEnd + 1;
    if (isLast) break;
  }
  // A mail that is cut off ends within its last part.
  if (start !== undefined) parts.push(content.slice(start));
  return parts;
}

function withoutLastBreak(text: string): string {
  if (!text.endsWith('\n')) return text;
  return text.slice(0, text.endsWith('\r\n') ? -2 : -1);
}
