import { inflateSync } from 'node:zlib';
import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { CompoundFile } from '../../package/compound-file.ts';
import type { PackageWriter } from '../common/made-package.ts';
import { MAX_STREAM } from '../common/streams.ts';
import { type DeckRecord, RECORD, recordAt, within } from './records.ts';

/** Kinds of pictures by the types of their records (MS-ODRAW 2.2.23), with the instances that say that there are two digests before them. */
const KINDS: Readonly<Record<number, { readonly ending: string; readonly twice: readonly number[] }>> = {
  61466: { ending: 'emf', twice: [0x3d5] },
  61467: { ending: 'wmf', twice: [0x217] },
  61469: { ending: 'jpeg', twice: [0x46b, 0x6e3] },
  61470: { ending: 'png', twice: [0x6e1] },
};
const DIGEST = 16;
const METAFILE_FACTS = 34;
const PACKED = 0;
/** Bytes of all pictures that are taken over. */
const MAX_BYTES = 40_000_000;
/** Where an entry of the list of pictures says where its picture lies. */
const PLACE = 28;

/** Takes pictures of a presentation over into a package: each once, by its number in the presentation's list. */
export class DeckPictures {
  readonly #entries: readonly DeckRecord[];
  readonly #writer: PackageWriter;
  readonly #compound: CompoundFile;
  readonly #parts = new Map<number, string | undefined>();
  #stream: LooseBytes | undefined;
  #left = MAX_BYTES;

  constructor(document: DeckRecord, compound: CompoundFile, writer: PackageWriter) {
    this.#entries = within(document, RECORD.drawingGroup, 0xf000, RECORD.pictures, RECORD.picture);
    this.#compound = compound;
    this.#writer = writer;
  }

  /** The part of a picture (1-based); undefined where there is none of a kind that is drawn. */
  part(number: number): string | undefined {
    if (!this.#parts.has(number)) this.#parts.set(number, this.#take(number));
    return this.#parts.get(number);
  }

  #take(number: number): string | undefined {
    const place = this.#entries[number - 1]?.body.u32(PLACE);
    if (place === undefined) return undefined;
    const record = recordAt(this.#pictures(), place);
    const kind = record && KINDS[record.type];
    if (!kind) return undefined;
    const start = kind.twice.includes(record.instance) ? DIGEST * 2 : DIGEST;
    const isMetafile = kind.ending.endsWith('mf');
    const bytes = isMetafile
      ? this.#metafile(record.body, start)
      : record.body.slice(start + 1, record.body.length).bytes;
    if (!bytes || bytes.length > this.#left) return undefined;
    this.#left -= bytes.length;
    const name = `ppt/media/image${number}.${kind.ending}`;
    this.#writer.addBytes(name, bytes);
    return name;
  }

  #metafile(body: LooseBytes, start: number): Uint8Array | undefined {
    const bytes = body.slice(start + METAFILE_FACTS, body.length).bytes;
    if (body.u8(start + METAFILE_FACTS - 2) !== PACKED) return bytes;
    try {
      return inflateSync(bytes, { maxOutputLength: Math.max(1, this.#left) });
    } catch (error) {
      // What does not unpack, or to too much, is not drawn.
      if (error instanceof Error) return undefined;
      throw error;
    }
  }

  #pictures(): LooseBytes {
    if (!this.#stream) {
      const entry = this.#compound.root.children.find(({ name }) => name.toLowerCase() === 'pictures');
      this.#stream = new LooseBytes((entry && this.#compound.read(entry, MAX_STREAM)) ?? new Uint8Array());
    }
    return this.#stream;
  }
}
