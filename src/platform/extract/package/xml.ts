import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type PieceDecoder, pieceDecoder } from '../encoding/decode.ts';
import { declaredEncoding } from '../encoding/text-encoding.ts';
import type { ZipEntry, ZipFile } from './zip.ts';

/** An element's attributes by their written names. */
export type Attributes = Readonly<Record<string, string>>;

/** What a reader of XML is told; names come without their prefix (transitional and strict dialect differ there). */
export type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** What stands in for what other programs know is told too, as `Fallback`; else it is dropped. */
  readonly fallbacks?: boolean;
  /** Asked between pieces; true ends reading. */
  readonly enough?: () => boolean;
};

/** An element of a small part, read whole. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: XmlNode[];
  /** The text directly in it. */
  text: string;
};

const MAX_DEPTH = 1_000;
const MAX_ERRORS = 50;
/** Characters of a text that are read at once. */
const PIECE = 64 * 1024;
/** Nodes of a part that is read as a tree. */
const MAX_NODES = 400_000;

/** The XML is too deep, or too broken to make sense of. */
class BrokenXml extends Error {
  override readonly name = 'BrokenXml';
}

/** The name without its namespace prefix. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute by its name, whatever its prefix; one without a prefix wins. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) {
    if (key.length > name.length && key.endsWith(name) && key[key.length - name.length - 1] === ':') {
      return attributes[key];
    }
  }
  return undefined;
}

/** An attribute that must have a prefix, such as `r:id` beside `id`. */
export function prefixedAttribute(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) {
    if (key.endsWith(`:${name}`)) return attributes[key];
  }
  return undefined;
}

/**
 * A push parser that never expands entities, never reads anything else, drops `mc:Fallback` unless it is asked for, and forgives small faults.
 */
class XmlReader {
  readonly #parser = new SaxesParser();
  readonly #handlers: XmlHandlers;
  #depth = 0;
  #skipFrom = 0;
  #errors = 0;

  constructor(handlers: XmlHandlers) {
    this.#handlers = handlers;
    this.#parser.on('error', () => {
      this.#errors += 1;
      if (this.#errors > MAX_ERRORS) throw new BrokenXml('too many faults');
    });
    this.#parser.on('opentag', (tag: SaxesTagPlain) => this.#open(tag.name, tag.attributes));
    this.#parser.on('closetag', (tag: SaxesTagPlain) => this.#close(tag.name));
    const text = (chunk: string) => {
      if (this.#skipFrom === 0) this.#handlers.text?.(chunk);
    };
    this.#parser.on('text', text);
    this.#parser.on('cdata', text);
  }

  write(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.close();
  }

  #open(name: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new BrokenXml('too deep');
    if (this.#skipFrom > 0) return;
    const local = localName(name);
    if (local === 'Fallback' && !this.#handlers.fallbacks) this.#skipFrom = this.#depth;
    else this.#handlers.open?.(local, attributes);
  }

  #close(name: string): void {
    const depth = this.#depth;
    this.#depth -= 1;
    if (this.#skipFrom > 0) {
      if (depth === this.#skipFrom) this.#skipFrom = 0;
      return;
    }
    this.#handlers.close?.(localName(name));
  }
}

/** By its mark, the shape of its first character, or what it declares (XML 1.0, appendix F). */
function decoderFor(first: Uint8Array): PieceDecoder {
  const start = `${first[0]},${first[1]}`;
  if (start === '255,254' || start === '60,0') return pieceDecoder('utf-16le');
  if (start === '254,255' || start === '0,60') return pieceDecoder('utf-16be');
  const declared = declaredEncoding(first.subarray(0, 300));
  return pieceDecoder(declared === undefined || declared.startsWith('utf-') ? 'utf-8' : declared);
}

/**
 * Reads a part of a package. What was told before a fault stays told: false says that there was one.
 * Throws `ZipBomb` and `DamagedZip` from unpacking.
 */
export function readXmlPart(zip: ZipFile, entry: ZipEntry, handlers: XmlHandlers): boolean {
  const reader = new XmlReader(handlers);
  let decoder: PieceDecoder | undefined;
  let whole = true;
  try {
    zip.stream(entry, (chunk) => {
      decoder ??= decoderFor(chunk);
      reader.write(decoder.write(chunk));
      whole = !handlers.enough?.();
      return whole;
    });
    if (whole) reader.end();
    return true;
  } catch (error) {
    if (error instanceof BrokenXml) return false;
    throw error;
  }
}

/** Reads XML that is text already; false says that there was a fault, after which nothing was told. */
export function readXmlText(text: string, handlers: XmlHandlers): boolean {
  const reader = new XmlReader(handlers);
  try {
    for (let at = 0; at < text.length; at += PIECE) {
      reader.write(text.slice(at, at + PIECE));
      if (handlers.enough?.()) return true;
    }
    reader.end();
    return true;
  } catch (error) {
    if (error instanceof BrokenXml) return false;
    throw error;
  }
}

/** Reads a small part whole; undefined when it is broken at its root. Elements past the limit are left out. `fallbacks`: `mc:Fallback` is in it too. */
export function readXmlTree(zip: ZipFile, entry: ZipEntry, fallbacks = false): XmlNode | undefined {
  const { root, handlers } = treeBuilder(fallbacks);
  readXmlPart(zip, entry, handlers);
  return root.children[0];
}

/** Reads elements beside each other whole, as far as there is no fault: the children of a root that is none of theirs. */
export function readXmlPieces(text: string): readonly XmlNode[] {
  const { root, handlers } = treeBuilder(false);
  readXmlText(`<pieces>${text}</pieces>`, handlers);
  return root.children[0]?.children ?? [];
}

function treeBuilder(fallbacks: boolean): { readonly root: XmlNode; readonly handlers: XmlHandlers } {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const stack: XmlNode[] = [root];
  let nodes = 0;
  const handlers: XmlHandlers = {
    fallbacks,
    open: (name, attributes) => {
      const node: XmlNode = { name, attributes, children: [], text: '' };
      stack.at(-1)?.children.push(node);
      stack.push(node);
      nodes += 1;
    },
    close: () => {
      if (stack.length > 1) stack.pop();
    },
    text: (piece) => {
      const top = stack.at(-1);
      if (top) top.text += piece;
    },
    enough: () => nodes > MAX_NODES,
  };
  return { root, handlers };
}

/** The first child of this name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

/** The element down this path of names. */
export function descend(node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined {
  let at = node;
  for (const name of names) at = child(at, name);
  return at;
}

/** Every element of this name below, in document order. */
export function* allNamed(node: XmlNode | undefined, name: string): Generator<XmlNode> {
  if (!node) return;
  for (const one of node.children) {
    if (one.name === name) yield one;
    yield* allNamed(one, name);
  }
}
