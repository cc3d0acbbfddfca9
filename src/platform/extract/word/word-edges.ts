import { isOn } from '../office/word-paragraph.ts';
import type { OfficePackage } from '../package/office-package.ts';
import { attribute, type XmlNode } from '../package/xml.ts';
import { BlockReader } from './word-blocks.ts';
import type { WordBlock } from './word-page.ts';

/** Bytes of a header's or footer's part, unpacked. */
const MAX_BYTES = 1024 * 1024;

/** Which page of a document, and whether it is the first of its section. */
type PageOfSection = { readonly page: number; readonly isFirst: boolean };

/**
 * What stands above or below on a page (1-based): the part that the last of the sections' properties, as they are written, names for it, or one
 * before; of a section's first page its own where it has one, of even pages theirs (ECMA-376 part 1, 17.10.1, 17.10.5 and 17.10.6).
 */
export function readEdge(
  office: OfficePackage,
  mainPart: string,
  sections: readonly string[],
  of: 'header' | 'footer',
  { page, isFirst }: PageOfSection,
): readonly WordBlock[] {
  const hasTitlePage = /<(?:\w+:)?titlePg(?:\s[^>]*w:val="(?:1|true|on)"[^>]*)?\s*\/?>/.test(
    sections.at(-1) ?? '',
  );
  const hasEven = page % 2 === 0 && hasEvenPages(office, mainPart);
  const type = hasTitlePage && isFirst ? 'first' : hasEven ? 'even' : 'default';
  const id = sections
    .toReversed()
    .map((one) => referenceIn(one, of, type))
    .find((one) => one !== undefined);
  const part = office.target(mainPart, id);
  if (part === undefined || (office.zip.find(part)?.size ?? MAX_BYTES) >= MAX_BYTES) return [];
  const root = office.tree(part);
  if (!root) return [];
  const reader = new BlockReader(office, mainPart, 1, part);
  for (const block of numbered(root, page).children) reader.add(block, 1);
  return reader.blocks;
}

/** Whether even pages have headers and footers of their own. */
function hasEvenPages(office: OfficePackage, mainPart: string): boolean {
  return isOn(office.tree(office.related(mainPart, 'settings')[0]), 'evenAndOddHeaders');
}

function referenceIn(section: string, of: 'header' | 'footer', type: string): string | undefined {
  for (const [written] of section.matchAll(new RegExp(`<(?:\\w+:)?${of}Reference\\b[^>]*>`, 'g'))) {
    if ((/\bw:type="(\w+)"/.exec(written)?.[1] ?? 'default') === type)
      return /\br:id="([^"]+)"/.exec(written)?.[1];
  }
  return undefined;
}

/** The same with the page's number in place of the one that was written last. */
function numbered(root: XmlNode, page: number): XmlNode {
  const field = { isPage: false, isResult: false, isWritten: false };
  const read = (node: XmlNode): XmlNode => {
    if (node.name === 'fldChar') {
      const kind = attribute(node.attributes, 'fldCharType');
      field.isResult = kind === 'separate';
      if (kind !== 'separate') [field.isPage, field.isWritten] = [false, false];
    } else if (node.name === 'instrText') field.isPage ||= /^\s*PAGE\b/.test(node.text);
    else if (node.name === 't' && field.isPage && field.isResult) {
      const text = field.isWritten ? '' : String(page);
      field.isWritten = true;
      return { ...node, text };
    } else if (node.name === 'fldSimple' && /^\s*PAGE\b/.test(attribute(node.attributes, 'instr') ?? '')) {
      [field.isPage, field.isResult, field.isWritten] = [true, true, false];
      const simple = { ...node, children: node.children.map(read) };
      [field.isPage, field.isResult] = [false, false];
      return simple;
    }
    return { ...node, children: node.children.map(read) };
  };
  return read(root);
}
