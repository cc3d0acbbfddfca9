import { decodeText } from '../../encoding/decode.ts';
import { encodingOfCodePage } from '../../encoding/encodings.ts';
import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { CompoundFile } from '../../package/compound-file.ts';
import { markupText, type PackageWriter } from './made-package.ts';

/** A summary is a kilobyte or two, with a picture some hundred. */
const MAX_SUMMARY = 4 * 1024 * 1024;
const MAX_PROPERTIES = 100;
/** Properties of a summary by their numbers (MS-OLEPS 2.25, PIDSI). */
const PROPERTY = { codePage: 1, title: 2, subject: 3, author: 4, created: 12, modified: 13 } as const;
/** Types of values (MS-OLEPS 2.15). */
const TYPE = { i2: 2, text: 30, wide: 31, time: 64 } as const;
/** Milliseconds from 1601, when Windows' time begins, to 1970. */
const EPOCH = 11_644_473_600_000n;
const LONGEST = 2_000;

/** Writes what a compound file says of its document (title, author, dates) as core properties. */
export function addSummary(compound: CompoundFile, writer: PackageWriter): void {
  const entry = compound.root.children.find(({ name }) => name.toLowerCase() === '\u0005summaryinformation');
  const bytes = entry && compound.read(entry, MAX_SUMMARY);
  if (!bytes) return;
  const summary = new Summary(new LooseBytes(bytes));
  const element = (name: string, value: string | undefined) =>
    value === undefined ? '' : `<${name}>${markupText(value)}</${name}>`;
  const markup =
    element('dc:title', summary.text(PROPERTY.title)) +
    element('dc:subject', summary.text(PROPERTY.subject)) +
    element('dc:creator', summary.text(PROPERTY.author)) +
    element('dcterms:created', summary.time(PROPERTY.created)) +
    element('dcterms:modified', summary.time(PROPERTY.modified));
  const names =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"';
  const type = 'application/vnd.openxmlformats-package.core-properties+xml';
  writer.add('docProps/core.xml', type, `<cp:coreProperties ${names}>${markup}</cp:coreProperties>`);
  writer.relate('', 'core-properties', '/docProps/core.xml');
}

/** A property set's first section (MS-OLEPS 2.21). */
class Summary {
  readonly #bytes: LooseBytes;
  readonly #places = new Map<number, number>();

  constructor(bytes: LooseBytes) {
    this.#bytes = bytes;
    const section = bytes.u32(44);
    const count = Math.min(MAX_PROPERTIES, bytes.u32(section + 4));
    for (let at = 0; at < count; at += 1) {
      const place = section + 8 + at * 8;
      this.#places.set(bytes.u32(place), section + bytes.u32(place + 4));
    }
  }

  text(property: number): string | undefined {
    const at = this.#places.get(property);
    if (at === undefined) return undefined;
    const length = Math.min(LONGEST, this.#bytes.u32(at + 4));
    const type = this.#bytes.u16(at);
    if (type === TYPE.wide) return ended(this.#bytes.wide(at + 8, length));
    if (type !== TYPE.text) return undefined;
    const place = this.#places.get(PROPERTY.codePage);
    const page = place !== undefined && this.#bytes.u16(place) === TYPE.i2 ? this.#bytes.u16(place + 4) : 0;
    const encoding = page === 1200 ? 'utf-16le' : page === 65001 ? 'utf-8' : encodingOfCodePage(page);
    return ended(decodeText(this.#bytes.slice(at + 8, length).bytes, encoding ?? 'windows-1252'));
  }

  /** As ISO 8601 has it. */
  time(property: number): string | undefined {
    const at = this.#places.get(property);
    if (at === undefined || this.#bytes.u16(at) !== TYPE.time) return undefined;
    const ticks = (BigInt(this.#bytes.u32(at + 8)) << 32n) | BigInt(this.#bytes.u32(at + 4));
    const time = Number(ticks / 10_000n - EPOCH);
    return ticks === 0n || Math.abs(time) > 8.64e15 ? undefined : new Date(time).toISOString();
  }
}

function ended(text: string): string | undefined {
  const whole = text.split('\u0000', 1)[0]?.trim();
  return whole === '' ? undefined : whole;
}
