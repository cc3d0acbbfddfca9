import { type Attributes, attribute } from '../package/xml.ts';
import { roman } from './roman.ts';

/** Numbers a document's notes as their references go by: the format keeps ids, which are not what is printed. */
export class NoteNumbers {
  readonly #numbers = { footnote: new Map<string, number>(), endnote: new Map<string, number>() };
  /** The note that is being read, in the part that holds them. */
  #current: number | undefined;

  /** What stands at an element of a body or of a note: the mark of the note that it refers to or is; '' for any other. */
  markAt(name: string, attributes: Attributes): string {
    const kind = /^(footnote|endnote)(Reference|Ref)?$/.exec(name);
    if (!kind) return '';
    const of = kind[1] === 'endnote' ? 'endnote' : 'footnote';
    const id = attribute(attributes, 'id') ?? '';
    if (kind[2] === undefined) this.#current = this.#numbers[of].get(id);
    // An own mark follows as text.
    else if (kind[2] === 'Reference')
      return attribute(attributes, 'customMarkFollows') === undefined
        ? this.#written(of, this.#number(of, id))
        : '';
    else if (this.#current !== undefined) return this.#written(of, this.#current);
    return '';
  }

  /** The mark of a footnote that was referred to; '' for one that was not, or has a mark of its own. */
  markOf(id: string): string {
    const number = this.#numbers.footnote.get(id);
    return number === undefined ? '' : this.#written('footnote', number);
  }

  #number(of: 'footnote' | 'endnote', id: string): number {
    const known = this.#numbers[of].get(id) ?? this.#numbers[of].size + 1;
    this.#numbers[of].set(id, known);
    return known;
  }

  /** As Word numbers them where nothing else is said: footnotes 1, 2, 3, endnotes i, ii, iii. */
  #written(of: 'footnote' | 'endnote', number: number): string {
    return of === 'footnote' ? String(number) : roman(number);
  }
}
