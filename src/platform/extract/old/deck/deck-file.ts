import { LooseBytes } from '../../encoding/loose-bytes.ts';
import type { CompoundFile } from '../../package/compound-file.ts';
import { Unreadable } from '../../reading/reading.ts';
import { MAX_STREAM, streamOf } from '../common/streams.ts';
import { type DeckRecord, RECORD, recordAt, recordsIn, within } from './records.ts';

/** A slide, master or page of notes as the presentation lists it, with the texts that the list holds for it. */
export type Listed = {
  readonly id: number;
  readonly record: DeckRecord;
  /** Records of text, one group for each box. */
  readonly texts: readonly (readonly DeckRecord[])[];
};

/** What a presentation is made of (MS-PPT 2.1.2): saved again and again, the last state of each part counts. */
export type DeckFile = {
  readonly document: DeckRecord;
  readonly slides: readonly Listed[];
  readonly masters: ReadonlyMap<number, Listed>;
  readonly notes: ReadonlyMap<number, Listed>;
};

const LIST = { slides: 0, masters: 1, notes: 2 } as const;
const LOCKED = 0xf3d1c4df;
const MAX_EDITS = 10_000;
const MAX_PARTS = 200_000;
const MAX_SLIDES = 10_000;

/** Follows a presentation's last state. Throws `Damaged`, or `Unreadable` where it needs a password or is of another kind. */
export function readDeckFile(compound: CompoundFile): DeckFile {
  const stream = streamOf(compound, 'PowerPoint Document');
  const user = compound.root.children.find(({ name }) => name.toLowerCase() === 'current user');
  const current = new LooseBytes((user && compound.read(user, MAX_STREAM)) ?? new Uint8Array());
  if (current.u32(12) === LOCKED) throw new Unreadable('encrypted', 1);
  const edits = [current.length >= 20 ? current.u32(16) : -1, ...editsIn(stream)].find(
    (at) => recordAt(stream, at)?.type === RECORD.edit,
  );
  const places = edits === undefined ? undefined : placesOf(stream, edits);
  if (places?.isLocked) throw new Unreadable('encrypted', 1);
  const document = places && recordAt(stream, places.of.get(places.document) ?? -1);
  // Of a broken file the parts stand there still, in the order in which they were saved.
  const whole = document?.type === RECORD.document ? document : lastDocument(stream);
  // PowerPoint 95 wrote its parts in another way.
  if (!whole) throw new Unreadable('unsupported', 1);
  const at = (id: number) => recordAt(stream, places?.of.get(id) ?? -1);
  const byId = (all: readonly Listed[]) => new Map(all.map((one) => [one.id, one]));
  return {
    document: whole,
    slides: listed(whole, LIST.slides, at),
    masters: byId(listed(whole, LIST.masters, at)),
    notes: byId(listed(whole, LIST.notes, at)),
  };
}

/** Where the edits stand, the last one first. */
function editsIn(stream: LooseBytes): number[] {
  const found: number[] = [];
  for (let at = 0, seen = 0; seen < MAX_PARTS; seen += 1) {
    const record = recordAt(stream, at);
    if (!record) break;
    if (record.type === RECORD.edit) found.push(at);
    at += 8 + stream.u32(at + 4);
  }
  return found.reverse();
}

function lastDocument(stream: LooseBytes): DeckRecord | undefined {
  return recordsIn(stream).findLast(({ type }) => type === RECORD.document);
}

/** Where each part lies by its number: each edit names those that it wrote (MS-PPT 2.3.3 and 2.3.4). */
function placesOf(stream: LooseBytes, last: number) {
  const of = new Map<number, number>();
  const seen = new Set<number>();
  const first = recordAt(stream, last)?.body;
  for (let at = last; !seen.has(at) && seen.size < MAX_EDITS; ) {
    seen.add(at);
    const edit = recordAt(stream, at);
    if (edit?.type !== RECORD.edit) break;
    const directory = recordAt(stream, edit.body.u32(12));
    if (directory?.type === RECORD.directory) addPlaces(directory.body, of);
    at = edit.body.u32(8);
    if (at === 0) break;
  }
  return {
    of,
    document: first?.u32(16) ?? 0,
    isLocked: (first?.length ?? 0) >= 32 && first?.u32(28) !== 0,
  };
}

function addPlaces(directory: LooseBytes, places: Map<number, number>): void {
  for (let at = 0; at + 4 <= directory.length; ) {
    const head = directory.u32(at);
    const [first, count] = [head & 0xfffff, head >>> 20];
    at += 4;
    for (let index = 0; index < count && at + 4 <= directory.length; index += 1, at += 4) {
      if (places.size > MAX_PARTS) return;
      if (!places.has(first + index)) places.set(first + index, directory.u32(at));
    }
  }
}

/** Reads a list of slides (MS-PPT 2.4.14.3): each entry is followed by its texts. */
function listed(document: DeckRecord, list: number, at: (id: number) => DeckRecord | undefined): Listed[] {
  const found: { id: number; record: DeckRecord; texts: DeckRecord[][] }[] = [];
  const lists = within(document, RECORD.list).filter(({ instance }) => instance === list);
  for (const one of lists.flatMap(({ body }) => recordsIn(body))) {
    if (one.type === RECORD.listed) {
      const record = at(one.body.u32(0));
      if (found.length >= MAX_SLIDES) break;
      // A part that is not there has no content, but its texts stand here.
      found.push({ id: one.body.u32(12), record: record ?? one, texts: [] });
    } else if (one.type === RECORD.textKind) found.at(-1)?.texts.push([one]);
    else found.at(-1)?.texts.at(-1)?.push(one);
  }
  return found;
}
