import { zipSync } from 'fflate';
import { wellFormed } from '../../../../shared/well-formed.ts';
import { fileOfBytes } from '../../encoding/bytes.ts';
import { OfficePackage } from '../../package/office-package.ts';
import { ZipFile } from '../../package/zip.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CORE = `${PACKAGE}/relationships/metadata/core-properties`;
/** Names of the schemas that the parts' prefixes stand for. */
export const SCHEMAS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  `xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="${OFFICE}"`;

const ENCODER = new TextEncoder();

/** An old document written as today's package, in memory: whatever reads, pages and draws those reads it too. */
export type ModernDocument = {
  readonly office: OfficePackage;
  readonly mainPart: string;
  readonly bytes: Uint8Array;
  /** The document has more than was written. */
  readonly isCut: boolean;
};

/** Writes the parts of a package (ECMA-376 part 2) with the relationships by which they are found. */
export class PackageWriter {
  readonly #parts: Record<string, Uint8Array> = {};
  readonly #types: string[] = [];
  readonly #relationships = new Map<string, string[]>();

  /** Adds a part of markup; `type`: the end of its content type, `wordprocessingml.document.main`. */
  add(name: string, type: string, markup: string): void {
    this.#parts[name] = ENCODER.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${markup}`);
    const contentType = type.includes('/')
      ? type
      : `application/vnd.openxmlformats-officedocument.${type}+xml`;
    this.#types.push(`<Override PartName="/${name}" ContentType="${contentType}"/>`);
  }

  /** Adds a part of bytes. */
  addBytes(name: string, bytes: Uint8Array): void {
    this.#parts[name] = bytes;
  }

  /** Says that a part leads to another one; answers the relationship's id. `target`: from the root, with a leading slash. */
  relate(from: string, type: string, target: string): string {
    const lines = this.#relationships.get(from) ?? [];
    this.#relationships.set(from, lines);
    const id = `rId${lines.length + 1}`;
    const uri = type === 'core-properties' ? CORE : `${OFFICE}/${type}`;
    lines.push(`<Relationship Id="${id}" Type="${uri}" Target="${target}"/>`);
    return id;
  }

  /** The whole package. Not packed: it is read at once and thrown away. */
  finish(mainPart: string, isCut: boolean): ModernDocument {
    this.relate('', 'officeDocument', `/${mainPart}`);
    const parts = { ...this.#parts };
    for (const [from, lines] of this.#relationships) {
      const slash = from.lastIndexOf('/') + 1;
      const name = `${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`;
      parts[name] = ENCODER.encode(
        `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`,
      );
    }
    const defaults =
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>';
    parts['[Content_Types].xml'] = ENCODER.encode(
      `<Types xmlns="${PACKAGE}/content-types">${defaults}${this.#types.join('')}</Types>`,
    );
    const bytes = zipSync(parts, { level: 0 });
    return { office: new OfficePackage(new ZipFile(fileOfBytes(bytes))), mainPart, bytes, isCut };
  }
}

const REPLACED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for markup; characters that XML has not are left out. */
export function markupText(text: string): string {
  return wellFormed(text)
    .replace(/[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => REPLACED[sign] ?? '');
}
