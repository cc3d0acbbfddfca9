import type { OfficePackage } from '../package/office-package.ts';
import type { Attributes } from '../package/xml.ts';
import type { Place } from '../paging/flow.ts';

/** An element, or a piece of text between elements: that has no name. */
export type OdfNode = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: OdfNode[];
  readonly text: string;
  /** Where it begins. Of text: characters behind the beginning of the element that began last, be that over or not. */
  readonly place: Place;
};

/** What of a part is read as trees. */
type Wanted = {
  readonly part: string;
  /** Elements right below the first one of this name. */
  readonly holder: string;
  /** Elements that are left out with what stands in them. */
  readonly without?: RegExp;
  /** Reading ends at an element of this name. */
  readonly until?: string;
};

/** Nodes of one block that are kept. */
const MAX_NODES = 400_000;

/** Hands on each element right below a holder as a tree; answers whether it came to where it was to end. */
export function readOdfBlocks(office: OfficePackage, wanted: Wanted, use: (block: OdfNode) => void): boolean {
  const reader = new BlockReader(wanted, use);
  office.read(wanted.part, reader);
  return reader.isEnded;
}

class BlockReader {
  isEnded = false;
  readonly #wanted: Wanted;
  readonly #use: (block: OdfNode) => void;
  readonly #stack: OdfNode[] = [];
  #element = 0;
  #offset = 0;
  #leftOut = 0;
  #nodes = 0;
  #isPast = false;
  #inHolder = false;

  constructor(wanted: Wanted, use: (block: OdfNode) => void) {
    this.#wanted = wanted;
    this.#use = use;
  }

  enough = (): boolean => this.isEnded || this.#isPast;

  open = (name: string, attributes: Attributes): void => {
    this.#element += 1;
    this.#offset = 0;
    if (this.enough()) return;
    if (!this.#inHolder) {
      this.#inHolder = name === this.#wanted.holder;
      return;
    }
    if (this.#leftOut > 0 || this.#wanted.without?.test(name)) {
      this.#leftOut += 1;
      return;
    }
    this.isEnded = name === this.#wanted.until;
    if (this.#stack.length === 0) this.#nodes = 0;
    this.#stack.push(this.#node(name, attributes, ''));
  };

  close = (): void => {
    if (this.#leftOut > 0) {
      this.#leftOut -= 1;
      return;
    }
    if (!this.#inHolder || this.enough()) return;
    const node = this.#stack.pop();
    if (!node) this.#isPast = true;
    else if (this.#stack.length === 0) this.#use(node);
  };

  text = (text: string): void => {
    if (this.#stack.length > 0 && this.#leftOut === 0) this.#node('', {}, text);
    this.#offset += text.length;
  };

  /** A node, as a child of what it stands in as long as there is room. */
  #node(name: string, attributes: Attributes, text: string): OdfNode {
    const place = { element: this.#element, offset: this.#offset };
    const node: OdfNode = { name, attributes, children: [], text, place };
    this.#nodes += 1;
    if (this.#nodes <= MAX_NODES) this.#stack.at(-1)?.children.push(node);
    return node;
  }
}
