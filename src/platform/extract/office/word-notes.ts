import type { PageText } from '../../../engine/ports/extractor.ts';
import { writeAt } from '../../../shared/raised.ts';
import { type Attributes, attribute } from '../package/xml.ts';
import type { NoteNumbers } from './note-numbers.ts';

/** What a note says, shown and hidden. */
export type NoteText = Pick<PageText, 'text' | 'hiddenText'>;
/** Notes by their ids, of the kinds that stand on the page of what they belong to. */
export type NotesById = Readonly<Record<'footnote' | 'comment', ReadonlyMap<string, NoteText>>>;

/** Keeps a document's footnotes and comments until the page ends that refers to them. */
export class PageNotes {
  readonly #numbers: NoteNumbers;
  readonly #notes: NotesById;
  readonly #placed = new Set<NoteText>();
  #waiting: NoteText[] = [];

  constructor(notes: NotesById, numbers: NoteNumbers) {
    this.#notes = notes;
    this.#numbers = numbers;
  }

  /** Sees an element of the body. */
  open(name: string, attributes: Attributes): void {
    const kind = name === 'footnoteReference' ? 'footnote' : 'comment';
    if (kind === 'comment' && name !== 'commentReference') return;
    const id = attribute(attributes, 'id') ?? '';
    const note = this.#notes[kind].get(id);
    if (!note || this.#placed.has(note)) return;
    this.#placed.add(note);
    const mark = kind === 'footnote' ? this.#numbers.markOf(id) : '';
    this.#waiting.push(
      mark === '' ? note : { ...note, text: `${writeAt('raised', mark)} ${note.text.trimStart()}` },
    );
  }

  /** The notes of the page that ends. */
  take(): readonly NoteText[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** The notes that nothing referred to. */
  rest(): readonly NoteText[] {
    const all = [...this.#notes.footnote.values(), ...this.#notes.comment.values()];
    return all.filter(
      (note) => !this.#placed.has(note) && (note.text !== '' || note.hiddenText !== undefined),
    );
  }
}
