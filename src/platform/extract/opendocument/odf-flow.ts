import { attribute } from '../package/xml.ts';
import type { FlowBlock, FlowParagraph, Piece } from '../paging/flow.ts';
import { faceNamed } from '../paging/font-metrics.ts';
import { heightOf, linesOf } from '../paging/lay-out-blocks.ts';
import type { OdfFormats, OdfRun } from './odf-formats.ts';
import { inList, type ListAround, nextLevel } from './odf-lists.ts';
import { OdfPieces } from './odf-pieces.ts';
import { readOdfTable } from './odf-table-flow.ts';
import type { OdfNode } from './odf-tree.ts';

/** Characters that are laid out of a document, and of its headers and notes. */
const MAX_LETTERS = 6_000_000;
/** Tables within tables that are read; the text of deeper ones has no place. */
const MAX_NESTING = 8;

/** Who is told what a text has below each other. */
export interface FlowSink {
  /** `style`: of the paragraph or table, with which pages may begin. */
  block(block: FlowBlock, style: string | undefined): void;
  beginSection?(style: string | undefined): void;
  endSection?(node: OdfNode): void;
}

/** Where blocks stand: in how many tables, and in which lists. */
type Around = { readonly depth: number; readonly list?: ListAround };

/** Makes the elements of a text paragraphs and tables as they are laid out. */
export class OdfFlow {
  readonly #formats: OdfFormats;
  readonly #addsSpaces: boolean;
  readonly #budget = { letters: MAX_LETTERS };
  readonly #notes = new Map<string, OdfNode>();
  readonly #noteHeights = new Map<string, number>();
  readonly #looks = new Map<string, { readonly look: FlowParagraph['look']; readonly run: OdfRun }>();

  constructor(formats: OdfFormats) {
    this.#formats = formats;
    this.#addsSpaces = formats.addsSpaces;
  }

  /** Tells of the paragraphs and tables of an element. */
  read(node: OdfNode, sink: FlowSink, around: Around = { depth: 0 }): void {
    switch (node.name) {
      case 'p':
      case 'h':
        sink.block(this.#paragraph(node, around.list), attribute(node.attributes, 'style-name'));
        return;
      case 'table':
        if (around.depth < MAX_NESTING) this.#readTable(node, sink, around);
        return;
      case 'list':
        this.#readItems(node, sink, { ...around, list: nextLevel(node, around.list) });
        return;
      case 'section':
        if (attribute(node.attributes, 'display') === 'none') return;
        sink.beginSection?.(attribute(node.attributes, 'style-name'));
        this.#readBelow(node, sink, around);
        sink.endSection?.(node);
        return;
      default:
        this.#readBelow(node, sink, around);
    }
  }

  /** The paragraphs and tables of an element that has no pages of its own. */
  blocksOf(node: OdfNode, depth = 0): FlowBlock[] {
    const blocks: FlowBlock[] = [];
    this.read(node, { block: (block) => blocks.push(block) }, { depth });
    return blocks;
  }

  /** How high a note is in a column, in points. */
  noteHeight(id: string, width: number): number {
    const key = `${id}/${width}`;
    const known = this.#noteHeights.get(key);
    if (known !== undefined) return known;
    const body = this.#notes.get(id);
    const height = body ? heightOf(linesOf(this.blocksOf(body), width)) : 0;
    this.#noteHeights.set(key, height);
    return height;
  }

  #readBelow(node: OdfNode, sink: FlowSink, around: Around): void {
    for (const one of node.children) this.read(one, sink, around);
  }

  /** Only what an item begins with has its sign. */
  #readItems(node: OdfNode, sink: FlowSink, around: Around & { readonly list: ListAround }): void {
    for (const item of node.children) {
      for (const [index, one] of item.children.filter(({ name }) => name !== '').entries()) {
        const hasSign = item.name === 'list-item' && index === 0;
        this.read(one, sink, { ...around, list: { ...around.list, hasSign } });
      }
    }
  }

  #readTable(node: OdfNode, sink: FlowSink, { depth }: Around): void {
    const table = readOdfTable(node, this.#formats, (cell) => this.#below(cell, depth + 1));
    sink.block(table, attribute(node.attributes, 'style-name'));
  }

  #below(node: OdfNode, depth: number): FlowBlock[] {
    return node.children.flatMap((one) => this.blocksOf(one, depth));
  }

  #paragraph(node: OdfNode, list: ListAround | undefined): FlowParagraph {
    const style = attribute(node.attributes, 'style-name');
    const { look, run } = this.#lookOf(style);
    const mark = { face: faceNamed(run.font, run.bold === true, run.italic === true), size: run.size ?? 0 };
    const item = inList(node, list, this.#formats, mark);
    const pieces: Piece[] = [];
    new OdfPieces(this.#formats, pieces, this.#budget, (id, body) => this.#notes.set(id, body)).read(
      node,
      run,
    );
    const isOwn = item === undefined || this.#formats.indentsItself(style);
    return {
      flow: 'paragraph',
      place: node.place,
      pieces,
      look: isOwn ? look : { ...look, ...item.look, tabs: [...(item.look.tabs ?? []), ...(look.tabs ?? [])] },
      mark,
      sign: item?.sign,
      style: this.#formats.knownName(style),
      addsSpaces: this.#addsSpaces,
    };
  }

  #lookOf(style: string | undefined): { readonly look: FlowParagraph['look']; readonly run: OdfRun } {
    const known = this.#looks.get(style ?? '') ?? {
      look: this.#formats.paragraph(style),
      run: this.#formats.run('paragraph', style),
    };
    this.#looks.set(style ?? '', known);
    return known;
  }
}
