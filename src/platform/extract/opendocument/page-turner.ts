import type { Attributes, XmlHandlers } from '../package/xml.ts';
import type { Place } from '../paging/flow.ts';

/** Characters of a word that stays together. */
const LONGEST_WORD = 60;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

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
      const begin = Math.max(from, wordBegin(text, at));
      if (begin > from) this.#follower.text(text.slice(from, begin));
      from = begin;
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

/** Where a page may begin that would at a place in a text: before the word that is there, if that is not too long for one. */
function wordBegin(text: string, at: number): number {
  if (!LETTER.test(text[at] ?? '') || !LETTER.test(text[at - 1] ?? '')) return at;
  const word = /[^\s]+$/u.exec(text.slice(Math.max(0, at - LONGEST_WORD), at))?.[0].length ?? 0;
  return word < LONGEST_WORD ? at - word : at;
}
