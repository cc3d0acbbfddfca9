import { attribute } from '../package/xml.ts';
import type { Piece, Place } from '../paging/flow.ts';
import { type Face, faceNamed } from '../paging/font-metrics.ts';
import { lengthIn } from '../paging/lengths.ts';
import { SMALL_CAPITALS, SMALL_LETTERS } from '../paging/read-flow.ts';
import type { OdfFormats, OdfRun } from './odf-formats.ts';
import type { OdfNode } from './odf-tree.ts';

const MAX_SPACES = 100;
/** Has no width, and a line may end at it. */
const NOTHING = '\u200b';

/** Makes what stands in a paragraph pieces of its lines. */
export class OdfPieces {
  readonly #formats: OdfFormats;
  readonly #pieces: Piece[];
  readonly #budget: { letters: number };
  readonly #note: (id: string, body: OdfNode) => void;

  /** `budget`: characters that may still be laid out; `note` is told of the notes below the page. */
  constructor(
    formats: OdfFormats,
    pieces: Piece[],
    budget: { letters: number },
    note: (id: string, body: OdfNode) => void,
  ) {
    this.#formats = formats;
    this.#pieces = pieces;
    this.#budget = budget;
    this.#note = note;
  }

  /** Reads all that stands in an element; `run`: what holds of its letters. */
  read(node: OdfNode, run: OdfRun): void {
    for (const one of node.children) this.#readOne(one, run);
  }

  #readOne(node: OdfNode, run: OdfRun): void {
    const { name, attributes, place } = node;
    switch (name) {
      case '':
        // As many characters as are written: places are counted in these.
        this.#addText(
          node.text.replace(/\s+/g, (all) => ` ${NOTHING.repeat(all.length - 1)}`),
          run,
          place,
        );
        return;
      case 's':
        this.#addText(' '.repeat(spaces(attribute(attributes, 'c'))), run, place);
        return;
      case 'tab':
        this.#pieces.push({ piece: 'tab', face: faceOf(run), size: run.size ?? 0, place });
        return;
      case 'line-break':
        this.#pieces.push({ piece: 'break', of: 'line', place });
        return;
      case 'note':
        this.#readNote(node, run);
        return;
      case 'span':
        this.read(node, this.#formats.run('text', attribute(attributes, 'style-name'), run));
        return;
      default:
        if (attribute(attributes, 'anchor-type') === undefined) this.read(node, run);
        else this.#pieces.push(...drawingPiece(node, this.#formats));
    }
  }

  #readNote(node: OdfNode, run: OdfRun): void {
    const citation = node.children.find(({ name }) => name === 'note-citation');
    if (citation) this.read(citation, { ...run, level: 'raised' });
    const body = node.children.find(({ name }) => name === 'note-body');
    // Those at the end of the text take no room from a page of it.
    if (!body || attribute(node.attributes, 'note-class') === 'endnote') return;
    const id = String(node.place.element);
    this.#note(id, body);
    this.#pieces.push({ piece: 'note', id, place: node.place });
  }

  #addText(text: string, run: OdfRun, place: Place): void {
    if (text === '' || run.hidden === true || this.#budget.letters <= 0) return;
    this.#budget.letters -= text.length;
    const full = run.size ?? 0;
    const size = run.smallCapitals ? full * SMALL_CAPITALS : full;
    const isSmall = run.level === 'raised' || run.level === 'lowered';
    const upper = run.capitals || run.smallCapitals ? text.toUpperCase() : text;
    this.#pieces.push({
      piece: 'text',
      text: upper.length === text.length ? upper : text,
      face: faceOf(run),
      size,
      letters: isSmall ? size * SMALL_LETTERS : size,
      spread: run.spread ?? 0,
      place,
    });
  }
}

function faceOf({ font, bold, italic }: OdfRun): Face {
  return faceNamed(font, bold === true, italic === true);
}

function spaces(written: string | undefined): number {
  const count = Number.parseInt(written ?? '1', 10);
  return count >= 1 ? Math.min(count, MAX_SPACES) : 1;
}

/** The room that a frame or shape takes in the text: in its line, or across the column; none for what stands beside or behind it. */
function drawingPiece(node: OdfNode, formats: OdfFormats): Piece[] {
  const { attributes, place } = node;
  const style = attribute(attributes, 'style-name');
  const said = (...names: readonly string[]) => formats.value('graphic', style, ...names);
  const inside = node.children.find(({ name }) => name === 'text-box');
  const measure = (name: string) => Math.max(0, lengthIn(attribute(attributes, name)) ?? 0);
  const least = lengthIn(attribute(inside?.attributes ?? {}, 'min-height')) ?? 0;
  const [w, h] = [measure('width'), Math.max(measure('height'), least)];
  if (h === 0) return [];
  const around = (side: string) => Math.max(0, lengthIn(said(`margin-${side}`, 'margin')) ?? 0);
  const high = h + around('top') + around('bottom');
  const anchor = attribute(attributes, 'anchor-type');
  if (anchor === 'as-char')
    return [{ piece: 'box', w: w + around('left') + around('right'), h: high, place }];
  if (anchor === 'page' || said('wrap') !== 'none') return [];
  // What is placed on the page and not by its paragraph stands in a margin more often than in the text.
  return /^page/.test(said('vertical-rel') ?? '') ? [] : [{ piece: 'bar', h: high, place }];
}
