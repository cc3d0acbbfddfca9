import type { Attributes, XmlHandlers } from '../package/xml.ts';
import type { Place } from '../paging/flow.ts';

/** Characters of a word that stays together. */
const LONGEST_WORD = 60;

/** Follows a part for another one and says where its pages begin, also within a text. */
export class PageTurner implements XmlHandlers {
  readonly #follower: Required<Pick<XmlHandlers, 'open' | 'close' | 'text' | 'enough'>>;
  readonly #begins: readonly Place[];
  readonly #turn: () => void;
  #turned = 0;
  #element = 0;
  #offset = 0;

  constructor(
    follower: Required<Pick<XmlHandlers, 'open' | 'close' | 'text' | 'enough'>>,
    begins: readonly Place[],
    turn: () => void,
  ) {
    this.#follower = follower;
    this.#begins = begins;
    this.#turn = turn;
  }

  enough = (): boolean => this.#follower.enough();

  open = (name: string, attributes: Attributes): void => {
    this.#element += 1;
    this.#offset = 0;
    this.#turnTo(0);
    this.#follower.open(name, attributes);
  };

  close = (name: string): void => this.#follower.close(name);

  text = (text: string): void => {
    let from = 0;
    this.#turnTo(this.#offset);
    for (let at = this.#nextIn(text.length); at !== undefined; at = this.#nextIn(text.length)) {
      const end = Math.max(from, endOfWord(text, at));
      if (end > from) this.#follower.text(text.slice(from, end));
      from = end;
      this.#turnTo(this.#offset + at);
    }
    if (from < text.length) this.#follower.text(text.slice(from));
    this.#offset += text.length;
  };

  /** Where within a text of this length that follows the next page begins. */
  #nextIn(length: number): number | undefined {
    const next = this.#begins[this.#turned];
    if (next?.element !== this.#element || next.offset >= this.#offset + length) return undefined;
    return next.offset - this.#offset;
  }

  /** Turns the pages that begin up to a place. */
  #turnTo(offset: number): void {
    for (let next = this.#begins[this.#turned]; next; next = this.#begins[this.#turned]) {
      if (next.element > this.#element || (next.element === this.#element && next.offset > offset)) return;
      this.#turned += 1;
      this.#turn();
    }
  }
}

/** Where the word before a place in a text begins or ended: a page does not begin within one, however long it is. */
function endOfWord(text: string, at: number): number {
  const word = /[\p{L}\p{N}\p{M}]/u;
  if (!word.test(text[at] ?? '') || !word.test(text[at - 1] ?? '')) return at;
  const space = text.slice(Math.max(0, at - LONGEST_WORD), at).search(/[^\s]+$/u);
  return space < 0 ? at : Math.max(0, at - LONGEST_WORD) + space;
}
